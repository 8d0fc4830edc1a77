/** What is fuzzed: each takes a text and throws where something does not hold that must hold for every text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import JSZip from 'jszip';
import { lint, fixesFor, type LintResult } from '../../server/src/linter/lint.ts';
import { readCouncil } from '../../server/src/council/council.ts';
import { loadPatterns } from '../../server/src/council/patterns.ts';
import { codeActions } from '../../server/src/language/codeActions/codeActions.ts';
import { complete } from '../../server/src/language/completion/completion.ts';
import { completeCouncil, hoverCouncil } from '../../server/src/language/councilYaml/councilYaml.ts';
import { readCouncilDocument } from '../../server/src/language/councilYaml/councilDocument.ts';
import { hover } from '../../server/src/language/hover/hover.ts';
import { applySafeFixes } from '../../server/src/linter/applyFixes.ts';
import { writeBody } from '../../server/src/layout/html/htmlWriter.ts';
import { writeHtml } from '../../server/src/layout/html/htmlFile.ts';
import { createLayout } from '../../server/src/layout/createLayout.ts';
import { writeWord } from '../../server/src/layout/docx/docxWriter.ts';
import { parsePaper, type Paper } from '../../server/src/paper/paper.ts';
import type { LintOptions } from '../../server/src/analysis/ruleContext.ts';
import { rules } from '../../server/src/rules/index.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import { compileCustomTemplates } from '../../server/src/template/customTemplates.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import type { Finding } from '../../server/src/text/finding.ts';
import { knowledge } from '../support/ruleExamples.ts';
import { castIn, tryCouncilFeatures, tryFeatures } from './features.ts';
import { assertHarmless, assertInside, assertSpansInside, assertXml } from './invariants.ts';
import { councilText, NORTHMOOR, reportText, schemaText } from './texts.ts';

export interface Target {
  readonly texts: fc.Arbitrary<string>;
  /** @throws where the text shows a fault */
  readonly attempt: (text: string) => void | Promise<void>;
}

const RULES = rules.map(({ id }) => id);
const compile = await loadPatterns();
const known: LintOptions = {
  ...knowledge(NORTHMOOR),
  // A rule that is off by itself is to be tried too.
  council: {
    ...knowledge(NORTHMOOR).council,
    rules: Object.fromEntries(rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'warning'])),
  },
};

export const TARGETS: Readonly<Record<string, Target>> = {
  parse: { texts: reportText, attempt: (text) => assertSpansInside(parsePaper(text), text.length) },
  check: { texts: reportText, attempt: tryCheck },
  fixes: { texts: reportText, attempt: tryFixes },
  layout: { texts: reportText, attempt: tryLayout },
  language: { texts: reportText, attempt: tryLanguage },
  council: { texts: councilText, attempt: tryCouncil },
  template: { texts: schemaText, attempt: tryTemplate },
};

function findIn(text: string, terms: LintOptions): LintResult & { report: Paper } {
  const report = parsePaper(text);
  const checked = lint(report, terms);
  assertFindings(checked.findings, text.length);
  return { ...checked, report };
}

function assertFindings(findings: readonly Finding[], length: number): void {
  for (const { rule, message, span } of findings) {
    assert.notEqual(rule, 'internal-error', message);
    assert.notEqual(message.trim(), '', rule);
    assertInside(span, length, rule);
  }
}

/** Findings are inside the text, and those of the text as Windows writes it. */
function tryCheck(text: string): void {
  const { findings, report } = findIn(text, known);
  const places = (all: readonly Finding[], { lines }: Paper): string[] =>
    all.map(({ rule, span }) => `${lines.placeAt(span.start).line} ${rule}`);
  // A lone carriage return before a line end would become another line end; YAML that cannot be read is another with each.
  if (text.includes('\r') || report.excess || report.frontMatter.problems.length > 0) return;
  const windows = findIn(text.replaceAll('\n', '\r\n'), known);
  if (!windows.report.excess) assert.deepEqual(places(windows.findings, windows.report), places(findings, report));
}

/** Each fix changes something, inside the text, each character once, and leaves front matter readable that was. */
function tryFixes(text: string): void {
  assertSpansInside(parsePaper(text), text.length);
  tryCheck(text);
  const before = findIn(text, known);
  for (const finding of before.findings) {
    for (const { title, edits } of fixesFor(finding, before.report, before.context)) {
      const what = `${finding.rule} “${title}”`;
      assertEdits(text, edits, what);
      if (before.report.frontMatter.problems.length > 0) continue;
      const after = parsePaper(applyEdits(text, edits));
      assert.deepEqual(after.frontMatter.problems, [], `${what} breaks the front matter`);
      assert.equal(
        after.frontMatter.root === undefined,
        before.report.frontMatter.root === undefined,
        `${what} hides the front matter`,
      );
    }
  }
  const fixed = findIn(applySafeFixes(before, known).text, known);
  if (before.report.frontMatter.problems.length === 0) assert.deepEqual(fixed.report.frontMatter.problems, [], 'fixed');
}

