/** Signs one of which stands in whatever a rule looks for: where there is none, the rule need not look. */
export type Cue = readonly number[];

/** The hash of no letters. */
export const NO_LETTERS = 0x811c9dc5 | 0;
const SPACE = 32;

/** The hash with a letter more, by FNV-1a: the same for small letters and capitals. */
function withLetter(hash: number, code: number): number {
  return Math.imul(hash ^ (code | 32), 0x01000193);
}

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

/** The signs of all rules, to be found by the hash of their letters. */
export function signs(): Signs {
  return (table ??= new Signs(ids));
}

/** A hash table. That two words have the same 32 bits is rare, and costs a rule no more than a look for nothing. */
class Signs {
  private readonly mask: number;
  private readonly hashes: Int32Array;
  private readonly found: Int16Array;
  /** The sign of figures; -1 where no rule goes by it. */
  readonly figures: number;
  /** By the first three letters of a word, 1 where some sign may begin so. */
  private readonly begins = new Uint8Array(2 ** 15);

  constructor(all: ReadonlyMap<string, number>) {
    const size = 2 ** Math.ceil(Math.log2(all.size * 8 + 8));
    this.figures = all.get('0') ?? -1;
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.found = new Int16Array(size).fill(-1);
    for (const [sign, id] of all) {
      if (!/[a-z]/.test(sign)) continue;
      const hash = Array.from(sign).reduce((so, letter) => withLetter(so, letter.charCodeAt(0)), NO_LETTERS);
      let at = hash & this.mask;
      while (this.found[at] !== -1) at = (at + 1) & this.mask;
      this.hashes[at] = hash;
      this.found[at] = id;
      this.begin(sign);
    }
  }

  private begin(sign: string): void {
    const word = sign.split(' ')[0] ?? '';
    const from = keyOf(sign, 0, Math.min(word.length, 3));
    // What stands behind a short beginning may be any letter; behind a word, none.
    const open = sign === word ? 2 ** (5 * Math.max(0, 3 - word.length)) : 1;
    this.begins.fill(1, from, from + open);
  }

  /** False where no sign begins as this word does. */
  mayBegin(text: string, at: number, end: number): boolean {
    return this.begins[keyOf(text, at, end)] === 1;
  }

  /**
   * Notes the signs that a word of a text holds.
   * @param hash of what stands before it in the sign
   * @returns the hash with the word and a space, where that is a sign or the beginning of one; else 0
   */
  read(text: string, at: number, end: number, hash: number, note: (sign: number) => void): number {
    for (let i = at; i < end; i++) {
      hash = withLetter(hash, text.charCodeAt(i));
      const sign = this.idOf(hash);
      if (sign !== -1) note(sign);
    }
    const whole = withLetter(hash, SPACE);
    const sign = this.idOf(whole);
    if (sign === -1) return 0;
    note(sign);
    return whole;
  }

  /** The number of the sign with a hash; -1 where there is none. */
  private idOf(hash: number): number {
    let at = hash & this.mask;
    for (;;) {
      const id = this.found[at] ?? -1;
      if (id === -1 || this.hashes[at] === hash) return id;
      at = (at + 1) & this.mask;
    }
  }
}

/** Five bits for each of the first three letters. */
function keyOf(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at) & 31;
  const second = at + 1 < end ? text.charCodeAt(at + 1) & 31 : 0;
  const third = at + 2 < end ? text.charCodeAt(at + 2) & 31 : 0;
  return (first << 10) | (second << 5) | third;
}
