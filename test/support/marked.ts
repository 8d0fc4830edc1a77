import assert from 'node:assert/strict';
import { lint, fixesFor } from '../../server/src/linter/lint.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import type { Finding } from '../../server/src/text/finding.ts';
import { knowledge, readMarks, report, wholeReport } from './ruleExamples.ts';

type ExampleFiles = Readonly<Record<string, string>>;

/** What one rule finds in a text, with the files of its documentation round it unless others are given. */
export function findingsOf(
  rule: Rule,
  text: string,
  council = '',
  files: ExampleFiles | null = rule.docs.files ?? null,
): readonly Finding[] {
  return lint(report(text), knowledge(council, files ?? undefined), [rule]).findings.filter(
    (finding) => finding.rule === rule.id,
  );
}

/** Asserts that a rule finds exactly what is marked ⟦so⟧; an example without marks must be silent. */
export function assertMarked(
  rule: Rule,
  example: string,
  council = '',
  files: ExampleFiles | null = rule.docs.files ?? null,
): void {
  const { text, spans } = readMarks(example);
  const shown = findingsOf(rule, text, council, files).map(({ span }) => text.slice(span.start, span.end));
  assert.deepEqual(shown, spans.map(({ start, end }) => text.slice(start, end)), text); // prettier-ignore
}

/** The text as each fix of the first finding would leave it. */
export function fixed(rule: Rule, example: string, council = '', files: ExampleFiles | null = rule.docs.files ?? null): string[] {
  const { text } = readMarks(wholeReport(example));
  const parsed = report(text);
  const { findings, context } = lint(parsed, knowledge(council, files ?? undefined), [rule]);
  const [finding] = findings;
  assert.ok(finding, `nothing found in: ${text}`);
  return fixesFor(finding, parsed, context).map(({ edits }) => applyEdits(text, edits));
}

/** The front matter of a cover with the given lines. */
export function cover(lines: string, template = 'committee-report'): string {
  return `---\ntemplate: ${template}\n${lines}\n---\n`;
}
