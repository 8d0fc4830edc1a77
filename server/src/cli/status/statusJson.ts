import { countFindings } from '../../workspace/reports/readiness.ts';
import type { StatusReport } from './statusFormat.ts';

/** The status for programs: one entry for each meeting. */
export function statusJson({ meetings }: StatusReport): string {
  const entries = meetings.map(({ committee, day, state, errors, warnings, publishBy, reports }) => ({
    committee,
    date: day ?? null,
    state,
    publishBy: publishBy ?? null,
    errors,
    warnings,
    reports: reports.map((report) => ({
      file: report.file,
      title: report.about?.title ?? '',
      exempt: report.about?.isExempt ?? false,
      errors: countFindings([report], 'error'),
      warnings: countFindings([report], 'warning'),
    })),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
