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