function assertEdits(text: string, edits: readonly Edit[], what: string): void {
  for (const { span } of edits) assertInside(span, text.length, what);
  assert.notEqual(applyEdits(text, edits), text, `${what} changes nothing`);
}

async function tryLayout(text: string): Promise<void> {
  const { report, context } = findIn(text, known);
  await assertLaidOut(report, { report, context });
}

async function assertLaidOut(report: Paper, { context }: Pick<LintResult, 'context'> & { report: Paper }): Promise<void> {
  const layout = createLayout(report, context.fields, { council: context.council });
  assertSpansInside(layout, report.text.length);
  const lineOf = (offset: number): number => report.lines.placeAt(offset).line;
  assertHarmless(writeBody(layout, { lineOf }));
  assert.ok(writeHtml(layout).endsWith('</html>\n'));
  const word = await JSZip.loadAsync(await writeWord(layout));
  for (const [name, file] of Object.entries(word.files)) if (/\.(?:xml|rels)$/.test(name)) assertXml(await file.async('string'));
}

/** Places all over a text, the same ones each time. */
function placesIn(text: string): number[] {
  return Array.from({ length: 12 }, (_, i) => Math.floor((text.length * i) / 11));
}

function tryLanguage(text: string): void {
  const checked = findIn(text, known);
  const { report, context } = checked;
  const cast = castIn(report, checked);
  tryFeatures(report, checked, cast, placesIn(text));
  for (const offset of placesIn(text)) {
    const { span } = hover(report, offset, checked, cast) ?? { span: { start: 0, end: 0 } };
    assertInside(span, text.length, 'hover');
    const around = { files: ['a.md'], councillors: ['Cllr A Person'] };
    for (const { label, edit, more } of complete(report, offset, context, around)) {
      assert.ok(edit.span.start <= offset && offset <= edit.span.end, `“${label}” stands elsewhere`);
      for (const { span: place } of more) assertInside(place, text.length, label);
      applyEdits(text, [edit, ...more]);
    }
    for (const { title, edits } of codeActions(report, { start: offset, end: offset }, checked)) {
      for (const { span: place } of edits) assertInside(place, text.length, title);
      applyEdits(text, edits);
    }
  }
}

const REPORT = reportWith('committee-report');

function reportWith(template: string): string {
  return `---\ntemplate: ${template}\ncommittee: Cabinet\ndate: 2026-10-20\ntitle: Fees\nx-ward: harbour\nx-cost: none\nx-notes: [{ a: 1 }]\nrecommendations:\n  - That we note it.\nofficer-contact: { name: A Person, tel: 01632 960123, email: a@b.example }\n---\n\n## 10. Costs\n\n10.1 We we set the fees.\n\n![Plan](plan.png)\n`;
}

async function tryCouncil(text: string): Promise<void> {
  const { council, findings, unreadable } = readCouncil(text, RULES, compile);
  assertFindings(findings, text.length);
  if (unreadable) assertInside(unreadable, text.length, 'unreadable');
  const file = readCouncilDocument(text);
  tryCouncilFeatures(file, placesIn(text));
  for (const offset of placesIn(text)) {
    for (const { edit, more } of completeCouncil(file, offset)) applyEdits(text, [edit, ...more]);
    const { span } = hoverCouncil(file, offset, findings, '2026-11-22') ?? { span: { start: 0, end: 0 } };
    assertInside(span, text.length, 'hover');
  }
  const checked = findIn(REPORT, { templates: builtInTemplates, council, stage: 'publish', today: '2026-11-22' });
  await assertLaidOut(checked.report, checked);
}

async function tryTemplate(text: string): Promise<void> {
  const { templates, problems } = await compileCustomTemplates(new Map([['/council/own.schema.json', text]]));
  for (const { message } of problems) assert.notEqual(message.trim(), '');
  for (const template of templates) {
    const terms: LintOptions = { ...known, templates: new Map([...builtInTemplates, [template.name, template]]) };
    const checked = findIn(reportWith(template.name), terms);
    complete(checked.report, 30, checked.context);
    hover(checked.report, 30, checked, castIn(checked.report, checked));
    await assertLaidOut(checked.report, checked);
  }
}
