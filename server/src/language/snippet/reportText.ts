import type { AstNode } from '../../paper/yaml/yamlNode.ts';
import { editIn } from '../../paper/yaml/editYamlValue.ts';
import type { Paper } from '../../paper/paper.ts';
import type { LintOptions } from '../../analysis/ruleContext.ts';
import { addKey } from '../../fixes/frontMatterEdits.ts';
import { fieldAt, type Template } from '../../template/template.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { startOfLine } from '../../text/lines.ts';
import type { Path } from '../../text/path.ts';
import { templateLines } from '../completion/completeTemplates.ts';
import { lintText, type LintedText } from '../../linter/applyFixes.ts';
import { noteFor } from '../codeActions/missingFields.ts';
import { groupOf } from '../completion/completionSource.ts';
import { escape, plainText, STOP } from './tabStops.ts';
import { yamlScalar } from '../yaml/yamlScalar.ts';

/** What can be known of a report before it is written, by the keys of its front matter. */
export type KnownFields = Readonly<Partial<Record<'committee' | 'date' | 'title', string>>> & {
  /** The officer who writes it, with what is known of them by the keys that a person has. */
  readonly contact?: Readonly<Record<string, string>>;
};

/** What the author is told at the place where the report itself begins. */
const BODY_NOTE =
  '<!-- The report itself begins here: give each section a heading and each paragraph a number. A comment like this one is not printed. -->';

/** A report to fill in: all that the template requires, a note on what to write above each key. Checked, as it is. */
export function newReport(template: Template, known: KnownFields, knowledge: LintOptions): LintedText {
  const { text, stops } = begin(template, known, knowledge);
  return lintText(withStops(text, (mark) => plainText(stops[mark] ?? '')).replace(/(?<! ) +$/gm, ''), knowledge);
}

/** The same as a snippet: the cursor goes from one place that is to be filled in to the next. */
export function newReportSnippet(template: Template, known: KnownFields, knowledge: LintOptions): string {
  const { text, stops } = begin(template, known, knowledge);
  let next = 1;
  const numbered = (stop: string): string => stop.replace(/^(\$\{?)\d+/, (whole, start: string) => (stop === '$0' ? whole : `${start}${next++}`)); // prettier-ignore
  return withStops(escape(text), (mark) => numbered(stops[mark] ?? ''));
}

/** While a report is put together a character that means nothing (for private use, says Unicode) stands for each stop. */
const FIRST_MARK = 0xe000;
const LAST_MARK = 0xf8ff;

/** A report with a mark for each stop of the template's snippet that is still to be filled in. */
function begin(template: Template, known: KnownFields, knowledge: LintOptions): { text: string; stops: readonly string[] } {
  const stops: string[] = [];
  const snippet = templateLines(template).join('\n').replace(STOP, (stop) => {
    if (stop.startsWith('\\')) return stop;
    stops.push(stop);
    return String.fromCharCode(Math.min(FIRST_MARK + stops.length - 1, LAST_MARK));
  }); // prettier-ignore
  let checked = lintText(plainText(snippet), knowledge);
  const { contact = {}, ...own } = known;
  for (const [key, value] of Object.entries(own)) checked = fillIn(checked, [key], value, knowledge);
  const person: Path = ['officer-contact'];
  const keys = groupOf(fieldAt(template, person))?.fields.map(({ key }) => key) ?? [];
  const parts = keys.flatMap((key) => (contact[key] === undefined ? [] : [{ key, value: contact[key] }]));
  if (checked.context.fields.get(person)) {
    for (const { key, value } of parts) checked = fillIn(checked, [...person, key], value, knowledge);
  } else if (parts.length > 0) {
    const added = addKey(person, '', checked.report, checked.context);
    const lines = parts.map(({ key, value }) => `\n  ${key}: ${yamlScalar(value)}`).join('');
    if (added) checked = lintText(applyEdits(checked.report.text, [{ ...added, text: added.text + lines }]), knowledge);
  }
  const { report } = checked;
  const edits = report.frontMatter.root ? [...notes(report, template, report.frontMatter.root, [])] : [];
  const body = report.split.body.start;
  edits.push({ span: { start: body, end: body }, text: `\n${BODY_NOTE}\n` });
  return { text: applyEdits(report.text, edits), stops };
}

/** The report with a value, whose key is added where it is not there. */
function fillIn(checked: LintedText, path: Path, value: string, knowledge: LintOptions): LintedText {
  let filled = checked;
  const added = filled.context.fields.get(path) ? undefined : addKey(path, '', filled.report, filled.context);
  if (added) filled = lintText(applyEdits(filled.report.text, [added]), knowledge);
  const old = { start: 0, end: filled.context.fields.text(path).length };
  const edit = editIn(filled.report, path, old, value);
  return edit ? lintText(applyEdits(filled.report.text, [edit]), knowledge) : filled;
}

/** The text with something else in the place of each mark. */
function withStops(text: string, stopAt: (mark: number) => string): string {
  return text.replace(/[\ue000-\uf8ff]/g, (mark) => stopAt(mark.charCodeAt(0) - FIRST_MARK));
}

/** A comment above each key whose field says what to write. */
function* notes(report: Paper, template: Template, node: AstNode, path: Path): Iterable<Edit> {
  if (node.kind === 'sequence') {
    for (const [i, item] of node.items.entries()) yield* notes(report, template, item, [...path, i]);
  } else if (node.kind === 'mapping') {
    for (const { key, keySpan, value } of node.entries) {
      const at = startOfLine(report.text, keySpan.start);
      const note = noteFor(fieldAt(template, [...path, key])?.guidance ?? '');
      const indent = /^ */.exec(report.text.slice(at, keySpan.start))?.[0] ?? '';
      if (note !== '' && key !== 'template') yield { span: { start: at, end: at }, text: `${indent}# ${note}.\n` };
      yield* notes(report, template, value, [...path, key]);
    }
  }
}
