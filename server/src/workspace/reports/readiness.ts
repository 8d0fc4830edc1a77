import { deadlineOf } from '../../council/deadline.ts';
import type { RuleId } from '../../rules/index.ts';
import type { Day } from '../../text/day.ts';
import { pluralise } from '../../text/pluralise.ts';
import type { MeetingReport, MeetingReports } from './meetings.ts';

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
export function readinessOf({ day, reports }: MeetingReports<MeetingReport>, today: Day): Readiness {
  const [errors, warnings] = [countFindings(reports, 'error'), countFindings(reports, 'warning')];
  const isLate = reports.some(({ findings }) => findings.some(({ rule }) => rule === ('publication-late' satisfies RuleId)));
  const state = isLate ? 'late' : errors > 0 ? 'needs work' : 'ready';
  if (day === undefined) return { state, errors, warnings };
  return { state, errors, warnings, ...deadlineOf(day, today) };
}

/** How many errors or warnings the reports have. */
export function countFindings(reports: readonly MeetingReport[], severity: 'error' | 'warning'): number {
  return reports.reduce((sum, { findings }) => sum + findings.filter((one) => one.severity === severity).length, 0);
}

/** `2 errors, 1 warning`, or that there is none. */
export function formatCounts({ errors, warnings }: Pick<Readiness, 'errors' | 'warnings'>): string {
  return errors + warnings === 0 ? 'fit to publish' : `${pluralise(errors, 'error')}, ${pluralise(warnings, 'warning')}`;
}
