import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint, fixesFor, type LintResult } from '../../server/src/linter/lint.ts';
import { parsePaper, type Paper } from '../../server/src/paper/paper.ts';
import type { LintOptions } from '../../server/src/analysis/ruleContext.ts';
import { rules } from '../../server/src/rules/index.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import type { Finding, Fix } from '../../server/src/text/finding.ts';
import { samePath } from '../../server/src/text/path.ts';
import { touches, type Span } from '../../server/src/text/span.ts';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';
import { FileIndex } from '../../server/src/workspace/reports/fileIndex.ts';
import { corpus, CORPUS, examples, hasReal, real, REAL, withCrLf } from '../support/samples.ts';
import { generateReport } from '../support/generatedReports.ts';
import { skipWithout } from '../support/skip.ts';
import { knowledge, readMarks } from '../support/ruleExamples.ts';

const northmoor = readFileSync(new URL('../../examples/northmoor/council.yaml', import.meta.url), 'utf8');

/** A text with all that it is checked with. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly known: LintOptions;
}

/** A council's knowledge with every rule turned on that is off. */
function everyRule(council: string, files?: Readonly<Record<string, string>>): LintOptions {
  const known = knowledge(council, files);
  const off = rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'warning'] as const);
  return { ...known, council: { ...known.council, rules: { ...known.council.rules, ...Object.fromEntries(off) } } };
}

/** What is wrong with each fix of each finding of a report; nothing where all are as they should be. */
function faultsIn({ name, text, known }: Case): string[] {
  const report = parsePaper(text);
  const before = lint(report, known);
  return before.findings.flatMap((finding) =>
    fixesFor(finding, report, before.context).flatMap((fix) => {
      const place = `${name}:${report.lines.placeAt(finding.span.start).line} ${finding.rule} “${fix.title}”`;
      return faultsOf(fix, finding, report, before, known).map((fault) => `${place}: ${fault}`);
    }),
  );
}

function faultsOf(fix: Fix, finding: Finding, report: Paper, before: LintResult, known: LintOptions): string[] {
  const { edits } = fix;
  const text = applyEdits(report.text, edits);
  if (text === report.text) return ['changes nothing'];
  const fixed = parsePaper(text);
  const after = lint(fixed, known);
  const there = { start: moved(finding.span.start, edits), end: moved(finding.span.end, edits, true) };
  const left = after.findings.filter(
    ({ rule, span, path = [] }) => rule === finding.rule && touches(span, there) && samePath(path, finding.path ?? []),
  );
  // A report whose template becomes known is looked at for the first time.
  const isNew = before.context.template === undefined && after.context.template !== undefined;
  const added = isNew
    ? []
    : errors(after.findings).filter(([rule, count]) => count > (new Map(errors(before.findings)).get(rule) ?? 0));
  return [
    ...left.map(({ message }) => `leaves: ${message}`),
    ...added.filter(([rule]) => !['placeholder', 'field-empty'].includes(rule)).map(([rule]) => `adds: ${rule}`),
    ...lost(textsOutside(report, before, edits), textsOutside(fixed, after, [])).map((lines) => `changes elsewhere: ${lines}`),
  ];
}

/** How many errors there are of each rule. */
function errors(findings: readonly Finding[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) if (severity === 'error') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts];
}

/** Where an offset stands once edits have been made. */
function moved(offset: number, edits: readonly Edit[], atEnd = false): number {
  let shift = 0;
  for (const { span, text } of edits) {
    if (span.end < offset || (atEnd && span.end === offset)) shift += text.length - (span.end - span.start);
  }
  return offset + shift;
}

/** The texts of a report's fields and of its body that no edit touches. */
function textsOutside(report: Paper, { context }: LintResult, edits: readonly Edit[]): string[] {
  const isOutside = (span: Span): boolean => !edits.some((edit) => touches(edit.span, span));
  const fields = context.fields.all().filter(({ parts, span }) => parts.length === 0 && isOutside(span));
  const passages = report.body.markdown.passages.filter(({ block }) => isOutside(block));
  return [
    ...fields.flatMap(({ text }) => (text ? [`field: ${text.text.trim()}`] : [])),
    ...passages.map(({ kind, text }) => `${kind}: ${text.text}`),
  ];
}

/** What is in the first list more often than in the second. */
function lost(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of after) counts.set(text, (counts.get(text) ?? 0) + 1);
  return before.filter((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}

describe('every fix of every finding changes its own place only, settles the matter and makes no new mistake', () => {
  const around = new FileIndex(nodeFileSystem);
  const inExamples = examples.map((sample) => ({
    ...sample,
    known: { ...everyRule(northmoor), files: around.lookupFor(sample.path) },
  }));

  it('in the examples of the rules', () => {
    const cases = rules.map(({ id, docs }) => ({
      name: id,
      text: readMarks(docs.bad).text,
      known: everyRule(docs.council ?? '', docs.files),
    }));
    assert.deepEqual(cases.flatMap(faultsIn), []);
  });

  it('in the example reports', () => {
    assert.deepEqual(inExamples.flatMap(faultsIn), []);
    assert.deepEqual(
      inExamples.flatMap(({ known, ...sample }) => faultsIn({ ...withCrLf(sample), known })),
      [],
    );
  });

  it('in the labelled corpus', () => {
    const council = everyRule(readFileSync(new URL('council.yaml', CORPUS), 'utf8'));
    const labelled = corpus.filter((sample) => !real.includes(sample));
    assert.deepEqual(labelled.flatMap((sample) => faultsIn({ ...sample, known: { ...council, files: around.lookupFor(sample.path) } })), []); // prettier-ignore
  });

  it('in real reports (needs ../shared/corpus)', function () {
    if (!hasReal) skipWithout(this, 'the real reports in ../shared/corpus');
    const council = everyRule(readFileSync(new URL('council.yaml', REAL), 'utf8'));
    const cases = real.map((sample) => ({ ...sample, known: { ...council, files: around.lookupFor(sample.path) } }));
    assert.deepEqual(cases.flatMap(faultsIn), []);
  });

  it('in generated reports', () => {
    const cases = Array.from({ length: 40 }, (_, i) => ({ ...generateReport(i), known: everyRule('') }));
    assert.deepEqual(cases.flatMap(faultsIn), []);
  });
});
