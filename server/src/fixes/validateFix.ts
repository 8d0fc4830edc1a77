import { readFrontMatter } from '../paper/yaml/frontMatter.ts';
import type { Paper } from '../paper/paper.ts';
import { splitFrontMatter } from '../paper/yaml/splitFrontMatter.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import type { Fix } from '../text/finding.ts';

const LONGEST = 20_000;

/**
 * True for a fix that may be offered: it changes something, and front matter that could be read can still be read with it. What
 * is typed can be stranger than the author of a rule thought of; then it is better to offer nothing.
 */
export function isValidFix({ edits }: Fix, { text, split, frontMatter }: Paper): boolean {
  // Of a key that is given twice a value may be looked for where it does not stand.
  if (edits.some(({ span }) => span.start < 0 || span.start > span.end || span.end > text.length)) return false;
  if (!changes(edits, text)) return false;
  const { yaml, body } = split;
  if (frontMatter.problems.length > 0 || edits.every(({ span }) => span.start > body.start)) return true;
  // Longer than that is no form's, and would keep the author waiting.
  if (yaml && yaml.end - yaml.start > LONGEST) return true;
  const fixed = applyEdits(text, edits);
  const after = readFrontMatter(fixed, splitFrontMatter(fixed));
  return after.problems.length === 0 && (after.root === undefined) === (frontMatter.root === undefined);
}

/** True when the edits can be made together and leave another text; only what lies between them is looked at. */
function changes(edits: readonly Edit[], text: string): boolean {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(start, ...edits.map(({ span }) => span.end));
  const own = edits.map((edit) => ({ ...edit, span: { start: edit.span.start - start, end: edit.span.end - start } }));
  const before = text.slice(start, end);
  try {
    return applyEdits(before, own) !== before;
  } catch (error) {
    // Two of its edits overlap.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
