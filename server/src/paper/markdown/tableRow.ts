import type { Span } from '../../text/span.ts';
import { SourceTextBuilder, type SourceText } from '../../text/sourceText.ts';

/** The marks of block quotations and lists before a table's row. */
const PREFIX = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|))?/;

/**
 * The cells of a table's row as the Markdown parser splits them: at every pipe that has no backslash before it, `\|` being a
 * pipe in the text.
 */
export function cellsOf(text: string, line: Span): SourceText[] {
  const row = text.slice(line.start, line.end);
  const from = PREFIX.exec(row)?.[0].length ?? 0;
  const bounds: Span[] = [];
  let start = from;
  for (let at = from; at <= row.length; at++) {
    if (at < row.length && (row[at] !== '|' || row[at - 1] === '\\')) continue;
    bounds.push({ start: line.start + start, end: line.start + at });
    start = at + 1;
  }
  if (row[from] === '|') bounds.shift();
  if (row.trimEnd().endsWith('|')) bounds.pop();
  return bounds.map((bound) => readCell(text, bound));
}

function readCell(text: string, bound: Span): SourceText {
  const raw = text.slice(bound.start, bound.end);
  const start = bound.start + (raw.length - raw.trimStart().length);
  const end = Math.max(start, bound.start + raw.trimEnd().length);
  const out = new SourceTextBuilder(start);
  let from = start;
  for (let at = text.indexOf('\\|', start); at !== -1 && at < end; at = text.indexOf('\\|', at + 2)) {
    out.add(text.slice(from, at), from);
    out.addFor('|', { start: at, end: at + 2 });
    from = at + 2;
  }
  out.add(text.slice(from, end), from);
  return out.build();
}
