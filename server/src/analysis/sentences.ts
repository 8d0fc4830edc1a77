/** A sentence's stretch of a text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/** A full stop that does not end a sentence: behind a short form, an initial, or between numbers. */
const SHORT =
  /(?:\b(?:[A-Z]|Cllrs?|Cttee|Dr|Mr|Mrs|Ms|Prof|St|No|Nos|Rev|para|paras|ref|fig|figs|approx|app|vol|p|pp|s|ss|cf|e\.g|i\.e|a\.m|p\.m|etc|vs|inc|incl|max|min|c)|^\d[\d.]*)\.$/i;

/** The sentences of a paragraph; words are what white space divides, without numbers of paragraphs. */
export function readSentences(text: string): Sentence[] {
  const out: Sentence[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/[.!?;:]["')\]]*(?=\s+|$)/g)) {
    const stop = index + end.length;
    const isLast = text.slice(stop).trim() === '';
    if (!isLast && (/^[;:]/.test(end) || SHORT.test(text.slice(start, index + 1).trimStart()) || !/^\s+["'([]?[A-Z0-9£]/.test(text.slice(stop)))) continue; // prettier-ignore
    add(out, text, start, stop);
    start = stop;
  }
  add(out, text, start, text.length);
  return out;
}

function add(out: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = from + raw.trimEnd().length;
  const words = countWords(text.slice(start, end).replace(/^\d+(?:\.\d+)*\.?\s+/, ''));
  if (words > 0) out.push({ start, end, words });
}

/** How many words a text has: what white space divides and holds a letter or a digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(word)) count++;
  return count;
}
