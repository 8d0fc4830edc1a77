import { startOfLine } from '../../text/lines.ts';
import { SourceText, SourceTextBuilder } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import type { ScalarStyle } from './yamlNode.ts';

/**
 * The text of a YAML scalar with the map back to its source, character by character as far as the style allows.
 * @param source the whole text that holds it
 * @param span the scalar from its first character (a quote, `|` or `>` included) to its end
 */
export function readScalar(source: string, span: Span, style: ScalarStyle): SourceText {
  const out = new SourceTextBuilder(span.start);
  if (style === 'plain') readFlow(source, span, out, plainCharacter);
  else if (style === 'single') readFlow(source, insideQuotes(source, span), out, singleQuotedCharacter);
  else if (style === 'double') readFlow(source, insideQuotes(source, span), out, doubleQuotedCharacter);
  else readBlock(source, span, style === 'folded', out);
  return out.build();
}

function insideQuotes(source: string, span: Span): Span {
  const closed = span.end - span.start >= 2 && source[span.end - 1] === source[span.start];
  return { start: span.start + 1, end: closed ? span.end - 1 : span.end };
}

/** Adds the character at `at` to `out` and returns the offset behind it. */
type ReadCharacter = (source: string, at: number, end: number, out: SourceTextBuilder) => number;

const plainCharacter: ReadCharacter = (source, at, _end, out) => {
  out.add(source[at] ?? '', at);
  return at + 1;
};

const singleQuotedCharacter: ReadCharacter = (source, at, end, out) => {
  if (source[at] !== "'" || source[at + 1] !== "'" || at + 2 > end) return plainCharacter(source, at, end, out);
  out.addFor("'", { start: at, end: at + 2 });
  return at + 2;
};

const ESCAPES: Record<string, string> = {
  '0': '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', N: '\u0085', _: '\u00a0',
  L: '\u2028', P: '\u2029', ' ': ' ', '"': '"', '/': '/', '\\': '\\', '\t': '\t',
}; // prettier-ignore
const HEX_DIGITS: Record<string, number> = { x: 2, u: 4, U: 8 };

const doubleQuotedCharacter: ReadCharacter = (source, at, end, out) => {
  if (source[at] !== '\\' || at + 1 >= end) return plainCharacter(source, at, end, out);
  const letter = source[at + 1] ?? '';
  const simple = ESCAPES[letter];
  if (simple !== undefined) {
    out.addFor(simple, { start: at, end: at + 2 });
    return at + 2;
  }
  const digits = source.slice(at + 2, at + 2 + (HEX_DIGITS[letter] ?? 0));
  const code = parseInt(digits, 16);
  const legible = HEX_DIGITS[letter] === digits.length && /^[0-9a-f]+$/i.test(digits) && code <= 0x10ffff;
  if (!legible) return plainCharacter(source, at, end, out);
  out.addFor(String.fromCodePoint(code), { start: at, end: at + 2 + digits.length });
  return at + 2 + digits.length;
};

const BREAK = /[ \t]*(?:\r?\n[ \t]*)+/y;

/** Plain and quoted scalars: line ends are folded into a space, blank lines into line ends. */
function readFlow(source: string, span: Span, out: SourceTextBuilder, readCharacter: ReadCharacter): void {
  const escapes = readCharacter === doubleQuotedCharacter;
  let at = span.start;
  while (at < span.end) {
    if (escapes && source[at] === '\\' && /\r?\n/y.test(source.slice(at + 1, at + 3))) {
      at = skipEscapedBreak(source, at, span.end, out);
      continue;
    }
    BREAK.lastIndex = at;
    const gap = BREAK.exec(source)?.[0];
    if (gap && at + gap.length <= span.end) {
      const breaks = gap.split('\n').length - 1;
      out.addFor(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), { start: at, end: at + gap.length });
      at += gap.length;
    } else {
      at = readCharacter(source, at, span.end, out);
    }
  }
}

