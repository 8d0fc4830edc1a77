import { deadlineOf } from '../../council/deadline.ts';
import picomatch from 'picomatch';
import { newReportSnippet } from '../../language/snippet/reportText.ts';
import { formatDayWithWeekday, type Day } from '../../text/day.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { emptyCouncil, type LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import { relativeTo, join } from '../../workspace/files/paths.ts';
import { documentKindOf } from '../documents/reportChecker.ts';
import type { Folders } from '../documents/folders.ts';
import type { NewReportOptions, NewReportParams, NewReportResult, NextMeeting } from '../protocol/protocol.ts';
import type { WorkspaceScanner } from '../diagnostics/workspaceScanner.ts';
import { pathOf } from '../documents/uris.ts';

/** So many letters of a title go into the name of its file. */
const LONGEST_NAME = 50;

/** What new reports are begun with. */
export class NewReportService {
  constructor(
    private readonly folders: Folders,
    private readonly sweep: WorkspaceScanner,
  ) {}

  /** One for each council of the workspace, those further out first; where there is none, one without. */
  async list(): Promise<NewReportOptions[]> {
    const councils = (await this.sweep.list()).filter((path) => documentKindOf(path) === 'council');
    const depth = (path: string): number => path.split('/').length;
    const sorted = councils.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
    if (sorted.length === 0) return [this.beginningOf(this.none())];
    return Promise.all(sorted.map(async (path) => this.beginningOf(await this.folders.councilOf(path))));
  }

  /** A report to fill in; nothing for a template that there is not. */
  async begin({ council: uri, template: name, ...known }: NewReportParams): Promise<NewReportResult | undefined> {
    const council = uri === undefined ? this.none() : await this.folders.councilOf(pathOf(uri));
    const { knowledge } = council;
    const template = knowledge.templates.get(name);
    if (!template) return undefined;
    const { committee, date, title, contact } = known;
    const given = Object.entries({ committee, date, title }).filter(([, value]) => value !== undefined && value !== '');
    const snippet = newReportSnippet(template, { ...Object.fromEntries(given), contact: { ...contact } }, knowledge);
    const folder = this.folderFor(council);
    return {
      snippet,
      ...(folder === undefined ? {} : { folder: this.folders.uriOf(folder) }),
      name: nameFor(date, title, name),
    };
  }

  private none(): LoadedCouncil {
    const { defaultStage: stage, today } = this.folders;
    return emptyCouncil({ stage, today, show: (path) => path });
  }

  /** Where the council's reports are, as its `reports:` say; without a council, the first folder that is open. */
  private folderFor({ folder, knowledge }: LoadedCouncil): string | undefined {
    if (folder === undefined) return this.folders.all()[0]?.path;
    const [glob = ''] = [knowledge.council.reports ?? []].flat();
    const { base, isGlob } = picomatch.scan(glob);
    const inside = isGlob ? base.replace(/^\.?\/|\/$/g, '') : '';
    return inside === '' || inside.startsWith('..') ? folder : join(folder, inside);
  }

  private beginningOf({ file, knowledge }: LoadedCouncil): NewReportOptions {
    const { council, templates } = knowledge;
    const { today } = this.folders;
    return {
      ...(file ? { council: { uri: this.folders.uriOf(file.name), name: council.name ?? this.shortName(file.name) } } : {}),
      templates: [...templates.values()].map(({ name, title, description }) => ({ name, title, description })),
      committees: (council.committees ?? []).map(({ name, meetings = [] }) => ({
        name,
        meetings: meetings.filter((day) => day >= today).sort().map((day) => describeMeeting(day, today)), // prettier-ignore
      })),
      officers: (council.officers ?? []).map(({ name, title, tel, email }) => ({
        name,
        ...(title === undefined ? {} : { title }),
        ...(tel === undefined ? {} : { tel }),
        ...(email === undefined ? {} : { email }),
      })),
    };
  }

  private shortName(path: string): string {
    const folder = this.folders.folderOf(path);
    return (folder && relativeTo(folder.path, path)) ?? path;
  }
}

function describeMeeting(day: Day, today: Day): NextMeeting {
  const { publishBy, left } = deadlineOf(day, today);
  return { day, said: formatDayWithWeekday(day), publishBy: formatDayWithWeekday(publishBy), left, isLate: publishBy < today };
}

/** A name for the file of a report: `2026-10-14-library-opening-hours.md`. */
function nameFor(date: string | undefined, title = '', template: string): string {
  const words = foldPunctuation(title).normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim(); // prettier-ignore
  const short = words.length > LONGEST_NAME ? words.slice(0, LONGEST_NAME + 1).replace(/ [^ ]*$/, '') : words;
  const start = date === undefined || !/^[\d-]+$/.test(date) ? [] : [date];
  return `${[...start, short === '' ? template : short.replaceAll(' ', '-')].join('-')}.md`;
}
