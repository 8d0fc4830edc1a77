import { OBJECT } from '../paper/markdown/inline.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import { lastIndexWhere } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { PASSAGE_SEPARATOR, type Prose } from './prose.ts';
import { expansionAfter, expansionBefore } from './acronymExpansions.ts';
import type { Word, WordIndex } from './wordIndex.ts';

/** An acronym of a report with all places where it stands, in the order of the text. */
export interface Acronym {
  /** In capitals and without the s of a plural: the same for EHCP and EHCPs. */
  readonly key: string;
  /** As first written, without the s of a plural. */
  readonly written: string;
  readonly uses: readonly Use[];
  /** The first use that the report explains; nothing where it never does. */
  readonly explained?: Explained;
  /** The report has it in a list of abbreviations, where readers look it up wherever they meet it. */
  readonly listed?: true;
}

export interface Use {
  readonly word: Word;
  readonly plural: boolean;
}

export interface Explained {
  readonly use: Use;
  /** Its words as the report has them; nothing where they could not be made out. */
  readonly meaning?: string;
}

/** A report's acronyms by key, in the order of their first use. */
export type Acronyms = ReadonlyMap<string, Acronym>;

interface Growing {
  readonly key: string;
  readonly written: string;
  readonly uses: Use[];
  explained?: Explained;
  listed?: true;
}

