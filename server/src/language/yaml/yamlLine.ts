import type { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** A YAML text, or the part of a text that is YAML. */
export interface YamlText {
  readonly text: string;
  readonly lines: LineIndex;
  readonly span: Span;
}

/** What the shape of a line tells of YAML in block style, whether the rest of the YAML can be read or not. */
export interface YamlLine {
  /** Offset of the line; columns count from it. */
  readonly start: number;
  readonly end: number;
  /** Nothing stands on it, or a comment only. */
  readonly blank: boolean;
  /** The columns of the dashes that begin list items. */
  readonly dashes: readonly number[];
  /** The column of the text behind indentation and dashes. */
  readonly column: number;
  /** A key with its colon. */
  readonly key: { readonly name: string; readonly span: Span } | undefined;
  /** The text behind the key's colon, or behind the dashes where there is no key; empty where there is none. */
  readonly value: Span;
  /** From its `#`. */
  readonly comment: Span | undefined;
}

/** Lists in lists on one line: more than anybody writes. */
const MAX_DASHES = 8;

/** Reads a line (from 0) of a YAML text. */
export function readYamlLine({ text, lines, span }: YamlText, line: number): YamlLine {
  const start = Math.max(lines.start(line), span.start);
  const { end } = lines.span(line);
  const dashes: number[] = [];
  let at = skipBlanks(text, start, end);
  while (dashes.length < MAX_DASHES && text[at] === '-' && (at + 1 === end || /[ \t]/.test(text[at + 1] ?? ''))) {
    dashes.push(at - start);
    at = skipBlanks(text, at + 1, end);
  }
  const column = at - start;
  const colon = text[at] === '#' ? -1 : colonAfterKey(text, at, end);
  const from = colon === -1 ? at : skipBlanks(text, colon + 1, end);
  const hash = commentFrom(text, from, end);
  const to = start + text.slice(start, hash ?? end).trimEnd().length;
  return {
    start,
    end,
    blank: dashes.length === 0 && colon === -1 && to <= at,
    dashes,
    column,
    key: colon === -1 ? undefined : keyBefore(text, at, colon),
    value: { start: Math.min(from, end), end: Math.max(Math.min(from, end), to) },
    comment: hash === undefined ? undefined : { start: hash, end },
  };
}

function keyBefore(text: string, at: number, colon: number): { name: string; span: Span } {
  const span = { start: at, end: at + text.slice(at, colon).trimEnd().length };
  return { name: text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/, '$2'), span };
}

/** The first column from an offset at which something stands, as an offset. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** Offset of the colon behind a key that begins at `at`, -1 where there is none. */
function colonAfterKey(text: string, at: number, end: number): number {
  const quote = text[at] ?? '';
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1);
    const colon = close === -1 ? end : skipBlanks(text, close + 1, end);
    return colon < end && isKeyColon(text, colon, end) ? colon : -1;
  }
  if (/[[\]{},&*!|>%@`]/.test(quote)) return -1;
  for (let colon = text.indexOf(':', at); colon !== -1 && colon < end; colon = text.indexOf(':', colon + 1)) {
    if (isKeyColon(text, colon, end)) return colon === at || text.slice(at, colon).includes(' #') ? -1 : colon;
  }
  return -1;
}

function isKeyColon(text: string, colon: number, end: number): boolean {
  return text[colon] === ':' && (colon + 1 >= end || text[colon + 1] === ' ' || text[colon + 1] === '\t');
}

/** Where the comment on a line begins, for a value that begins at `from`: a `#` behind a blank, outside quotation marks. */
function commentFrom(text: string, from: number, end: number): number | undefined {
  let at = from;
  const quote = text[from] ?? '';
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, from + 1);
    at = close === -1 || close >= end ? end : close;
  }
  for (let hash = text.indexOf('#', at); hash !== -1 && hash < end; hash = text.indexOf('#', hash + 1)) {
    if (hash === from || /[ \t]/.test(text[hash - 1] ?? '')) return hash;
  }
  return undefined;
}
