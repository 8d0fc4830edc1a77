import type { Value } from '../template/value.ts';

const MOST_STARS = 3;
const MOST_DOUBLE_STARS = 2;
const MOST_CHOICES = 2;
const MOST_LENGTH = 300;

/**
 * The globs of a `council.yaml` that are not to be used. Globs become regular expressions that go back on their steps: with many stars,
 * or with brackets that repeat, one glob and one long name would take hours.
 */
export function findUnsafeGlobs(values: readonly Value[]): Value[] {
  const given = values.filter(({ path }) => path[0] === 'reports' || path[0] === 'templates');
  return given.flatMap((value) => [value, ...value.parts]).filter(({ text }) => text && !isSimple(text.text));
}

function isSimple(glob: string): boolean {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return (
    glob.length <= MOST_LENGTH &&
    !/[()]/.test(glob) &&
    count(glob, /\*\*+/g) <= MOST_DOUBLE_STARS &&
    count(glob, /\{/g) <= MOST_CHOICES &&
    glob.split('/').every((name) => count(name, /\*+/g) <= MOST_STARS)
  );
}
