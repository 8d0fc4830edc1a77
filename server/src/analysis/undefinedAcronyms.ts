import type { Council } from '../council/council.ts';
import { MEANINGS, SHOUTED, WELL_KNOWN } from './knownAcronyms.ts';
import type { Acronym, Acronyms, Use } from './acronyms.ts';
import type { RuleContext } from './ruleContext.ts';
import { findWords, type FoundWords } from './acronymCandidates.ts';
import { passageAt, type Word, type WordPlace, type WordIndex } from './wordIndex.ts';
import { WELL_KNOWN_NAMES } from './wellKnownNames.ts';

/** An acronym that a reader meets before it is explained. */
export interface Unexplained {
  readonly acronym: Acronym;
  /** Where the reader first meets it. */
  readonly use: Use;
  readonly place: WordPlace;
  /** It stands in table cells alone, up to its explanation. */
  readonly onlyInTables: boolean;
  /** The acronym of the report with two of whose letters it seems to have changed places: EHCP for ECHP. */
  readonly meant?: Acronym;
  /** Words before it that it seems to stand for, which nothing ties to it. */
  readonly untied?: FoundWords;
  /** What it stands for, where that is known. */
  readonly meaning?: { readonly words: string; readonly plural: boolean };
}

/** Fields that authors write; names and contact details are as people and bodies spell them. */
const WRITTEN = new Set([
  'title',
  'executive-summary',
  'impact-assessment',
  'recommendations-lead-in',
  'recommendations',
  'reason-for-recommendations',
  'appendices',
  'exempt-reason',
  'urgency',
  'body',
]);
/** Titles come before the text that explains what stands in them. */
const TITLES = new Set(['title', 'appendices']);
/** As often as this, an acronym is no slip. */
const OFTEN = 3;
/** For so many acronyms their words are sought in all of the report. */
const MAX_SOUGHT = 200;

/** The acronyms of a report that are met before they are explained, each once, in the order of the text. */
export function* findUnexplained(context: RuleContext): Iterable<Unexplained> {
  const { acronyms, council } = context;
  if (acronyms.size === 0 || hasGlossaryElsewhere(context)) return;
  const own = knownTo(council);
  let sought = 0;
  for (const acronym of acronyms.values()) {
    if (acronym.listed || own.has(acronym.key) || needsNoWords(acronym) || isDotted(acronym, context.words)) continue;
    const met = usesBefore(acronym);
    const meant = met.length === 0 ? undefined : meantBy(acronym, acronyms);
    if (met.length === 0 || (!meant && isWord(acronym, context.words))) continue;
    const first = firstRead(met, acronym, meant !== undefined);
    if (!first) continue;
    const isSought = !meant && !acronym.explained && sought++ < MAX_SOUGHT;
    const untied = isSought ? findWords(acronym.written, context.words, first.use.word) : undefined;
    const meaning = meaningOf(acronym, untied);
    const onlyInTables = first.place.passage.kind === 'cell' && met.every(({ word }) => isInCell(word));
    yield { acronym, ...first, onlyInTables, ...(meant ? { meant } : {}), ...(untied ? { untied } : {}), ...(meaning ? { meaning } : {}) }; // prettier-ignore
  }
}

/** The acronyms of `council.yaml` by key. */
export function knownTo({ acronyms = {} }: Council): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(acronyms).map(([written, meaning]) => [written.replace(/[^A-Za-z]/g, '').toUpperCase(), meaning]),
  );
}

/** True for letters that everybody knows, numbers of emperors, words in capitals, and names that are wrong as they stand. */
function needsNoWords({ key, written }: Acronym): boolean {
  if (WELL_KNOWN.has(key) || /^[IVX]+$/.test(written) || (written === key && SHOUTED.has(key))) return true;
  return WELL_KNOWN_NAMES.some(({ wrong }) => written.search(wrong) === 0);
}

/** The acronyms that a report uses and that a reader may want explained, with their words where these are known. */
export function listAcronyms(context: RuleContext): { readonly written: string; readonly meaning?: string }[] {
  const own = knownTo(context.council);
  return [...context.acronyms.values()].flatMap((acronym) => {
    const { key, written, uses, explained } = acronym;
    const isRead = uses.some((use) => WRITTEN.has(String(use.word.in.prose.path[0])) && passageAt(use.word) !== undefined);
    if (!isRead || needsNoWords(acronym) || (!explained && isWord(acronym, context.words))) return [];
    if (!explained && !own.has(key) && uses.every(isInLineOfCapitals)) return [];
    const meaning = own.get(key) ?? explained?.meaning ?? MEANINGS.get(key);
    return [{ written, ...(meaning === undefined ? {} : { meaning }) }];
  });
}

