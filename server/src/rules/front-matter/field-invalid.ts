import { fieldAt } from '../../template/template.ts';
import { describeInvalid, labelOf } from '../../template/schemaProblems.ts';
import { closestMatch } from '../../text/suggest.ts';
import type { Value } from '../../template/value.ts';
import type { Fix } from '../../text/finding.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Span } from '../../text/span.ts';
import { toDay, findDates } from '../../text/datesInText.ts';
import { setChoice } from '../../fixes/setChoice.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';
import { isNotApplicable } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'field-invalid',
  severity: 'error',
  hasSafeFixes: true,
  docs: {
    summary: 'A value of the wrong kind, or not among those that the form allows.',
    why: 'The form is read by people and programs that rely on its wording: the purpose, the status, the date.',
    source: 'The schema of the template',
    bad: '---\ntemplate: committee-report\npurpose: ⟦for decision⟧\nappendices: ⟦There are no appendices.⟧\n---\n',
    good: '---\ntemplate: committee-report\npurpose: For Decision\nappendices: none\n---\n',
  },
  *check(_report, { problems, fields, template }) {
    if (!template) return;
    for (const problem of problems) {
      const value = problem.kind === 'invalid' && problem.path[0] !== 'template' ? fields.get(problem.path) : undefined;
      // Of parts that are all blank each is told as blank.
      if (!value || value.blank || (value.parts.length > 0 && value.parts.every(({ blank }) => blank))) continue;
      const label = labelOf(template, problem.path);
      const message = describeInvalid(problem, label, fieldAt(template, problem.path), value.text?.text ?? '');
      yield { span: placeOf(value), path: problem.path, message };
    }
  },
  fixes(finding, report, context) {
    const { path = [] } = finding;
    const value = context.fields.get(path);
    const choices = value?.field?.choices ?? [];
    const typed = value?.text?.text.trim();
    if (!typed) return [];
    const day = value?.field?.kind === 'date' ? onlyDay(typed) : undefined;
    const edit = day && replaceAt({ path, span: value?.span ?? finding.span }, day, report, context);
    if (edit) return [{ title: `Change to ${day}`, edits: [edit], safe: false }];
    const meant =
      choices.find((choice) => choice.toLowerCase() === typed.toLowerCase()) ??
      (isNotApplicable(typed) ? choices.find((choice) => choice === 'none') : undefined);
    const near = meant ?? closestMatch(typed, choices);
    const ordered = [...choices].sort((a, b) => Number(b === near) - Number(a === near));
    return ordered.flatMap((choice): Fix[] => {
      const edit = replaceAt({ path, span: value?.span ?? finding.span }, choice, report, context);
      if (!edit) return [];
      const safe = choice === meant;
      // What was meant all along calls for nothing new.
      const edits = safe ? [edit] : setChoice(path, choice, edit, report, context);
      return [{ title: `Change to “${choice}”`, edits, safe }];
    });
  },
});

/** The day of a date that was written as in a sentence: "Tuesday 8 September 2026". */
function onlyDay(text: string): string | undefined {
  const [date, ...others] = findDates(foldPunctuation(text).replace(/\s+/g, ' '));
  return date && others.length === 0 ? toDay(date) : undefined;
}

/** The value, or its key where the value is more than one line. */
function placeOf({ text, span, keySpan }: Value): Span {
  return keySpan && (!text || text.text.trim().includes('\n')) ? keySpan : span;
}
