import type { Span } from '../text/span.ts';

/** What makes a text too large to be read as a report. */
export type LimitKind = 'text' | 'line' | 'table' | 'footnotes';

export interface ExceededLimit {
  readonly kind: LimitKind;
  readonly span: Span;
}

/** A text of more characters than this is not read (a long report has 200,000). */
export const MAX_TEXT = 1_000_000;
export const MAX_LINE = 20_000;
/** The Markdown parser's memory grows with the square of a table's columns. */
export const MAX_COLUMNS = 100;
/** The Markdown parser's time grows with the square of the footnotes. */
export const MAX_FOOTNOTES = 1000;

/** The first thing in a text that is too large for the parsers, or nothing. */
export function findExceededLimit(text: string): ExceededLimit | undefined {
  if (text.length > MAX_TEXT) return { kind: 'text', span: { start: 0, end: Math.min(3, text.length) } };
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    if (end - start > MAX_LINE) return { kind: 'line', span: { start, end: start + 80 } };
    if (end - start > MAX_COLUMNS && countPipes(text, start, end) > MAX_COLUMNS + 1)
      return { kind: 'table', span: { start, end } };
    start = end + 1;
  }
  return findFootnotes(text);
}

function countPipes(text: string, start: number, end: number): number {
  // Of the line alone: a search in the whole text would go to its end for each line without a pipe.
  const line = text.slice(start, end);
  let count = 0;
  for (let at = line.indexOf('|'); at !== -1; at = line.indexOf('|', at + 1)) count++;
  return count;
}

const LONGEST_NAME = 200;

/** The first footnote that is one too many. */
function findFootnotes(text: string): ExceededLimit | undefined {
  if (!text.includes('[^')) return undefined;
  let left = MAX_FOOTNOTES;
  for (let at = text.indexOf(']:'); at !== -1; at = text.indexOf(']:', at + 2)) {
    const start = startOfNote(text, at);
    if (start !== undefined && left-- === 0) return { kind: 'footnotes', span: { start, end: at + 2 } };
  }
  return undefined;
}

/** Where the mark of a footnote begins, `[^name]`, that ends at an offset; nothing where there is none. */
function startOfNote(text: string, end: number): number | undefined {
  let start: number | undefined;
  for (let at = end - 2; at > 0 && at > end - LONGEST_NAME && !/[\s\]]/.test(text[at] ?? ''); at--)
    if (text[at] === '^' && text[at - 1] === '[') start = at - 1;
  return start;
}
