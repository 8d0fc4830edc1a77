import { deadlineOf } from '../council/deadline.ts';
import type { Day } from '../text/day.ts';
import type { MeetingReports } from './meetings.ts';
import type { FileResult } from './result.ts';

/** How far the reports of a meeting are. */
export interface Readiness {
  /** `late`: a report can no longer be published in time. `needs work`: one has errors. */
  readonly state: 'ready' | 'needs work' | 'late';
  readonly errors: number;
  readonly warnings: number;
  /** The last day that leaves five clear working days; absent for a meeting without a day. */
  readonly publishBy?: Day;
  /** What that means today: `3 working days left`. */
  readonly left?: string;
}

/** How far the reports of a meeting are on a day. */
export function readinessOf({ day, reports }: MeetingReports, today: Day): Readiness {
  const [errors, warnings] = [numberOf(reports, 'error'), numberOf(reports, 'warning')];
  const isLate = reports.some(({ findings }) => findings.some(({ rule }) => rule === 'publication-late'));
  const state = isLate ? 'late' : errors > 0 ? 'needs work' : 'ready';
  if (day === undefined) return { state, errors, warnings };
  return { state, errors, warnings, ...deadlineOf(day, today) };
}

/** How many errors or warnings the reports have. */
export function numberOf(reports: readonly FileResult[], severity: 'error' | 'warning'): number {
  return reports.reduce((sum, { findings }) => sum + findings.filter((one) => one.severity === severity).length, 0);
}
