import type { LintResult } from '../../linter/lint.ts';
import { findCommittee, meetingsOf } from '../../council/committees.ts';
import { exemptStatus } from '../../analysis/schedule12a.ts';
import { formatDayWithWeekday, type Day } from '../../text/day.ts';
import type { Finding } from '../../text/finding.ts';

/** What tells one report from another. */
export interface ReportSummary {
  /** As written; empty where it has none. */
  readonly title: string;
  /** The meetings that consider it, the one that it is written for first. */
  readonly meetings: readonly { readonly committee: string; readonly day?: Day }[];
  /** All or part of it is exempt. */
  readonly isExempt: boolean;
}

/** A report as far as its meetings are concerned, in plain data. */
export interface MeetingReport {
  /** How its file is shown to people. */
  readonly file: string;
  readonly findings: readonly Pick<Finding, 'rule' | 'severity'>[];
  /** Absent for what is no report, such as a `council.yaml`. */
  readonly about?: ReportSummary;
}

/** A meeting and the reports that it considers. */
export interface MeetingReports<R extends MeetingReport> {
  /** Empty where its reports name none. */
  readonly committee: string;
  /** Absent where its reports give none that there is. */
  readonly day?: Day;
  readonly reports: readonly R[];
}

/** Sorts reports by their meetings: by day, then by name; what has no day comes first. */
export class Meetings<R extends MeetingReport> {
  private readonly byKey = new Map<string, MeetingReports<R> & { reports: R[] }>();

  add(report: R): void {
    for (const { committee, day } of report.about?.meetings ?? []) {
      const key = `${day ?? ''} ${committee.toLowerCase()}`;
      const meeting = this.byKey.get(key);
      if (meeting) meeting.reports.push(report);
      else this.byKey.set(key, { committee, ...(day === undefined ? {} : { day }), reports: [report] });
    }
  }

  inOrder(): MeetingReports<R>[] {
    return [...this.byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, meeting]) => meeting);
  }
}

/** What tells a report that was checked from others. */
export function reportSummaryOf({ context }: Pick<LintResult, 'context'>): ReportSummary {
  const { fields, council } = context;
  const meetings = meetingsOf(fields).map(({ committee, day }) => {
    const name = committee?.text?.text ?? '';
    return { committee: findCommittee(council, name)?.name ?? name, ...(day === undefined ? {} : { day }) };
  });
  return { title: fields.text(['title']), meetings, isExempt: exemptStatus(context) !== undefined };
}

/** What a meeting is called: `Cabinet, Tuesday 15 September 2026`. */
export function meetingLabel({ committee, day }: { readonly committee: string; readonly day?: Day }): string {
  const body = committee === '' ? 'No committee named' : committee;
  return `${body}, ${day === undefined ? 'no date' : formatDayWithWeekday(day)}`;
}

/** What a report is called: its title, or its file where it has none. */
export function displayTitle({ about, file }: Pick<MeetingReport, 'about' | 'file'>): string {
  return about === undefined || about.title === '' ? file : about.title;
}
