import { findPeople } from '../../council/people.ts';
import { openReport } from '../../workspace/reports/openReport.ts';
import type { LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import { reportSummaryOf, Meetings, meetingLabel, displayTitle, type MeetingReport } from '../../workspace/reports/meetings.ts';
import { formatCounts, readinessOf } from '../../workspace/reports/readiness.ts';
import { relativeTo } from '../../workspace/files/paths.ts';
import { formatDayWithWeekday } from '../../text/day.ts';
import type { Fields } from '../../template/fields.ts';
import { ReportChecker, documentKindOf, type CheckedReport } from '../documents/reportChecker.ts';
import type { Documents } from '../documents/documents.ts';
import type { Folders } from '../documents/folders.ts';
import type { IdleWaiter } from '../diagnostics/idle.ts';
import type { MeetingItem, MeetingsParams, ReportItem } from '../protocol/protocol.ts';
import type { WorkspaceScanner } from '../diagnostics/workspaceScanner.ts';

/** A report as the overview has it. */
interface Seen extends MeetingReport {
  readonly uri: string;
  readonly template: string | undefined;
  readonly contacts: readonly { readonly name: string; readonly email: string }[];
}

/** What is remembered of a report until it or what it depends on changes. */
interface Entry {
  readonly basis: ReportChecker;
  /** The version of an open document; of a file that is not open, nothing. */
  readonly version: number | undefined;
  readonly seen: Seen | undefined;
}

/** After so many reports that were checked, others have their turn. */
const IN_A_ROW = 10;

/** All reports of the workspace by their meetings, as `scrutiny status` has them: at stage publish, whatever the settings say. */
export class MeetingIndex {
  private readonly entries = new Map<string, Entry>();
  /** The reports there are, until a file comes or goes. */
  private paths: readonly string[] | undefined;
  private isTold = false;

  /** @param tell called when an answer that was given may be another by now */
  constructor(
    private readonly folders: Folders,
    private readonly documents: Documents,
    private readonly sweep: WorkspaceScanner,
    private readonly lull: IdleWaiter,
    private readonly tell: () => void,
  ) {}

  /** A report, or what reports depend on, may have changed. */
  changed(): void {
    if (!this.isTold) return;
    this.isTold = false;
    this.tell();
  }

  /** A file, or a folder with all in it, has come, changed or gone. */
  forget(path: string): void {
    this.paths = undefined;
    if (!this.entries.delete(path) && documentKindOf(path) === undefined) this.entries.clear();
  }

  /** The meetings that there are reports for, in the order of their days. */
  async meetings({ officer = '' }: MeetingsParams): Promise<MeetingItem[]> {
    // From here on: what changes while the answer is being made is news.
    this.isTold = true;
    const paths = (this.paths ??= (await this.sweep.list()).filter((path) => documentKindOf(path) === 'report'));
    const meetings = new Meetings<Seen>();
    let checked = 0;
    for (const path of paths) {
      const before = this.entries.get(path);
      const seen = await this.look(path);
      if (seen) meetings.add(seen);
      if (before === this.entries.get(path) || ++checked % IN_A_ROW !== 0) continue;
      await this.lull.whenIdle();
    }
    const { today } = this.folders;
    return meetings.inOrder().map((meeting) => {
      const { committee, day, reports } = meeting;
      const { state, publishBy, left } = readinessOf(meeting, today);
      return {
        committee,
        ...(day === undefined ? {} : { day }),
        name: meetingLabel(meeting),
        state,
        isHeld: day !== undefined && day < today,
        ...(publishBy === undefined ? {} : { publishBy: formatDayWithWeekday(publishBy) }),
        ...(left === undefined ? {} : { left }),
        reports: reports.map((report) => this.itemOf(report, officer)),
      };
    });
  }

  private itemOf(seen: Seen, officer: string): ReportItem {
    const { uri, template, about, contacts } = seen;
    const readiness = readinessOf({ committee: '', reports: [seen] }, this.folders.today);
    return {
      uri,
      title: displayTitle(seen),
      ...(template === undefined ? {} : { template }),
      state: readiness.state,
      found: formatCounts(readiness),
      isExempt: about?.isExempt ?? false,
      isMine: isOneOf(officer, contacts),
    };
  }

  private async look(path: string): Promise<Seen | undefined> {
    const council = await this.folders.councilOf(path);
    const around = this.folders.filesRound(path);
    const forPublishing = { ...council, knowledge: { ...council.knowledge, stage: 'publish' as const } };
    const document = this.documents.at(path);
    const known = this.entries.get(path);
    if (known && known.version === document?.version && known.basis.isUpToDate(forPublishing, around)) return known.seen;
    const basis = new ReportChecker(path, forPublishing, around);
    const text = document?.text ?? this.read(path, council);
    const report = text === undefined ? undefined : basis.check(text);
    const seen = report && this.seenOf(path, document?.uri, report);
    this.entries.set(path, { basis, version: document?.version, seen });
    return seen;
  }

  private read(path: string, council: LoadedCouncil): string | undefined {
    return openReport(path, council, () => this.folders.files.readFile(path)).text;
  }

  private seenOf(path: string, uri: string | undefined, { checked }: CheckedReport): Seen {
    const { fields, template } = checked.context;
    const folder = this.folders.folderOf(path);
    return {
      file: (folder && relativeTo(folder.path, path)) ?? path,
      uri: uri ?? this.folders.uriOf(path),
      about: reportSummaryOf(checked),
      findings: checked.findings.map(({ rule, severity }) => ({ rule, severity })),
      template: template?.title,
      contacts: contactsOf(fields),
    };
  }
}

function contactsOf(fields: Fields): Seen['contacts'] {
  return fields.list(['officer-contact']).map(({ path }) => ({
    name: fields.text([...path, 'name']).trim(),
    email: fields.text([...path, 'email']).trim(),
  }));
}

/** Whether a name or an e-mail address is that of one of the people. */
function isOneOf(officer: string, people: Seen['contacts']): boolean {
  const wanted = officer.trim().toLowerCase();
  if (wanted === '') return false;
  if (wanted.includes('@')) return people.some(({ email }) => email.toLowerCase() === wanted);
  return findPeople(people, officer).length > 0;
}
