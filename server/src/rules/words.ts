import type { Passage } from '../report/markdown.ts';
import type { Span } from '../text/span.ts';
import type { Prose } from './prose.ts';

/** A text as its words were read: a field's source, or what people read of the body, passage by passage. */
export interface WordText {
  readonly prose: Prose;
  readonly text: string;
  /** Offsets of all its words: starts and ends by turns. */
  readonly words: readonly number[];
}

/** A word by its place in the text that it was read from. */
export interface Word {
  readonly in: WordText;
  readonly at: number;
  readonly end: number;
}

/** A word's place in the passage that people read it in. */
export interface WordPlace {
  readonly passage: Passage;
  /** The passage's text, folded, on one line. */
  readonly text: string;
  /** The word's offset there. */
  readonly at: number;
  readonly span: Span;
}

/** The words of a report, read in one pass, and those that rules ask about. */
export interface Words {
  readonly texts: readonly WordText[];
  /** Words with two capitals or more, which may be acronyms. */
  readonly capitals: readonly Word[];
  /** Words that repeat the one before them, letter case aside. */
  readonly repeated: readonly Word[];
}

const CAPITAL = 1;
const SMALL = 2;
const DIGIT = 3;
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Z]/.test(character) ? CAPITAL : /[a-z]/.test(character) ? SMALL : /[0-9]/.test(character) ? DIGIT : 0;
});

function kindOf(code: number): number {
  if (code < 128) return KINDS[code] ?? 0;
  // Letters with accents: none of our words depends on their case.
  return code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7 ? SMALL : 0;
}

/** Reads the words of a report's texts. A field is not read as Markdown for it. */
export function readWords(prose: readonly Prose[]): Words {
  const capitals: Word[] = [];
  const repeated: Word[] = [];
  const texts = prose.map((one) => readText(one, capitals, repeated));
  return { texts, capitals, repeated };
}

function readText(prose: Prose, capitals: Word[], repeated: Word[]): WordText {
  const text = prose.value ? prose.source : prose.plain;
  const words: number[] = [];
  const out: WordText = { prose, text, words };
  let at = -1;
  let count = 0;
  let hasDigit = false;
  let lastAt = 0;
  let lastEnd = -1;
  for (let i = 0; i <= text.length; i++) {
    const kind = i < text.length ? kindOf(text.charCodeAt(i)) : 0;
    if (kind !== 0) {
      if (at === -1) {
        at = i;
        count = 0;
        hasDigit = false;
      }
      if (kind === CAPITAL) count++;
      else if (kind === DIGIT) hasDigit = true;
      continue;
    }
    if (at === -1) continue;
    words.push(at, i);
    if (!hasDigit) {
      if (count > 1 && i - at > 2) capitals.push({ in: out, at, end: i });
      if (i - at === lastEnd - lastAt && isSame(text, lastAt, at, i) && isGap(text, lastEnd, at)) {
        repeated.push({ in: out, at, end: i });
      }
    }
    lastAt = at;
    lastEnd = i;
    at = -1;
  }
  return out;
}

function isSame(text: string, before: number, at: number, end: number): boolean {
  for (let i = at, j = before; i < end; i++, j++) {
    if (text.charCodeAt(i) === text.charCodeAt(j)) continue;
    if (text[i]?.toLowerCase() !== text[j]?.toLowerCase()) return false;
  }
  return true;
}

/** True where only white space of the same paragraph stands between. */
function isGap(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to);
  return /^\s+$/.test(gap) && !/\n\s*\n/.test(gap);
}

/** Where people read a word; nothing for one that stands in code, in an address or in a comment. */
export function placeOf({ in: { prose, text }, at, end }: Word): WordPlace | undefined {
  const source = prose.value?.text;
  if (!source) return placeInPlain(prose, at, end);
  const span = source.spanOf(at, end);
  const i = prose.passages.findIndex(({ block }) => block.start <= span.start && span.end <= block.end);
  const passage = prose.passages[i];
  if (!passage) return undefined;
  const offset = passage.text.offsetOf(span.start);
  if (passage.text.text.slice(offset, offset + end - at) !== text.slice(at, end)) return undefined;
  return { passage, text: prose.folded[i] ?? '', at: offset, span };
}

/** The body's text is that of its passages, one behind the other. */
function placeInPlain({ passages, folded, starts }: Prose, at: number, end: number): WordPlace | undefined {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const passage = passages[low];
  const start = starts[low] ?? 0;
  const plain = folded[low];
  if (!passage || plain === undefined) return undefined;
  return { passage, text: plain, at: at - start, span: passage.text.spanOf(at - start, end - start) };
}
