import type { Day } from '../../text/day.ts';
import type { Formatter } from '../formatters/formatter.ts';
import { Meetings, type MeetingReports } from '../../workspace/reports/meetings.ts';
import { readinessOf, type Readiness } from '../../workspace/reports/readiness.ts';
import type { FileResult, FormatterNeeds } from '../lint/fileResult.ts';
import type { RunTotals } from '../lint/runTotals.ts';

/** A meeting with its reports and how far they are. */
export interface MeetingStatus extends MeetingReports<FileResult>, Readiness {}

/** All that a status says. */
export interface StatusReport {
  readonly today: Day;
  /** In the order of their days. */
  readonly meetings: readonly MeetingStatus[];
  /** How many meetings have been held and are left out. */
  readonly held: number;
  readonly tally: RunTotals;
}

/** Gathers the reports by meeting and hands them to a writer at the end. */
export class StatusFormatter implements Formatter {
  readonly wants: FormatterNeeds = {};
  private readonly meetings = new Meetings<FileResult>();

  constructor(
    private readonly today: Day,
    /** Meetings that have been held are shown as well. */
    private readonly all: boolean,
    private readonly write: (status: StatusReport) => string,
  ) {}

  start(): string {
    return '';
  }

  file(result: FileResult): string {
    this.meetings.add(result);
    return '';
  }

  end(tally: RunTotals): string {
    const { today } = this;
    const every = this.meetings.inOrder();
    const shown = every.filter(({ day }) => this.all || day === undefined || day >= today);
    const meetings = shown.map((meeting) => ({ ...meeting, ...readinessOf(meeting, today) }));
    return this.write({ today, meetings, held: every.length - shown.length, tally });
  }
}
