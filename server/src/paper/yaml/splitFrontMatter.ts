import type { Span } from '../../text/span.ts';

/** Where the front matter and the body of a report stand in its text. */
export interface FrontMatterSplit {
  /** The line `---` that opens the front matter, without its line end; absent where there is none. */
  readonly open?: Span;
  /** The YAML between the two lines, from the start of its first line to the end of its last (line end included). */
  readonly yaml?: Span;
  /** The closing line; absent where it was forgotten, and then `yaml` ends where the report's text seems to begin. */
  readonly close?: Span | undefined;
  /** What stands before the opening line and should not: text or blank lines. */
  readonly before?: Span | undefined;
  readonly body: Span;
}

const RULE_LINE = /(?:^|(?<=^\ufeff))---[ \t]*\r?$/gm;
/** How far down a report may begin and still be taken for one. */
const STRAY_LINES = 10;
const TEMPLATE_WITHIN = 100;
const TEMPLATE_KEY = /^["']?template["']?[ \t]*:/m;

/**
 * Splits a text into front matter and body, forgiving what people get wrong: stray lines before the opening `---`, and no
 * closing one.
 */
export function splitFrontMatter(text: string): FrontMatterSplit {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const open = findOpening(text, bom);
  if (!open) return { body: { start: bom, end: text.length } };
  const start = lineAfter(text, open.end);
  const close = findClosing(text, start);
  const end = close ? close.start : endOfForgotten(text, start);
  const bodyStart = close ? lineAfter(text, close.end) : end;
  return {
    open,
    yaml: { start, end },
    close,
    before: open.start > bom ? { start: bom, end: open.start } : undefined,
    body: { start: bodyStart, end: text.length },
  };
}

/**
 * True for a text that is meant as a report: its front matter names a template, or it looks as if it should (`---` after
 * blank lines or stray text, and `template:` within 100 lines of it).
 */
export function looksLikePaper(text: string): boolean {
  const { yaml } = splitFrontMatter(text);
  return yaml !== undefined && TEMPLATE_KEY.test(text.slice(yaml.start, yaml.end));
}

function findOpening(text: string, bom: number): Span | undefined {
  RULE_LINE.lastIndex = bom;
  const found = RULE_LINE.exec(text);
  if (!found) return undefined;
  const span = { start: found.index, end: found.index + found[0].replace('\r', '').length };
  if (found.index === bom) return span;
  const stray = text.slice(bom, found.index).trim();
  if (stray !== '' && (stray.split('\n').length > STRAY_LINES || /^[ \t]*(?:```|~~~)/m.test(stray))) return undefined;
  const head = firstLines(text, lineAfter(text, span.end), TEMPLATE_WITHIN);
  return TEMPLATE_KEY.test(head) ? span : undefined;
}

function findClosing(text: string, from: number): Span | undefined {
  RULE_LINE.lastIndex = from;
  const found = RULE_LINE.exec(text);
  if (!found || endOfForgotten(text, from, found.index) < found.index) return undefined;
  return { start: found.index, end: found.index + found[0].replace('\r', '').length };
}

/**
 * Where front matter without a closing line seems to end: at the first heading of the body, or at the first line after a
 * blank one that is neither a key, nor a list item, nor indented, nor a comment.
 */
function endOfForgotten(text: string, from: number, limit = text.length): number {
  let at = from;
  let afterBlank = false;
  while (at < limit) {
    const next = lineAfter(text, at);
    const line = text.slice(at, next).trimEnd();
    const heading = /^#{1,6} \S/.test(line) && afterBlank && !isYamlLine(nextFullLine(text, next));
    if (heading || (afterBlank && line !== '' && !isYamlLine(line))) return at;
    afterBlank = line === '';
    at = next;
  }
  return limit;
}

function isYamlLine(line: string): boolean {
  return line === '' || /^(?:[ \t]|#|- |-$|["']?[\w-]+["']?[ \t]*:(?:\s|$)|---)/.test(line);
}

function nextFullLine(text: string, from: number): string {
  let at = from;
  while (at < text.length) {
    const next = lineAfter(text, at);
    const line = text.slice(at, next).trimEnd();
    if (line !== '') return line;
    at = next;
  }
  return 'end of text';
}

function firstLines(text: string, from: number, count: number): string {
  let at = from;
  for (let i = 0; i < count && at < text.length; i++) at = lineAfter(text, at);
  return text.slice(from, at);
}

function lineAfter(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed === -1 ? text.length : feed + 1;
}