/** True where the report lists its abbreviations in an appendix. */
function hasGlossaryElsewhere({ fields }: RuleContext): boolean {
  const appendices = fields.list(['appendices']).flatMap(({ path }) => fields.text([...path, 'title']));
  return appendices.some((title) => /\b(?:glossary|abbreviations|acronyms)\b/i.test(title));
}

/** Explained with dots between its letters: "special educational needs (S.E.N.)". */
function isDotted({ written }: Acronym, { dotted }: WordIndex): boolean {
  return dotted.has(written);
}

/** The uses up to the one that explains it. */
function usesBefore({ uses, explained }: Acronym): readonly Use[] {
  const met = explained ? uses.slice(0, uses.indexOf(explained.use)) : uses;
  return met.filter(({ word }) => WRITTEN.has(String(word.in.prose.path[0])));
}

/** The first use that people read as an acronym; of one that the report explains, the first in running text. */
function firstRead(
  met: readonly Use[],
  { explained, key, written }: Acronym,
  isSlip: boolean,
): Pick<Unexplained, 'use' | 'place'> | undefined {
  for (const use of met) {
    if (!isSlip && written === key && isInLineOfCapitals(use)) continue;
    const place = passageAt(use.word);
    if (!place || place.passage.quoted || !isWritten(use, place)) continue;
    if (!explained || !isTitle(use, place)) return { use, place };
  }
  return undefined;
}

function isInCell(word: Word): boolean {
  return passageAt(word)?.passage.kind === 'cell';
}

function isWritten({ word }: Use, { text, at }: WordPlace): boolean {
  const { path } = word.in.prose;
  if (path[0] === 'appendices' && path.at(-1) !== 'title') return false;
  // A surname in capitals.
  return !/\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Prof|Professor)\.? (?:[A-Z][a-z]* |[A-Z]\.? ?){0,2}$/.test(text.slice(Math.max(0, at - 40), at)); // prettier-ignore
}

function isTitle({ word }: Use, { passage }: WordPlace): boolean {
  return passage.kind === 'heading' || TITLES.has(String(word.in.prose.path[0]));
}

/** The acronym that was probably meant: the report knows one with two neighbouring letters the other way round. */
function meantBy({ key, uses, explained }: Acronym, acronyms: Acronyms): Acronym | undefined {
  if (key.length < 4 || explained || uses.length >= OFTEN) return undefined;
  for (let i = 0; i + 1 < key.length; i++) {
    const other = acronyms.get(key.slice(0, i) + (key[i + 1] ?? '') + (key[i] ?? '') + key.slice(i + 2));
    if (other && other.key !== key && (other.explained ?? other.uses.length >= OFTEN)) return other;
  }
  return undefined;
}

/** True for a word that the report has in small letters too: it is in capitals for stress, or in a heading. */
function isWord({ key, written }: Acronym, { small }: WordIndex): boolean {
  if (written !== key || MEANINGS.has(key) || key.length < 4) return false;
  return small.has(key.toLowerCase()) || (key.length > 4 && small.has(key.charAt(0) + key.slice(1).toLowerCase()));
}

/** True where the whole line is in capitals, or words in capitals on either side are no acronyms. */
function isInLineOfCapitals({ word }: Use): boolean {
  const line = lineOfCapitals(word.in.text, word.at, word.end);
  const words = line.split(/[^A-Z]+/).filter((one) => one.length > 1);
  return words.length > 3 || (words.length > 1 && words.some((one) => one.length > 6 || SHOUTED.has(one)));
}

/** The words in capitals that the word stands among, as far as a hundred characters on either side. */
function lineOfCapitals(text: string, at: number, end: number): string {
  let from = at;
  while (from > at - 100 && /[A-Z ,&'-]/.test(text[from - 1] ?? '')) from--;
  const before = text.slice(from, at);
  const after = /^[A-Z ,&'/-]*(?![a-z])/.exec(text.slice(end, end + 100))?.[0] ?? '';
  return before + text.slice(at, end) + after;
}

function meaningOf({ key, explained }: Acronym, untied: FoundWords | undefined): Unexplained['meaning'] {
  if (explained?.meaning !== undefined) return { words: explained.meaning, plural: explained.use.plural };
  if (untied) return { words: untied.words, plural: false };
  const words = MEANINGS.get(key);
  return words === undefined ? undefined : { words, plural: false };
}
