import { lint, safeFixFor, type LintResult } from './lint.ts';
import { parsePaper, type Paper } from '../paper/paper.ts';
import type { LintOptions } from '../analysis/ruleContext.ts';
import { applyEdits, NonConflictingEdits, editsConflict } from '../text/edit.ts';
import type { Finding, Fix } from '../text/finding.ts';

/** A report as it was read and checked. */
export interface LintedText extends LintResult {
  readonly report: Paper;
}

export interface AppliedFixes {
  readonly text: string;
  /** The fixed text, checked. */
  readonly checked: LintedText;
  /** How many fixes were made. */
  readonly count: number;
}

/** One fix can make the next possible, or undo it: this is when to stop. */
const MAX_ROUNDS = 10;

/** Reads and checks a text. Never throws. */
export function lintText(text: string, knowledge: LintOptions): LintedText {
  const report = parsePaper(text);
  return { report, ...lint(report, knowledge) };
}

/** The fix that `--fix` makes of a finding: the first that is safe. */
export function safeFix(finding: Finding, { report, context }: LintedText): Fix | undefined {
  return safeFixFor(finding, report, context);
}

/** Makes all safe fixes of a checked report, round after round until there are none left. Never throws. */
export function applySafeFixes(first: LintedText, knowledge: LintOptions): AppliedFixes {
  let [checked, count] = [first, 0];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fixes = compatibleFixes(checked);
    const { text } = checked.report;
    const fixed = applyEdits(
      text,
      fixes.flatMap(({ edits }) => edits),
    );
    if (fixed === text) break;
    count += fixes.length;
    checked = lintText(fixed, knowledge);
  }
  return { text: checked.report.text, checked, count };
}

/** The safe fixes that can be made together; one that stands in the way of another waits for the next round. */
function compatibleFixes(checked: LintedText): Fix[] {
  const made = new NonConflictingEdits();
  return checked.findings.flatMap((finding) => {
    const fix = safeFix(finding, checked);
    const fits = fix?.edits.every(
      (edit, i) => made.accepts(edit) && !fix.edits.slice(0, i).some((other) => editsConflict(edit, other)),
    );
    if (!fix || !fits) return [];
    made.add(fix.edits);
    return [fix];
  });
}
