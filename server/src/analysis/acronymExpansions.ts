/** Words that an acronym may pass over. */
const PASSED_OVER = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Follows a hyphen. */
  readonly joined: boolean;
}

/** Words beside an acronym that it stands for. */
export interface Expansion {
  /** The stretch of the text that they take up. */
  readonly start: number;
  readonly end: number;
  /** They spell all of its letters; else at least half of them. */
  readonly full: boolean;
}

/** True for a word that an acronym may pass over: "of", "and". */
export function isPassedOver(word: string): boolean {
  return PASSED_OVER.has(word.toLowerCase());
}

/** The words at the end of a text whose initials are the letters: "… Education, Health and Care Plan" for EHCP. */
export function expansionBefore(text: string, letters: string): Expansion | undefined {
  const tokens = tokensOf(text).slice(-2 * letters.length - 6);
  const end = tokens.at(-1)?.end ?? 0;
  for (let first = tokens.length - 1; first >= 0; first--) {
    const next = spell(tokens, first, letters);
    if (next === undefined || tokens.slice(next).some(({ joined }) => !joined)) continue;
    return { start: tokens[first]?.start ?? 0, end, full: true };
  }
  const near = tokens.slice(-2 * letters.length - 2);
  return isHalf(near, letters) ? { start: near[0]?.start ?? 0, end, full: false } : undefined;
}

/** The words at the beginning of a text whose initials are the letters. */
export function expansionAfter(text: string, letters: string): Expansion | undefined {
  const tokens = tokensOf(text).slice(0, 2 * letters.length + 6);
  const start = tokens[0]?.start ?? 0;
  let next = spell(tokens, 0, letters);
  while (next !== undefined && tokens[next]?.joined) next++;
  if (next !== undefined) return { start, end: tokens[next - 1]?.end ?? 0, full: true };
  return isHalf(tokens, letters) ? { start, end: tokens.at(-1)?.end ?? 0, full: false } : undefined;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[A-Za-z0-9]+(?:'[a-z]+)?/g)].map(({ 0: word, index }) => ({
    text: word.toLowerCase(),
    start: index,
    end: index + word.length,
    joined: text[index - 1] === '-',
  }));
}

/** Where the words end that begin at `first` and spell the letters; nothing where they do not. */
function spell(tokens: readonly Token[], first: number, letters: string): number | undefined {
  const wanted = letters.toLowerCase();
  let done = 0;
  for (let i = first; i < tokens.length; i++) {
    const word = tokens[i]?.text ?? '';
    if (word.startsWith(wanted.charAt(done))) {
      done++;
      // Small letters may come from inside a word: EqIA, ChAT.
      for (let from = 1; done < wanted.length && isSmall(letters[done]); done++) {
        const at = word.indexOf(wanted[done] ?? '', from);
        if (at === -1) break;
        from = at + 1;
      }
    } else if (i === first || !PASSED_OVER.has(word)) return undefined;
    if (done === wanted.length) return i + 1;
  }
  return undefined;
}

function isSmall(letter: string | undefined): boolean {
  return letter?.toLowerCase() === letter;
}

/** True where at least half of the letters are initials of the words, in their order: "children looked after" for LAC. */
function isHalf(tokens: readonly Token[], letters: string): boolean {
  let row = new Array<number>(letters.length + 1).fill(0);
  for (const { text } of tokens) {
    const next = [0];
    for (let j = 1; j <= letters.length; j++) {
      const same = text.startsWith(letters.charAt(j - 1).toLowerCase());
      next.push(same ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    }
    row = next;
  }
  const found = row[letters.length] ?? 0;
  return found > 1 && found * 2 >= letters.length;
}
