import type { Node } from '../report/node.ts';
import { editIn } from '../report/editIn.ts';
import type { Report } from '../report/report.ts';
import type { Knowledge } from '../rules/context.ts';
import { addKey } from '../rules/keys.ts';
import { fieldAt, type Template } from '../template/template.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import { startOfLine } from '../text/lines.ts';
import type { Path } from '../text/path.ts';
import { templateLines } from './completeTemplates.ts';
import { checkText, type CheckedText } from './mend.ts';
import { noteFor } from './missingFields.ts';
import { plainText } from './snippet.ts';

/** What can be known of a report before it is written, by the keys of its front matter. */
export type Known = Readonly<Partial<Record<'committee' | 'date' | 'title', string>>>;

/** What the author is told at the place where the report itself begins. */
const BODY_NOTE =
  '<!-- The report itself begins here: give each section a heading and each paragraph a number. A comment like this one is not printed. -->';

/** A report to fill in: all that the template requires, a note on what to write above each key. Checked, as it is. */
export function newReport(template: Template, known: Known, knowledge: Knowledge): CheckedText {
  const skeleton = plainText(templateLines(template).join('\n')).replace(/(?<! ) +$/gm, '');
  let checked = checkText(skeleton, knowledge);
  for (const [key, value] of Object.entries(known)) {
    const { report, context } = checked;
    const added = context.fields.get([key]) ? undefined : addKey([key], '', report, context);
    if (added) checked = checkText(applyEdits(report.text, [added]), knowledge);
    const edit = editIn(checked.report, [key], valueSpan(checked, key), value);
    if (edit) checked = checkText(applyEdits(checked.report.text, [edit]), knowledge);
  }
  const { report } = checked;
  const edits = report.frontMatter.root ? [...notes(report, template, report.frontMatter.root, [])] : [];
  const body = report.split.body.start;
  edits.push({ span: { start: body, end: body }, text: `\n${BODY_NOTE}\n` });
  return checkText(applyEdits(report.text, edits), knowledge);
}

/** All of the text that a key has until now. */
function valueSpan({ context }: CheckedText, key: string): { start: number; end: number } {
  return { start: 0, end: context.fields.text([key]).length };
}

/** A comment above each key whose field says what to write. */
function* notes(report: Report, template: Template, node: Node, path: Path): Iterable<Edit> {
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
