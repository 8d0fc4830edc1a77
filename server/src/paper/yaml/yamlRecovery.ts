import { startOfLine } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

const LEAD = /^ *(?:- +)*/;
const KEY = /^(?:"[^"\n]*"[ \t]*|'[^'\n]*'[ \t]*|\w[\w .()/\t-]*):[ \t]+/;
/** A key of a group whose value is blank. */
const BARE_KEY = /^ *[\w-]+:$/;

/**
 * The value on the line of `offset`, with the lines that continue it, if it is one that YAML cannot read for its first
 * character or a colon, though a person can: `title: Review: phase 2`, `- @home care`, `title: "Foo" bar`.
 */
export function unreadableValueAt(source: string, offset: number): Span | undefined {
  const lineStart = startOfLine(source, offset);
  const lineEnd = endOfLine(source, lineStart);
  const line = source.slice(lineStart, lineEnd);
  const column = LEAD.exec(line)?.[0].length ?? 0;
  const key = KEY.exec(line.slice(column))?.[0];
  const start = lineStart + column + (key?.length ?? 0);
  const isBlank = /^[ \t\r]*$/.test(source.slice(start, lineEnd));
  if (isBlank || (key === undefined && (column === 0 || BARE_KEY.test(line)))) return undefined;
  const end = endOfContinuation(source, start, lineEnd, key === undefined ? column - 1 : column);
  const value = source.slice(start, end);
  if (/\n[ \t]*(?:- |[\w-]+:(?:\s|$))/.test(value)) return undefined;
  return isUnreadable(value) ? { start, end } : undefined;
}

/** The value on the line before `offset`'s if it opens a bracket there that nothing closes: `title: [draft`. */
export function flowOpenedBefore(source: string, offset: number): Span | undefined {
  const before = source.slice(0, source.lastIndexOf('\n', offset - 1)).trimEnd();
  const value = unreadableValueAt(before, before.length - 1);
  return value && /^(?:\[[^\]]*|\{[^}]*)$/.test(source.slice(value.start, value.end)) ? value : undefined;
}

function isUnreadable(value: string): boolean {
  if (/^[|>][+-]?\d?[+-]?\s*(?:#.*)?(?:\n|$)/.test(value)) return false;
  if (/^"(?:[^"\\]|\\[^])*"\s*(?:#.*)?$/.test(value) || /^'(?:[^']|'')*'\s*(?:#.*)?$/.test(value)) return false;
  return /^(?:[@`%&*!{}[\],|>"']|[-?] )|:(?:\s|$)/.test(value);
}

function endOfLine(source: string, from: number): number {
  const feed = source.indexOf('\n', from);
  const end = feed === -1 ? source.length : feed;
  return end > from && source[end - 1] === '\r' ? end - 1 : end;
}

/** The end of the last line after `start` that is indented by more than `column` and so belongs to the value. */
function endOfContinuation(source: string, start: number, lineEnd: number, column: number): number {
  let end = lineEnd;
  let next = source.indexOf('\n', lineEnd) + 1;
  while (next > 0 && next < source.length) {
    const stop = endOfLine(source, next);
    const line = source.slice(next, stop);
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (line.trim() !== '' && indent <= column) break;
    if (line.trim() !== '') end = stop;
    next = source.indexOf('\n', stop) + 1;
  }
  return start + source.slice(start, end).trimEnd().length;
}
