/** Signs one of which stands in whatever a rule looks for: where there is none, the rule need not look. */
export type Cue = readonly number[];

const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
/** The hash of a word's beginning, one letter longer. It is the same for small letters and capitals. */
export const NO_LETTERS = FNV_START;
export function withLetter(hash: number, code: number): number {
  return Math.imul(hash ^ (code | 32), FNV_PRIME);
}

const ids = new Map<string, number>();
/** By the code of a mark, the number of its sign and one; 0 where it is none. */
export const MARKS = new Uint16Array(256);
let table: Signs | undefined;

/**
 * Names the signs that a rule goes by.
 * @param signs in small letters: the beginning of a word (`append` for “appendix” and “Appended”), a word with a space behind it
 * (`app `) or with the beginning of the next (`be agreed`), or a mark (`[`)
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
  readonly count: number;
  private readonly mask: number;
  private readonly hashes: Int32Array;
  private readonly found: Int16Array;

  constructor(all: ReadonlyMap<string, number>) {
    this.count = all.size;
    const size = 2 ** Math.ceil(Math.log2(all.size * 8 + 8));
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.found = new Int16Array(size).fill(-1);
    for (const [sign, id] of all) {
      if (!/\w/.test(sign)) continue;
      const hash = Array.from(sign).reduce((so, letter) => withLetter(so, letter.charCodeAt(0)), NO_LETTERS);
      let at = hash & this.mask;
      while (this.found[at] !== -1) at = (at + 1) & this.mask;
      this.hashes[at] = hash;
      this.found[at] = id;
    }
  }

  /** The number of the sign with a hash; -1 where there is none. */
  idOf(hash: number): number {
    let at = hash & this.mask;
    for (;;) {
      const id = this.found[at] ?? -1;
      if (id === -1 || this.hashes[at] === hash) return id;
      at = (at + 1) & this.mask;
    }
  }
}