/** As far as an explanation reaches, in characters. */
const REACH = 200;
const IN_ADDRESS = /[./@_\\:#=?%-]/;
const ADDRESS = /:\/\/|\bwww\.|@|_|\.(?:aspx?|csv|docx?|gov|html?|jpe?g|md|org|pdf|png|pptx?|svg|uk|xlsx?)\b|\d.*\/|\/.*\d/i;

/** Finds the acronyms among a report's words, and where it explains them. */
export function readAcronyms({ capitals }: WordIndex): Acronyms {
  const found = new Map<string, Growing>();
  const glossaries = new Map<Prose, readonly Span[]>();
  for (const word of capitals) {
    const { text, prose } = word.in;
    const shape = shapeOf(text.slice(word.at, word.end));
    if (!shape || isInAddress(text, word)) continue;
    const { key, written, plural } = shape;
    let acronym = found.get(key);
    if (!acronym) found.set(key, (acronym = { key, written, uses: [] }));
    const use = { word, plural };
    acronym.uses.push(use);
    let glossary = glossaries.get(prose);
    if (!glossary) glossaries.set(prose, (glossary = findGlossaries(prose)));
    const listed = explainInGlossary(word, glossary);
    if (listed) acronym.listed = true;
    if (acronym.explained?.meaning !== undefined) continue;
    const how = listed ?? explain(word, written);
    if (how && (!acronym.explained || how.meaning !== undefined)) {
      acronym.explained = { use: acronym.explained?.use ?? use, ...how };
    }
  }
  return found;
}

/** A word as an acronym; nothing for words that are none, by their shape. */
export function shapeOf(word: string): { key: string; written: string; plural: boolean } | undefined {
  const plural = word.length > 3 && word.endsWith('s') && /[A-Z]/.test(word[word.length - 2] ?? '');
  const written = plural ? word.slice(0, -1) : word;
  const capitals = written.replace(/[^A-Z]/g, '').length;
  const pure = capitals === written.length;
  // DfE and CoP begin and end with capitals; names such as McLeod and YouTube do not, or are longer.
  const mixed = capitals >= 3 ? capitals * 2 >= written.length : capitals === 2 && /^[A-Z][a-z]{1,2}[A-Z]$/.test(written);
  if (written.length < 3 || written.length > (pure ? 6 : 8) || !(pure || mixed)) return undefined;
  return { key: written.toUpperCase(), written, plural };
}

/** True for part of an address, a file's name, a reference number, or of letters joined by an ampersand. */
function isInAddress(text: string, { at, end }: Word): boolean {
  const [before = '', after = ''] = [text[at - 1], text[end]];
  if (before === '&' || after === '&') return true;
  if (!IN_ADDRESS.test(before) && !IN_ADDRESS.test(after)) return false;
  const start = /[^\s()<>[\]|"]*$/.exec(text.slice(Math.max(0, at - REACH), at))?.[0] ?? '';
  const rest = /^[^\s()<>[\]|"]*/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return ADDRESS.test(start + text.slice(at, end) + rest) || /^-\d/.test(rest);
}

type How = Pick<Explained, 'meaning'>;

const OPENED =
  /[([]\s*(?:(?:the|hereafter|hereinafter|or|also|aka|a\.k\.a\.|known as|referred to as|called|shortened to|abbreviated (?:to|as)|i\.e\.|formerly|previously|now)[,:]?\s+)*["'*_]*$/i;
const TIED_BEFORE = /[\s,:;=("'*_[-]+(?:(?:or|the|known as|called|abbreviated (?:to|as)|shortened to|hereafter)\s+)*["'*_]*$/i;
const TIED_AFTER =
  /^["'*_]*(?:\s*[,:;=(-]["'*_]*\s*|\s+(?:is|are|means?|stands? for|is short for|refers? to)\s+|\s*\n\0\n)(?:or\s+)?(?:(?:the|an?)\s+)?["'*_]*/i;

/** What the words on either side say that it stands for: "words (ABC)", "ABC (words)", "ABC: words". */
function explain(word: Word, letters: string): How | undefined {
  const { text } = word.in;
  const before = mayBeExplainedBefore(text, word.at, letters) ? explainBefore(word, letters) : undefined;
  return before ?? (text[word.end] === OBJECT ? {} : explainAfter(word, letters));
}

/** A quick look at what stands in front: a mark, a linking word behind one, or a word with the last letter of the acronym. */
function mayBeExplainedBefore(text: string, at: number, letters: string): boolean {
  let from = at;
  while (from > 0 && /[\s"'“‘*_]/.test(text[from - 1] ?? '')) from--;
  if (from === 0) return false;
  if (!/[A-Za-z]/.test(text[from - 1] ?? '')) return /[([,:;=–—-]/.test(text[from - 1] ?? '');
  const word = /[A-Za-z'’]+$/.exec(text.slice(Math.max(0, from - 30), from))?.[0].toLowerCase() ?? '';
  if (word.startsWith(letters.slice(-1).toLowerCase())) return true;
  return LINKING.has(word) && /[([,:;=–—-]/.test(text.slice(Math.max(0, from - 30), from));
}

const LINKING = new Set([
  'or',
  'the',
  'as',
  'to',
  'called',
  'hereafter',
  'hereinafter',
  'also',
  'aka',
  'formerly',
  'previously',
  'now',
]);

function explainBefore({ in: { text }, at, end }: Word, letters: string): How | undefined {
  const before = sentenceBefore(foldPunctuation(text.slice(Math.max(0, at - REACH), at)));
  const opened = OPENED.exec(before);
  const tie = opened ?? TIED_BEFORE.exec(before);
  const words = before.slice(0, tie?.index ?? before.length).trimEnd();
  const spelling = tie && /\w['"*_]*$/.test(words) ? expansionBefore(words, letters) : undefined;
  if (spelling?.full) return { meaning: tidy(words.slice(spelling.start, spelling.end)) };
  const closes = opened && /^['"’”*_]*(?:[)\],;:/–-]|\s(?:and|or|for)\b)/.test(text.slice(end, end + 8));
  return spelling && closes ? {} : undefined;
}

function explainAfter({ in: { text }, at, end }: Word, letters: string): How | undefined {
  if (!TIED_AFTER.test(foldPunctuation(text.slice(end, end + 20)))) return undefined;
  const after = foldPunctuation(text.slice(end, end + REACH));
  const tie = TIED_AFTER.exec(after)?.[0] ?? '';
  // A cell that holds the letters alone is explained by the next one.
  if (tie.includes('\0') && !(text.endsWith(PASSAGE_SEPARATOR, at) || at === 0)) return undefined;
  const rest = after.slice(tie.length);
  const opens = tie.includes('(');
  if (!opens && !rest.toLowerCase().startsWith(letters.charAt(0).toLowerCase())) return undefined;
  const words = rest.split(opens ? ')' : /[.;\n]/)[0] ?? '';
  // Whoever writes "PINS = Planning Inspectorate" says what the letters mean, whatever the initials are.
  if (tie.includes('=') && /^[A-Z][a-z]+(?: [A-Za-z]+)+$/.test(words.trim())) return { meaning: tidy(words) };
  const spelling = /\w\W+\w/.test(words) ? expansionAfter(words, letters) : undefined;
  if (spelling?.full) return { meaning: tidy(words.slice(0, spelling.end)) };
  return spelling && opens ? {} : undefined;
}

function sentenceBefore(text: string): string {
  const start = Math.max(
    text.lastIndexOf('\0'),
    text.lastIndexOf('\n\n'),
    ...['. ', '? ', '! '].map((end) => text.lastIndexOf(end)),
  );
  return text.slice(start + 1);
}

function tidy(words: string): string {
  return words.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
}

/** Where in the body's plain text its lists of abbreviations stand. */
function findGlossaries({ value, passages, starts, joinedPassages }: Prose): Span[] {
  if (value || !/\b(?:glossary|abbreviations?|acronyms)\b/i.test(joinedPassages)) return [];
  return passages.flatMap(({ kind, text }, i) => {
    if (kind !== 'heading' || !/\b(?:glossary|abbreviations?|acronyms)\b/i.test(text.text)) return [];
    let next = i + 1;
    while (next < passages.length && passages[next]?.kind !== 'heading') next++;
    return [{ start: starts[i] ?? 0, end: starts[next] ?? joinedPassages.length }];
  });
}

/** In a list of abbreviations every one that begins a line is explained by what follows. */
function explainInGlossary({ in: { text }, at, end }: Word, glossaries: readonly Span[]): How | undefined {
  if (glossaries.length === 0 || (at !== 0 && !text.endsWith(PASSAGE_SEPARATOR, at))) return undefined;
  const last = glossaries[lastIndexWhere(glossaries.length, (i) => (glossaries[i]?.start ?? 0) <= at)];
  if (!last || at >= last.end) return undefined;
  const meaning = /^\s*(?:[:=-]|\n\0\n)?\s*([^\n]{3,120})/.exec(foldPunctuation(text.slice(end, end + REACH)))?.[1];
  return meaning === undefined ? {} : { meaning: tidy(meaning.replace(/[.;]\s*$/, '')) };
}
