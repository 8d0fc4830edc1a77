import type { Passage } from '../paper/markdown/markdown.ts';
import { lastIndexWhere } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import type { Prose } from './prose.ts';
import {
  BEGINNING,
  CHARACTERS,
  FIRST_LETTERS,
  LETTER_BITS,
  LETTER_NUMBER,
  MARKS,
  NO_KEYWORD,
  NOWHERE,
  characterClass,
  keywordTrie,
  SPACE,
  type Keywords,
} from './keywordIndex.ts';
import { isPassedOver } from './acronymExpansions.ts';

/** A text as its words were read: a field's source, or what people read of the body, passage by passage. */
export interface WordText {
  readonly prose: Prose;
  readonly text: string;
  /** The first letters of its words in small letters, those left out that acronyms pass over, and where each stands. Read on first use. */
  readonly initials: { readonly initials: string; readonly starts: readonly number[] };
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
export interface WordIndex {
  readonly texts: readonly WordText[];
  /** The texts that a sign of a cue stands in, in the order of the report. */
  textsWith(cue: Keywords): readonly Prose[];
  /** Words with two capitals or more, which may be acronyms. */
  readonly capitals: readonly Word[];
  /** Words that repeat the one before them, letter case aside. */
  readonly repeated: readonly Word[];
  /** The words of four to eight letters that are no part of an address, in small letters or with one capital. Read on first use. */
  readonly small: ReadonlySet<string>;
  /** Acronyms that stand in brackets with dots between their letters, and what they begin with. Read on first use. */
  readonly dotted: ReadonlySet<string>;
}

/** The words of a sign may have so many characters between them: marks of emphasis, a comma, the end of a line. */
const APART = 4;
/** In the last bits of a character's kind stands its number ({@link characterClass}). */
const NUMBER = CHARACTERS - 1;
const LETTER = CHARACTERS;
const CAPITAL = 2 * CHARACTERS;
const DIGIT = 4 * CHARACTERS;
/** The kinds of the characters of European languages, 0 for those of no word; the case of letters with accents is of no consequence. */
const KINDS = Uint16Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  const number = characterClass(character);
  if (/[A-Z]/.test(character)) return LETTER | CAPITAL | number;
  if (/[0-9]/.test(character)) return DIGIT | number;
  return /[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/.test(character) ? LETTER | number : 0;
});

function kindAt(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? 0;
}

/** Reads the words of a report's texts. A field is not read as Markdown for it. */
export function buildWordIndex(prose: readonly Prose[]): WordIndex {
  const found: Found = { capitals: [], repeated: [], bySign: new Array<undefined>(keywordTrie().count) };
  const texts = prose.map((one) => {
    const text = new ReadText(one);
    scan(text, found);
    return text;
  });
  return new ReadWords(prose, texts, found);
}

/** A class, for what {@link RuleContext} is one for; and V8 keeps what an object's own getters hold until it clears all memory. */
class ReadWords implements WordIndex {
  readonly capitals: readonly Word[];
  readonly repeated: readonly Word[];
  private readonly read: { -readonly [key in 'small' | 'dotted']?: WordIndex[key] } = {};

  constructor(
    private readonly prose: readonly Prose[],
    readonly texts: readonly WordText[],
    private readonly found: Found,
  ) {
    this.capitals = found.capitals;
    this.repeated = found.repeated;
  }

  textsWith(cue: Keywords): readonly Prose[] {
    let all = NO_TEXTS;
    for (const sign of cue) {
      const texts = this.found.bySign[sign];
      if (texts) all = all.length === 0 ? texts : [...all, ...texts];
    }
    return all.length < 2 || cue.length === 1 ? all : this.prose.filter((text) => all.includes(text));
  }

  get small(): ReadonlySet<string> {
    return (this.read.small ??= readSmall(this.texts));
  }

  get dotted(): ReadonlySet<string> {
    return (this.read.dotted ??= readDotted(this.texts));
  }
}

function readSmall(texts: readonly WordText[]): Set<string> {
  const small = new Set<string>();
  for (const { text } of texts) {
    for (const word of text.match(/(?<![\w/.@-])[A-Za-z][a-z]{3,7}(?![\w/@-])/g) ?? []) small.add(word);
  }
  return small;
}

