import type { Match } from './prose.ts';

/** An amount in pounds. */
export const AMOUNT = /£ ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))? ?(million|billion|thousand|bn|m|k)?\b/gi;
const UNITS: Readonly<Record<string, number>> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 };
/** Below this an amount is a price or a fee that is mentioned, not money that is spent. */
const LEAST = 1000;

/** More characters than this no sentence has on either side of an amount. */
const LONGEST = 500;

const SPENDING =
  /\b(?:allocat(?:e|ed|es|ing|ion)|awarded|bears?|budget(?:ed|s)?|capital|commission(?:ed|ing|s)?|contracts?|costs?|costing|earmarked|expenditure|fund(?:ed|ing|s)?|grants?|invest(?:ed|ing|ment|s)?|outlay|pay(?:ing|ment|ments|s)?|procure(?:d|ment|s)?|purchas(?:e|ed|es|ing)|released?|set aside|spend(?:ing|s)?)\b/i;
/** What makes a sentence speak of what is to be done. */
export const PROPOSED =
  /\b(?:estimated|propos(?:al|als|e|ed|es)|recommend(?:ation|ed|s)?|request(?:ed|s)?|requires?|seeks?|will|would|(?:is|are) (?:needed|to be))\b/i;
const PAST =
  /\b(?:had|historic(?:al|ally)?|last (?:quarter|year)|overspen[dt]|paid|previous(?:ly)?|received|save[ds]?|savings?|so far|spent|to date|underspen[dt]|was|were)\b/i;
/** Money that is not the council's to spend on this: the nation's, a household's, an example's. */
const ELSEWHERE =
  /\b(?:average|billion|britain|countr(?:y|ies)|economy|england|fines?|government(?:'s)?|households?|income|ministers?|national(?:ly)?|nationwide|per (?:capita|child|head|person|pupil)|salar(?:y|ies)|societ(?:y|ies)|taxpayers?|treasury|uk|wages?)\b|£[\d.,]+ ?bn\b/i;

/** True where a sentence says that an amount is spent in a year or later, by the council and on this. */
export function isSpending({ passage, groups }: Match, sentence: string, year: number): boolean {
  if (passage.kind !== 'paragraph' || passage.quoted) return false;
  if (poundsOf(groups) < LEAST || !SPENDING.test(sentence) || PAST.test(sentence) || ELSEWHERE.test(sentence)) return false;
  const years = [...sentence.matchAll(/\b(20\d\d|19\d\d)(?:[/-](?:20)?(\d\d))?(?!\d)/g)].map(([, from, to]) =>
    to ? Math.floor(Number(from) / 100) * 100 + Number(to) : Number(from),
  );
  return years.length === 0 || years.some((named) => named >= year);
}

/** The sentence that a match stands in. */
export function sentenceRound({ text, index, end }: Match): string {
  const before = text.slice(Math.max(0, index - LONGEST), index);
  const starts = [...before.matchAll(/[.!?]\s+(?=["'(]?[A-Z£])/g)].map((stop) => stop.index + stop[0].length);
  const rest = text.slice(end, end + LONGEST);
  const stop = /[.!?](?=\s+["'(]?[A-Z£]|\s*$)/.exec(rest);
  const sentence = before.slice(starts.at(-1) ?? 0) + text.slice(index, end) + rest.slice(0, stop ? stop.index + 1 : rest.length);
  return sentence
    .replace(/^\s*\d+(?:\.\d+)+\.?\s/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a match of {@link AMOUNT} comes to. */
export function poundsOf([, whole = '', part = '0', unit = '']: RegExpExecArray): number {
  return Number(`${whole.replaceAll(',', '')}.${part}`) * (UNITS[unit.toLowerCase()] ?? 1);
}
