import type { Span } from '../../text/span.ts';

/** No word has more letters on either side of a place. */
const MOST = 60;

/** The word that an offset stands in or at: letters, numbers, and the marks that join them. Empty where there is none. */
export function wordAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > offset - MOST && isOfWord(text[start - 1])) start--;
  while (end < offset + MOST && isOfWord(text[end])) end++;
  return { start, end };
}

function isOfWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}'’-]/u.test(character);
}
