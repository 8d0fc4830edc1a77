import type { MarkdownList } from '../paper/markdown/markdown.ts';
import type { Paper } from '../paper/paper.ts';
import type { Fields } from '../template/fields.ts';
import type { Span } from '../text/span.ts';

/** A paragraph of a body whose paragraphs are numbered straight through: `1.`, `2.` … */
export interface ContinuousNumber {
  readonly number: number;
  /** The number without its full stop. */
  readonly span: Span;
  /** The number with its full stop. */
  readonly marker: Span;
  /** Which list it stands in. */
  readonly list: number;
}

export interface ContinuousNumberFault {
  readonly kind: 'repeated' | 'skipped';
  readonly item: ContinuousNumber;
  /** The number before it. */
  readonly before: number;
}

export interface ContinuousNumbering {
  /** Every paragraph that has a number; empty where they are not numbered straight through. */
  readonly items: readonly ContinuousNumber[];
  readonly faults: readonly ContinuousNumberFault[];
}

/** A list of so many items, each a paragraph of its own, is a numbered text. */
const LONG = 3;
/** Numbers from here on are years. */
const YEARS = 1000;

/**
 * Reads the numbers of paragraphs that run through a whole body without numbered sections. They are lists to Markdown, which
 * whatever stands between them interrupts; that numbers run through shows in a list that goes on from an earlier one, or in a
 * long one with blank lines.
 */
export function readContinuousNumbering(report: Paper, fields: Fields): ContinuousNumbering {
  const sections = fields.sections.filter(({ part }) => part === 0);
  const from = sections[0]?.span.start ?? report.body.span.start;
  const to = sections.at(-1)?.span.end ?? report.body.span.end;
  const isNumbered = sections.some(({ number, paragraphs }) => number ?? paragraphs.length > 0);
  if (isNumbered) return { items: [], faults: [] };
  const lists = report.body.markdown.lists.filter(
    (list) =>
      list.ordered &&
      list.start < YEARS &&
      list.depth === 0 &&
      list.span.start >= from &&
      list.span.end <= to &&
      !isQuoted(report, list),
  );
  const runs = lists.slice(1).some(({ start }) => start > 1) || lists.some((list) => isLong(report, list));
  return runs ? follow(lists.map((list, i) => readItems(report, list, i))) : { items: [], faults: [] };
}

/** The numbers as they are typed; where all are the same (`1.`, `1.`, `1.`) Markdown is meant to count. */
function readItems({ text }: Paper, { markers, start }: MarkdownList, list: number): ContinuousNumber[] {
  const items = markers.map((marker) => {
    const typed = /^\d+/.exec(text.slice(marker.start, marker.end))?.[0] ?? '';
    const span = { start: marker.start, end: marker.start + typed.length };
    return { number: Number(typed), span, marker: { start: marker.start, end: span.end + 1 }, list };
  });
  const counted = items.length > 1 && items.every(({ number }) => number === start);
  return counted ? items.map((item, i) => ({ ...item, number: start + i })) : items;
}

function follow(lists: readonly (readonly ContinuousNumber[])[]): ContinuousNumbering {
  const numbers = new Set<number>();
  const faults: ContinuousNumberFault[] = [];
  /** The last numbers of the runs that a list may go on: the paragraphs' own, and those of lists among them. */
  const ends = new Set<number>();
  let last = 0;
  for (const items of lists) {
    items.forEach((item, i) => {
      const { number } = item;
      const isBroken = i > 0 ? number !== last + 1 : number > 1 && ends.size > 0 && !ends.delete(number - 1);
      if (isBroken) faults.push({ kind: numbers.has(number) ? 'repeated' : 'skipped', item, before: last });
      numbers.add(number);
      last = number;
    });
    ends.add(last);
  }
  return { items: lists.flat(), faults };
}

function isLong({ text }: Paper, { markers }: MarkdownList): boolean {
  const [first, second] = markers;
  return (
    markers.length >= LONG &&
    first !== undefined &&
    second !== undefined &&
    /\n[ \t]*\r?\n/.test(text.slice(first.end, second.start))
  );
}

function isQuoted({ text, lines }: Paper, { span }: MarkdownList): boolean {
  return /^\s*>/.test(text.slice(lines.start(lines.lineAt(span.start)), span.end).slice(0, 20));
}