function readDotted(texts: readonly WordText[]): Set<string> {
  const dotted = new Set<string>();
  for (const { text } of texts) {
    for (const found of text.match(/\((?:[A-Za-z]\.){3,8}/g) ?? []) {
      const letters = found.replace(/[(.]/g, '');
      for (let length = 3; length <= letters.length; length++) dotted.add(letters.slice(0, length));
    }
  }
  return dotted;
}

class ReadText implements WordText {
  readonly text: string;
  private read: { initials: string; starts: readonly number[] } | undefined;

  constructor(readonly prose: Prose) {
    this.text = prose.value ? prose.source : prose.joinedPassages;
  }

  get initials(): { initials: string; starts: readonly number[] } {
    return (this.read ??= readInitials(this.text));
  }
}

const NO_TEXTS: readonly Prose[] = [];

interface Found {
  readonly capitals: Word[];
  readonly repeated: Word[];
  /** By signs, the texts that each stands in. */
  readonly bySign: (Prose[] | undefined)[];
}

/** Looks at every character once; again at those of a word that may be a sign's, going by its first letters or the word before it. */
function scan(into: WordText, found: Found): void {
  const { text, prose } = into;
  const { length } = text;
  const { figures, beginnings } = keywordTrie();
  let lastAt = 0;
  let lastEnd = -1;
  let lastBeginning = 0;
  /** What the last word and a space have come to. */
  let opened = NOWHERE;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    let kind = KINDS[code] ?? 0;
    if (kind === 0) {
      const mark = MARKS[code] ?? NO_KEYWORD;
      if (mark !== NO_KEYWORD) noteSign(mark, prose, found);
      at++;
      continue;
    }
    if ((kind & DIGIT) !== 0) noteSign(figures, prose, found);
    let end = at;
    let kinds = 0;
    let capitals = 0;
    let beginning = 0;
    do {
      kinds |= kind;
      capitals += kind & CAPITAL;
      beginning = (beginning << LETTER_BITS) | (kind & LETTER_NUMBER);
      end++;
      kind = end < length ? kindAt(text, end) : 0;
    } while (kind !== 0 && end < at + FIRST_LETTERS);
    // The rest of it, of which less is wanted.
    while (kind !== 0) {
      kinds |= kind;
      capitals += kind & CAPITAL;
      end++;
      kind = end < length ? kindAt(text, end) : 0;
    }
    if (opened !== NOWHERE && at - lastEnd <= APART) noteSigns(opened, { text, at, end }, prose, found);
    const mayBeSign = beginnings[beginning] !== 0 || (kinds & DIGIT) !== 0;
    opened = mayBeSign ? noteSigns(BEGINNING, { text, at, end }, prose, found) : NOWHERE;
    if ((kinds & DIGIT) === 0) {
      if (capitals > CAPITAL && end - at > 2) found.capitals.push({ in: into, at, end });
      const isAlike = beginning === lastBeginning && end - at === lastEnd - lastAt && at - lastEnd < 40;
      if (isAlike && isSame(text, lastAt, at, end) && isGap(text, lastEnd, at)) found.repeated.push({ in: into, at, end });
    }
    lastAt = at;
    lastEnd = end;
    lastBeginning = beginning;
    at = end;
  }
}

/** Notes the signs that a word is or begins with, read on from what has been read before; gives what it and a space come to. */
function noteSigns(before: number, word: { text: string; at: number; end: number }, prose: Prose, found: Found): number {
  const { next, found: signOf } = keywordTrie();
  const { text, at, end } = word;
  let read = before;
  for (let i = at; i < end && read !== NOWHERE; i++) {
    read = next[read * CHARACTERS + (kindAt(text, i) & NUMBER)] ?? NOWHERE;
    const sign = signOf[read] ?? NO_KEYWORD;
    if (sign !== NO_KEYWORD) noteSign(sign, prose, found);
  }
  const ended = next[read * CHARACTERS + SPACE] ?? NOWHERE;
  const sign = signOf[ended] ?? NO_KEYWORD;
  if (sign !== NO_KEYWORD) noteSign(sign, prose, found);
  return ended;
}

/** Notes that a sign stands in a text. */
function noteSign(sign: number, prose: Prose, { bySign }: Found): void {
  const others = bySign[sign];
  if (!others) bySign[sign] = [prose];
  else if (others[others.length - 1] !== prose) others.push(prose);
}

/** True for two words of one length with the same letters, whatever their case. */
function isSame(text: string, before: number, at: number, end: number): boolean {
  for (let i = at, j = before; i < end; i++, j++) {
    if ((text.charCodeAt(i) | 32) !== (text.charCodeAt(j) | 32)) return false;
  }
  return true;
}

function readInitials(text: string): { initials: string; starts: readonly number[] } {
  const starts: number[] = [];
  let initials = '';
  for (const { 0: word, index } of text.matchAll(/[A-Za-z0-9]+/g)) {
    if (word.length < 5 && isPassedOver(word)) continue;
    starts.push(index);
    initials += word.charAt(0);
  }
  return { initials: initials.toLowerCase(), starts };
}

/** True where only white space of the same paragraph stands between. */
function isGap(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to);
  return /^\s+$/.test(gap) && !/\n\s*\n/.test(gap);
}

/** Where people read a word; nothing for one that stands in code, in an address or in a comment. */
export function passageAt({ in: { prose, text }, at, end }: Word): WordPlace | undefined {
  const source = prose.value?.text;
  if (!source) return placeInPlain(prose, at, end);
  const span = source.spanOf(at, end);
  const { passages, inOrder } = prose;
  const i = inOrder[lastIndexWhere(inOrder.length, (n) => (passages[inOrder[n] ?? 0]?.block.start ?? 0) <= span.start)] ?? -1;
  const passage = passages[i];
  if (!passage || span.end > passage.block.end) return undefined;
  const offset = passage.text.offsetOf(span.start);
  if (passage.text.text.slice(offset, offset + end - at) !== text.slice(at, end)) return undefined;
  return { passage, text: prose.passageTexts[i] ?? '', at: offset, span };
}

/** The body's text is that of its passages, one behind the other. */
function placeInPlain({ passages, passageTexts, starts }: Prose, at: number, end: number): WordPlace | undefined {
  const i = lastIndexWhere(starts.length, (index) => (starts[index] ?? 0) <= at);
  const passage = passages[i];
  const start = starts[i] ?? 0;
  const plain = passageTexts[i];
  if (!passage || plain === undefined) return undefined;
  return { passage, text: plain, at: at - start, span: passage.text.spanOf(at - start, end - start) };
}
