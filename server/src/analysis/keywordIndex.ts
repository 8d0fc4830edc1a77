/** Signs one of which stands in whatever a rule looks for: where there is none, the rule need not look. */
export type Keywords = readonly number[];

const ids = new Map<string, number>();
/** In place of a sign's number, which is 1 or more. */
export const NO_KEYWORD = 0;
/** By the code of a mark, its sign. */
export const MARKS = new Uint16Array(256);
let table: KeywordTrie | undefined;

/**
 * Names the signs that a rule goes by.
 * @param signs in small letters: the beginning of a word (`append` for “appendix” and “Appended”), a word with a space behind it
 * (`app `) or with the beginning of the next (`be agreed`), a mark (`[`), or `0` for figures
 */
export function keywords(...signs: readonly string[]): Keywords {
  return signs.map((sign) => {
    const first = /^\w+ (?=\w)/.exec(sign)?.[0];
    if (first !== undefined) register(first);
    return register(sign);
  });
}

function register(sign: string): number {
  const known = ids.get(sign);
  if (known !== undefined) return known;
  const id = ids.size + 1;
  ids.set(sign, id);
  table = undefined;
  if (!/\w/.test(sign)) MARKS[sign.charCodeAt(0)] = id;
  return id;
}

/** The signs of all rules, to be found letter by letter. */
export function keywordTrie(): KeywordTrie {
  return (table ??= new KeywordTrie(ids));
}

/** Where the reading of a word begins, and what it has come to when no sign goes on as the word does. */
export const BEGINNING = 1;
export const NOWHERE = 0;
/** As many characters are told apart: a space, letters (small or capital), figures, and all others. */
export const CHARACTERS = 64;
export const SPACE = 0;
const OTHER = 63;
/** By so many letters at its beginning most words are seen to be no sign. */
export const FIRST_LETTERS = 3;
/** In so many bits of its number a letter differs from the others. */
export const LETTER_BITS = 5;
export const LETTER_NUMBER = (1 << LETTER_BITS) - 1;

/** The number by which a character is known in {@link KeywordTrie}. By its last five bits a letter is known; figures come behind the letters. */
export function characterClass(character: string): number {
  const code = character.charCodeAt(0);
  return /[a-z]/i.test(character) ? code & 31 : /\d/.test(character) ? (code & 31) | 32 : character === ' ' ? SPACE : OTHER;
}

/** A trie: a number for each beginning of a sign. */
class KeywordTrie {
  /** By what has been read times {@link CHARACTERS} and the number of the next character: what they come to. */
  readonly next: Uint16Array;
  /** By what has been read, the sign that it is. */
  readonly found: Uint16Array;
  /** By the numbers of a word's first letters ({@link FIRST_LETTERS}, or all there are) in a row: whether a sign may begin so. */
  readonly beginnings = new Uint8Array(1 << (FIRST_LETTERS * LETTER_BITS));
  /** The sign of figures. */
  readonly figures: number;
  /** How many signs there are, {@link NO_KEYWORD} among them. */
  readonly count: number;

  constructor(all: ReadonlyMap<string, number>) {
    this.figures = all.get('0') ?? NO_KEYWORD;
    this.count = all.size + 1;
    const inWords = [...all].filter(([sign]) => /[a-z]/.test(sign));
    const most = inWords.reduce((sum, [sign]) => sum + sign.length, 2);
    this.next = new Uint16Array(most * CHARACTERS);
    this.found = new Uint16Array(most);
    let made = BEGINNING;
    for (const [sign, id] of inWords) {
      let read = BEGINNING;
      for (const letter of sign) read = this.next[read * CHARACTERS + characterClass(letter)] ||= ++made;
      this.found[read] = id;
      this.noteBeginning(sign);
    }
  }

  private noteBeginning(sign: string): void {
    const letters = /^[a-z]*/.exec(sign)?.[0].slice(0, FIRST_LETTERS) ?? '';
    let from = 0;
    for (const letter of letters) from = (from << LETTER_BITS) | characterClass(letter);
    let to = from + 1;
    this.beginnings.fill(1, from, to);
    // A short sign is the beginning of every word that goes on from it.
    for (let length = letters.length; letters === sign && length < FIRST_LETTERS; length++) {
      from <<= LETTER_BITS;
      to <<= LETTER_BITS;
      this.beginnings.fill(1, from, to);
    }
  }
}
