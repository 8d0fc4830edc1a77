import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The difference of two texts of a file in the form that `git apply` and `patch -p1` take. */
export function patchOf(name: string, before: string, after: string): string {
  const [from, to] = /^(?:\/|\.\.|[A-Za-z]:)/.test(name) ? [name, name] : [`a/${name}`, `b/${name}`];
  return createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}
