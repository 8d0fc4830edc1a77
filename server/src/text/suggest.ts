import { distance } from 'fastest-levenshtein';

/** `a`, `a or b`, `a, b or c`. */
export function joinWords(words: readonly string[], conjunction = 'or'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** The known word that was probably meant: the nearest one, if it differs by no more than a third of its letters. */
export function closestMatch(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  const typed = word.trim().toLowerCase();
  for (const candidate of known) {
    const most = Math.max(1, Math.floor(candidate.length / 3));
    // As many steps as they differ in length are needed at least: a long text is not compared.
    if (Math.abs(typed.length - candidate.length) > most) continue;
    const steps = distance(typed, candidate.toLowerCase());
    if (steps < least && steps <= most) [best, least] = [candidate, steps];
  }
  return best;
}

/** ` Did you mean “…”?`, or nothing where no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = closestMatch(word, known);
  return near === undefined || near === word ? '' : ` Did you mean “${near}”?`;
}

/** A value in quotation marks, cut to a length that fits in a message. */
export function quote(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return `“${line.length > 60 ? `${line.slice(0, 57)}…` : line}”`;
}
