import type { List } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import type { Fields } from '../template/fields.ts';
import type { Span } from '../text/span.ts';

/** What is wrong with the first number of a list, in a body whose paragraphs are numbered straight through: `1.`, `2.` … */
export interface StraightFault {
  readonly kind: 'repeated' | 'skipped';
  readonly number: number;
  /** The number with its full stop. */
  readonly span: Span;
  /** The number before it. */
  readonly before: number;
}

export interface StraightNumbers {
  /** Every number that a paragraph has; empty where they are not numbered straight through. */
  readonly numbers: ReadonlySet<number>;
  readonly faults: readonly StraightFault[];
}

/**
 * Reads the numbers of paragraphs that run through a whole body without numbered sections. They are lists to Markdown, which
 * whatever stands between them interrupts; that numbers run through shows in a list that goes on from an earlier one.
 */
export function readStraightNumbers(report: Report, fields: Fields): StraightNumbers {
  const sections = fields.sections.filter(({ part }) => part === 0);
  const from = sections[0]?.span.start ?? report.body.span.start;
  const to = sections.at(-1)?.span.end ?? report.body.span.end;
  const isNumbered = sections.some(({ number, paragraphs }) => number ?? paragraphs.length > 0);
  const lists = report.body.markdown.lists.filter(
    (list) => list.ordered && list.depth === 0 && list.span.start >= from && list.span.end <= to && !isQuoted(report, list),
  );
  if (isNumbered || !lists.slice(1).some(({ start }) => start > 1)) return { numbers: new Set(), faults: [] };
  return follow(report, lists);
}

function follow(report: Report, lists: readonly List[]): StraightNumbers {
  const numbers = new Set<number>();
  const faults: StraightFault[] = [];
  /** The last numbers of the runs that a list may go on: the paragraphs' own, and those of lists among them. */
  const ends = new Set<number>();
  let last = 0;
  for (const { start, markers } of lists) {
    const marker = markers[0];
    const end = start + markers.length - 1;
    if (start > 1 && ends.size > 0 && !ends.delete(start - 1) && marker) {
      const text = report.text.slice(marker.start, marker.end).trimEnd();
      const kind = numbers.has(start) ? 'repeated' : 'skipped';
      faults.push({ kind, number: start, span: { start: marker.start, end: marker.start + text.length }, before: last });
    }
    for (let number = start; number <= end; number++) numbers.add(number);
    ends.add(end);
    last = end;
  }
  return { numbers, faults };
}

function isQuoted({ text, lines }: Report, { span }: List): boolean {
  return /^\s*>/.test(text.slice(lines.start(lines.lineAt(span.start)), span.end).slice(0, 20));
}
