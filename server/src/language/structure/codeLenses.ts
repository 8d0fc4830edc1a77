import type { LintResult } from '../../linter/lint.ts';
import { earliestMeeting } from '../../council/committees.ts';
import { deadlineOf } from '../../council/deadline.ts';
import type { Paper } from '../../paper/paper.ts';
import { MONTHS, WEEKDAYS, weekdayOf, type Day } from '../../text/day.ts';
import type { Severity } from '../../text/finding.ts';
import type { Span } from '../../text/span.ts';

/** A line about a report, shown above a line of it. */
export interface CodeLensItem {
  readonly span: Span;
  readonly title: string;
  /** It counts what is wrong: whoever clicks on it wants to see that. */
  readonly isAboutFindings: boolean;
}

/** What an author should have in view: until when the report is to be published, and what is to be fixed before. */
export function codeLenses(report: Paper, { findings, context }: LintResult): readonly CodeLensItem[] {
  const { open } = report.split;
  if (!open) return [];
  const meeting = earliestMeeting(context.fields);
  const isToCome = meeting !== undefined && meeting.day >= context.today;
  const { publishBy, left } = deadlineOf(meeting?.day ?? context.today, context.today);
  const deadline = isToCome ? [{ span: open, title: `Publish by ${sayShort(publishBy)}: ${left}`, isAboutFindings: false }] : [];
  const isProblem = (severity: Severity): boolean => severity !== 'info';
  const count = findings.filter(({ severity, severityAtPublish = severity }) => isProblem(severityAtPublish)).length;
  const title = count === 0 ? 'Fit to publish' : `${count} problem${count === 1 ? '' : 's'} to fix before publication`;
  return [...deadline, { span: open, title, isAboutFindings: true }];
}

/** `Tue 24 Aug 2021`. */
function sayShort(day: Day): string {
  const [year = '', month, number] = day.split('-');
  return `${(WEEKDAYS[weekdayOf(day)] ?? '').slice(0, 3)} ${Number(number)} ${(MONTHS[Number(month) - 1] ?? '').slice(0, 3)} ${year}`;
}
