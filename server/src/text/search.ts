/**
 * The last index below `count` that something holds for, by halving; -1 for none.
 * @param holds true up to some index and false from there on
 */
export function lastIndexWhere(count: number, holds: (index: number) => boolean): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** True where `part` stands in a text at an offset. `startsWith` looks at each character by itself, which takes ten times as long. */
export function startsWithAt(text: string, part: string, offset: number): boolean {
  return text.slice(offset, offset + part.length) === part;
}

/** The matches of a pattern (with the flag `g`) in a text, one by one: `matchAll` makes another pattern of it each time. */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray, void, undefined> {
  for (let at = 0; ;) {
    // Somebody else may use the pattern in between.
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return;
    at = pattern.lastIndex + (found[0] === '' ? 1 : 0);
    yield found;
  }
}
