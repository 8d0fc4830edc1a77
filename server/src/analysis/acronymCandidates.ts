import { foldPunctuation } from '../text/foldPunctuation.ts';
import { expansionAfter } from './acronymExpansions.ts';
import type { Word, WordIndex, WordText } from './wordIndex.ts';

/** Words of a report that an acronym may stand for. */
export interface FoundWords {
  /** As written there, on one line. */
  readonly words: string;
  /** The first and the last of them. */
  readonly first: Word;
  readonly last: Word;
}

/** At so many places the words are looked at; more of the same initials stand only in a text made for it. */
const MAX_TRIES = 100;

/**
 * Finds the words before a use of an acronym whose initials are its letters: "High Needs Block" for HNB. Three letters are found by
 * chance, so they must be the capitals of a name.
 */
export function findWords(letters: string, { texts }: WordIndex, use: Word): FoundWords | undefined {
  const capitals = letters.replace(/[^A-Z]/g, '');
  if (capitals.length < 3) return undefined;
  for (const text of texts) {
    const isLast = text === use.in;
    const found = findIn(text, letters, capitals.toLowerCase(), isLast ? use.at : Infinity);
    if (found) return found;
    if (isLast) return undefined;
  }
  return undefined;
}

function findIn(text: WordText, letters: string, wanted: string, until: number): FoundWords | undefined {
  const { initials, starts } = text.initials;
  let tries = 0;
  for (let i = initials.indexOf(wanted); i !== -1 && tries < MAX_TRIES; i = initials.indexOf(wanted, i + 1)) {
    tries++;
    const start = starts[i] ?? 0;
    if (start >= until) return undefined;
    const passage = foldPunctuation(text.text.slice(start, start + 160)).split(/\n\s*\n|\0/)[0] ?? '';
    const spelling = expansionAfter(passage, letters);
    if (!spelling?.full || spelling.start !== 0) continue;
    const words = passage.slice(0, spelling.end);
    if (/[.;:!?|()[\]]/.test(words)) continue;
    const names = (words.match(/(?<![A-Za-z'])[A-Z][a-z]/g) ?? []).length;
    if (wanted.length < 4 && names < wanted.length) continue;
    const last = starts[i + wanted.length - 1] ?? start;
    return {
      words: words.replace(/\s+/g, ' '),
      first: { in: text, at: start, end: start },
      last: { in: text, at: last, end: start + spelling.end },
    };
  }
  return undefined;
}
