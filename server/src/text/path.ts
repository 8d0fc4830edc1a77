/** Where a value stands in a report's fields: keys, and places in lists from 0. The body is `['body']`. */
export type Path = readonly (string | number)[];

/** The path as it is printed: `impact-assessment.risk.current`, `recommendations[0]`. */
export function formatPath(path: Path): string {
  let out = '';
  for (const step of path) out += typeof step === 'number' ? `[${step}]` : out === '' ? step : `.${step}`;
  return out;
}

/** True when `path` is `ancestor` or lies below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return ancestor.length <= path.length && ancestor.every((step, i) => step === path[i]);
}

export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && isWithin(a, b);
}
