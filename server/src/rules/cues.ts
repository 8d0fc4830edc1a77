/** Signs one of which stands in whatever a rule looks for: where there is none, the rule need not look. */
export type Cue = readonly number[];

const ids = new Map<string, number>();
/** By the code of a mark, the number of its sign and one; 0 where it is none. */
export const MARKS = new Uint16Array(256);
let table: Signs | undefined;

/**
 * Names the signs that a rule goes by.
 * @param signs in small letters: the beginning of a word (`append` for “appendix” and “Appended”), a word with a space behind it
 * (`app `) or with the beginning of the next (`be agreed`), a mark (`[`), or `0` for figures
 */
export function cue(...signs: readonly string[]): Cue {
  return signs.map((sign) => {
    const first = /^\w+ (?=\w)/.exec(sign)?.[0];
    if (first !== undefined) register(first);
    return register(sign);
  });
}

function register(sign: string): number {
  const known = ids.get(sign);
  if (known !== undefined) return known;
  const id = ids.size;
  ids.set(sign, id);
  table = undefined;
  if (!/\w/.test(sign)) MARKS[sign.charCodeAt(0)] = id + 1;
  return id;
}

/** The signs of all rules, to be found letter by letter. */
export function signs(): Signs {
  return (table ??= new Signs(ids));
}

/** Where the reading of a word begins, and what it has come to when no sign goes on as the word does. */
export const BEGINNING = 1;
export const NOWHERE = 0;
const SPACE = 0;
/** As many characters are told apart. */
const CHARACTERS = 64;

/** By its last five bits a letter is known, small or capital; no letter has those of a space. Figures come behind the letters. */
function numberOf(code: number): number {
  return code > 47 && code < 58 ? (code & 31) | 32 : code & 31;
}

/** A trie: a number for each beginning of a sign. */
class Signs {
  private readonly next: Uint16Array;
  /** By what has been read, the number of its sign and one; 0 where it is none. */
  private readonly found: Uint16Array;
  /** The sign of figures; -1 where no rule goes by it. */
  readonly figures: number;

  constructor(all: ReadonlyMap<string, number>) {
    this.figures = all.get('0') ?? -1;
    const inWords = [...all].filter(([sign]) => /[a-z]/.test(sign));
    const most = inWords.reduce((sum, [sign]) => sum + sign.length, 2);
    this.next = new Uint16Array(most * CHARACTERS);
    this.found = new Uint16Array(most);
    let made = BEGINNING;
    for (const [sign, id] of inWords) {
      let read = BEGINNING;
      for (const letter of sign) {
        const at = read * CHARACTERS + numberOf(letter.charCodeAt(0));
        read = this.next[at] ||= ++made;
      }
      this.found[read] = id + 1;
    }
  }

  /**
   * Notes the signs that a word of a text holds.
   * @param read what has been read before it
   * @returns what it comes to with the word and a space; {@link NOWHERE} where no sign goes on so
   */
  read(text: string, at: number, end: number, read: number, note: (sign: number) => void): number {
    for (let i = at; i < end && read !== NOWHERE; i++) read = this.after(read, text.charCodeAt(i), note);
    return this.atSpace(read, note);
  }

  /** What `read` comes to with one more character of a word. */
  after(read: number, code: number, note: (sign: number) => void): number {
    const longer = code > 127 ? NOWHERE : (this.next[read * CHARACTERS + numberOf(code)] ?? NOWHERE);
    const sign = this.found[longer] ?? 0;
    if (sign !== 0) note(sign - 1);
    return longer;
  }

  /** What `read` comes to with the end of a word. */
  atSpace(read: number, note: (sign: number) => void): number {
    const spaced = this.next[read * CHARACTERS + SPACE] ?? NOWHERE;
    if (spaced !== NOWHERE) note((this.found[spaced] ?? 0) - 1);
    return spaced;
  }
}
