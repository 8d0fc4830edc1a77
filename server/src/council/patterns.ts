import { foldPunctuation } from '../text/foldPunctuation.ts';
import type { Span } from '../text/span.ts';

/** A council's pattern, ready for use. */
export interface Pattern {
  /** Where it is found in a text that was folded; empty matches are left out. */
  find(text: string): Iterable<Span>;
}

/** Compiles a pattern; gives in plain words what is wrong with it where it is none. */
export type CompilePattern = (source: string) => Pattern | string;

const LONGEST = 1000;
/** As many steps as a pattern may have once its repeats are written out: each may be tried at every character of a report. */
const MOST_STEPS = LONGEST + 200;

/**
 * Loads what compiles patterns, which is left alone for the many councils that have none. Patterns are in re2 syntax, so that each
 * runs in linear time whatever a council writes; letter case makes no difference, `^` and `$` are the ends of a paragraph.
 */
export async function loadPatterns(): Promise<CompilePattern> {
  const { RE2JS, RE2JSSyntaxException } = await import('re2js');
  return (source) => {
    if (source.length > LONGEST) return `it is longer than ${LONGEST} characters`;
    try {
      const compiled = RE2JS.compile(foldPunctuation(source), RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
      if (compiled.programSize() > MOST_STEPS) return TOO_LARGE;
      return {
        *find(text) {
          const matcher = compiled.matcher(text);
          while (matcher.find()) if (matcher.end() > matcher.start()) yield { start: matcher.start(), end: matcher.end() };
        },
      };
    } catch (error) {
      return explain(error instanceof RE2JSSyntaxException ? error.getDescription() : '');
    }
  };
}

const TOO_LARGE = 'a number in curly brackets is too large';

/** What re2 says is wrong, for somebody who has never heard of it. */
const EXPLAINED: readonly (readonly [RegExp, string])[] = [
  [/missing closing \)/, 'a round bracket is opened and never closed'],
  [/unexpected \)/, 'a round bracket is closed that was never opened'],
  [/missing closing \]/, 'a square bracket is opened and never closed'],
  [/character class range/, 'a range in square brackets runs backwards'],
  [/nested repetition/, 'two of the marks * + ? stand together'],
  [/missing argument/, 'a mark * + or ? has nothing before it to repeat'],
  [/repeat (?:count|size)/, TOO_LARGE],
  [/trailing backslash/, 'it ends in a backslash'],
  [/escape sequence/, 'a backslash stands before a letter or number that has no meaning there'],
  [/Perl syntax/, 'it looks ahead or back with “(?…)”, which is not possible here'],
];

function explain(description: string): string {
  return EXPLAINED.find(([said]) => said.test(description))?.[1] ?? 'it cannot be understood';
}