/** A line end behind a backslash vanishes, with the indentation of the next line; blank lines after it stay. */
function skipEscapedBreak(source: string, at: number, end: number, out: SourceTextBuilder): number {
  const gap = /\\\r?\n[ \t]*(?:\r?\n[ \t]*)*/y;
  gap.lastIndex = at;
  const found = gap.exec(source)?.[0] ?? '\\';
  const stop = Math.min(end, at + found.length);
  out.addFor('\n'.repeat(Math.max(0, found.split('\n').length - 2)), { start: at, end: stop });
  return stop;
}

interface Line {
  readonly start: number;
  /** Without its line end. */
  readonly end: number;
  readonly next: number;
}

function linesOf(source: string, span: Span): Line[] {
  const lines: Line[] = [];
  let start = span.start;
  while (start < span.end) {
    const feed = source.indexOf('\n', start);
    const next = feed === -1 || feed >= span.end ? span.end : feed + 1;
    const ended = feed !== -1 && feed < span.end;
    const end = ended ? (source[feed - 1] === '\r' && feed > start ? feed - 1 : feed) : span.end;
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}

function readBlock(source: string, span: Span, folded: boolean, out: SourceTextBuilder): void {
  const headerEnd = source.indexOf('\n', span.start);
  if (headerEnd === -1 || headerEnd >= span.end) return;
  const header = source.slice(span.start, headerEnd);
  const lines = linesOf(source, { start: headerEnd + 1, end: span.end });
  const indicator = /^[|>][+-]?([1-9])/.exec(header)?.[1];
  const indent = indicator ? explicitIndent(source, span.start, Number(indicator)) : detectIndent(source, lines);
  const isEmpty = (line: Line): boolean => line.end - line.start <= indent && /^ *$/.test(source.slice(line.start, line.end));
  const blank = lines.every((line) => /^ *$/.test(source.slice(line.start, line.end)));
  const lastFull = blank ? -1 : lines.findLastIndex((line) => !isEmpty(line));
  const chomp = /[+-]/.exec(header.replace(/#.*/, ''))?.[0] ?? '';

  lines.slice(0, lastFull + 1).forEach((line, i) => {
    if (!isEmpty(line)) {
      const start = Math.min(line.start + indent, line.end);
      out.add(source.slice(start, line.end), start);
    }
    if (i < lastFull) joinLines(source, lines, i, indent, folded && !isEmpty(line), isEmpty, out);
    else if (chomp !== '-') addBreak(line, out);
  });
  if (chomp === '+') lines.slice(lastFull + 1).forEach((line) => line.next > line.end && addBreak(line, out));
}

function addBreak(line: Line, out: SourceTextBuilder): void {
  out.addFor('\n', { start: line.end, end: Math.max(line.next, line.end) });
}

/** The break behind line `i` of a block scalar; in folded text a single one between two unindented lines is a space. */
function joinLines(
  source: string,
  lines: readonly Line[],
  i: number,
  indent: number,
  fold: boolean,
  isEmpty: (line: Line) => boolean,
  out: SourceTextBuilder,
): void {
  const line = lines[i];
  const next = lines[i + 1];
  if (!line || !next) return;
  if (!fold) return addBreak(line, out);
  const deeper = (other: Line): boolean => /[ \t]/.test(source[other.start + indent] ?? '');
  const following = lines.slice(i + 1).find((other) => !isEmpty(other));
  const kept = deeper(line) || (following !== undefined && deeper(following));
  if (kept) return addBreak(line, out);
  if (!isEmpty(next)) out.addFor(' ', { start: line.end, end: line.next });
}

function detectIndent(source: string, lines: readonly Line[]): number {
  for (const line of lines) {
    const text = source.slice(line.start, line.end);
    const spaces = /^ */.exec(text)?.[0].length ?? 0;
    if (spaces < text.length) return spaces;
  }
  return Math.max(0, ...lines.map((line) => line.end - line.start));
}

/** The indentation of a block whose header says it: counted from that of the line the header's key stands on. */
function explicitIndent(source: string, at: number, indicator: number): number {
  const lineStart = startOfLine(source, at);
  const prefix = /^ *(?:- +)*/.exec(source.slice(lineStart, at))?.[0] ?? '';
  const holdsKey = source.slice(lineStart + prefix.length, at).includes(':');
  const dash = prefix.lastIndexOf('-');
  return (holdsKey ? prefix.length : Math.max(dash, 0)) + indicator;
}
