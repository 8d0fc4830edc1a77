import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Span } from '../../text/span.ts';
import { OBJECT } from '../markdown/inline.ts';
import type { Markdown, Passage } from '../markdown/markdown.ts';
import { partAt, type Part } from './sections.ts';

export type CaptionKind = 'figure' | 'table';

/** The line that names a figure or a table: `Table 2: Visits by branch`. */
export interface Caption {
  readonly kind: CaptionKind;
  /** As written: `2`, `4.1`, `2a`. */
  readonly label: string;
  /** Its numbers from the left; a letter behind them counts on, 2a is `[2, 1]`. */
  readonly parts: readonly number[];
  /** The number alone. */
  readonly span: Span;
  /** The part of the body that it stands in, as for sections. */
  readonly part: number;
  /** "Table 2 (continued)": not a table of its own. */
  readonly continued: boolean;
}

type Found = Pick<Caption, 'kind' | 'label' | 'parts' | 'continued'> & { readonly at: number };

/** A quick look: something of this stands in every caption. Looked at from its figure, which is rarer than its letters. */
const NAME = /\d(?<=(?:fig(?:ure)?|table)\.?\s?\d)/i;
const NAMED = /^(figure|fig|table)\b\.?[ ]?(\d{1,3}(?:\.\d{1,3})*)([a-z]?)(?=([ ]?[:.)|-]|$)|[ ])/i;
const CONTINUED = /^\W{0,4}(?:continued|cont'?d?)\b/i;
/** A name without punctuation before it is short and no sentence with something after it: "Table 1 NHS data. It shows …" is prose. */
const BARE_NAME = /^ [A-Z0-9"'(£][^\n]{0,150}$/;

/**
 * The captions of a text in order, those in images' descriptions among them. A number that stands in a list or a table too, as in
 * a list of tables, is taken once.
 */
export function readCaptions(body: Markdown, parts: readonly Part[]): Caption[] {
  const own: Caption[] = [];
  const listed: Caption[] = [];
  for (const passage of body.passages) {
    for (const { at, ...found } of findIn(passage)) {
      const span = passage.text.spanOf(at, at + found.label.length);
      const isOwn = passage.kind !== 'cell' && passage.listDepth === 0;
      (isOwn ? own : listed).push({ ...found, span, part: partAt(parts, span.start) });
    }
  }
  for (const { alt, span } of body.images) {
    const found = match(foldPunctuation(alt), true);
    if (found) listed.push({ ...found, span, part: partAt(parts, span.start) });
  }
  const known = new Set(own.map(keyOf));
  return [...own, ...listed.filter((caption) => isNew(known, keyOf(caption)))].sort((a, b) => a.span.start - b.span.start);
}

function keyOf({ kind, label, part }: Caption): string {
  return `${kind} ${label.toLowerCase()} ${part}`;
}

function isNew(known: Set<string>, key: string): boolean {
  return !known.has(key) && known.add(key).has(key);
}

function findIn({ kind, text }: Passage): Found[] {
  if (!NAME.test(text.text)) return [];
  const lines = foldPunctuation(text.text).split('\n');
  let offset = 0;
  let first = true;
  return lines.flatMap((line) => {
    const blanks = /^[\s\ufffc]*/.exec(line)?.[0].length ?? 0;
    const found = match(line.slice(blanks), first && kind !== 'cell');
    const at = offset + blanks;
    offset += line.length + 1;
    // What follows an image in the same paragraph is still its beginning.
    if (line.length > blanks && !line.endsWith(OBJECT)) first = false;
    return found ? [{ ...found, at: at + found.at }] : [];
  });
}

/** @param loose at the start of a paragraph: no punctuation is needed behind the number */
function match(line: string, loose: boolean): Found | undefined {
  const found = NAMED.exec(line);
  if (!found?.[1] || !found[2]) return undefined;
  const rest = line.slice(found[0].length);
  const marked = loose ? /^ ?(?:[:.)|-]|$)/ : /^ ?:/;
  const continued = CONTINUED.test(rest);
  if (!marked.test(rest) && !continued && !(loose && BARE_NAME.test(rest) && !/[.?!] /.test(rest))) return undefined;
  const label = found[2] + (found[3] ?? '');
  const kind = found[1].toLowerCase() === 'table' ? 'table' : 'figure';
  return { kind, label, parts: partsOf(label), continued, at: found[0].length - label.length };
}

function partsOf(label: string): number[] {
  const letter = /[a-z]$/i.exec(label)?.[0].toLowerCase();
  const numbers = label
    .replace(/[a-z]$/i, '')
    .split('.')
    .map(Number);
  return letter ? [...numbers, letter.charCodeAt(0) - 96] : numbers;
}
