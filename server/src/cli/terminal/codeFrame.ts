import type { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { columnsOf, makePrintable, takeEnd, takeStart } from './displayWidth.ts';

/** The line of a finding as it is shown, and the marks to put beneath it. */
export interface CodeFrame {
  /** From 1. */
  readonly line: number;
  readonly source: string;
  readonly marks: string;
}

/** The stretch of a line that may matter for its place on the screen; what is further off is cut in any case. */
const NEAR = 8;

/**
 * The first line of a span, cut around it where it is wider than `width`, with the span marked by carets: up to the end of
 * the line for a span that goes on, and one caret for an empty span.
 */
export function codeFrameOf(text: string, lines: LineIndex, span: Span, width: number): CodeFrame {
  const line = lines.lineAt(span.start);
  const { start, end } = lines.span(line);
  const from = Math.min(span.start, end);
  const to = Math.max(from, Math.min(span.end, end));
  const before = makePrintable(text.slice(Math.max(start, from - NEAR * width), from));
  const marked = makePrintable(text.slice(from, Math.min(to, from + NEAR * width)), columnsOf(before));
  const after = makePrintable(text.slice(to, Math.min(end, to + NEAR * width)), columnsOf(before + marked)).trimEnd();
  const shown = fit(before, marked, after, width);
  return { line: line + 1, source: shown.before + shown.marked + shown.after, marks: marksOf(shown.before, shown.marked) };
}

interface Parts {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The three parts of a line cut to a width: the marked one is kept longest, and what is around it is cut evenly. */
function fit(before: string, marked: string, after: string, width: number): Parts {
  const middle = takeStart(marked, width - 2 * Math.min(4, columnsOf(before)));
  const room = Math.max(0, width - Math.max(1, columnsOf(middle)));
  const roomBefore = Math.max(Math.floor(room / 2), room - columnsOf(after));
  const start = takeEnd(before, Math.max(1, roomBefore));
  const rest = room - columnsOf(start);
  return { before: start, marked: middle, after: rest > 0 ? takeStart(after, rest) : '' };
}

function marksOf(before: string, marked: string): string {
  return ' '.repeat(columnsOf(before)) + '^'.repeat(Math.max(1, columnsOf(marked)));
}
