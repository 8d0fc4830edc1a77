import type { Checked } from '../check.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';

/** What is said of a place of a text. */
export interface Hover {
  /** What it speaks of. */
  readonly span: Span;
  readonly markdown: string;
}

/** What there is to say at an offset of a report: its findings with the reason of their rule, then the field's guidance. */
export function hover(report: Report, offset: number, checked: Checked): Hover | undefined {
  void [report, offset, checked];
  return undefined;
}
