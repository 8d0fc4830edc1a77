import { startOfLine } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { AstEntry } from './yamlNode.ts';

/** The end of the last line that an entry's value stands on, a comment there included. */
export function endOfEntry(text: string, entry: AstEntry): number {
  const end = Math.max(entry.keySpan.end, entry.value.span.end);
  const trimmed = entry.keySpan.start + text.slice(entry.keySpan.start, end).trimEnd().length;
  return trimmed + (/^[^\r\n]*/.exec(text.slice(trimmed))?.[0].length ?? 0);
}

/** The lines of a key and its value, line end included. */
export function linesOfEntry(text: string, entry: AstEntry): Span {
  const feed = text.indexOf('\n', endOfEntry(text, entry));
  return { start: startOfLine(text, entry.keySpan.start), end: feed === -1 ? text.length : feed + 1 };
}
