import type { Day } from '../text/day.ts';
import { sayWeekday } from '../text/day.ts';
import type { FileResult } from './result.ts';

/** A meeting and the reports that it considers. */
export interface MeetingReports {
  /** Empty where its reports name none. */
  readonly committee: string;
  /** Absent where its reports give none that there is. */
  readonly day?: Day;
  readonly reports: readonly FileResult[];
}

/** Sorts results by the meetings of their reports: by day, then by name; what has no day comes first. */
export class Meetings {
  private readonly byKey = new Map<string, MeetingReports & { reports: FileResult[] }>();

  add(result: FileResult): void {
    for (const { committee, day } of result.about?.meetings ?? []) {
      const key = `${day ?? ''} ${committee.toLowerCase()}`;
      const meeting = this.byKey.get(key);
      if (meeting) meeting.reports.push(result);
      else this.byKey.set(key, { committee, ...(day === undefined ? {} : { day }), reports: [result] });
    }
  }

  inOrder(): MeetingReports[] {
    return [...this.byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, meeting]) => meeting);
  }
}

/** What a meeting is called: `Cabinet, Tuesday 15 September 2026`. */
export function nameOfMeeting({ committee, day }: Pick<MeetingReports, 'committee' | 'day'>): string {
  const body = committee === '' ? 'No committee named' : committee;
  return `${body}, ${day === undefined ? 'no date' : sayWeekday(day)}`;
}

/** What a report is called: its title, or its file where it has none. */
export function titleOf({ about, file }: FileResult): string {
  return about === undefined || about.title === '' ? file : about.title;
}
