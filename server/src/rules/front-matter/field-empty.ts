import type { Field } from '../../template/field.ts';
import { labelOf } from '../../template/schemaProblems.ts';
import { joinWords } from '../../text/suggest.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'field-empty',
  severity: 'error',
  isCompleteness: true,
  docs: {
    summary: 'A field is there, but blank.',
    why: 'A heading with nothing under it tells the committee that something was forgotten.',
    source: 'The schema of the template',
    bad: '---\ntemplate: committee-report\n⟦appendices⟧:\n---\n',
    good: '---\ntemplate: committee-report\nappendices: none\n---\n',
  },
  *check(_report, { fields, template }) {
    if (!template) return;
    for (const { blank, field, path, keySpan, span } of fields.all()) {
      if (!blank || !field || path[0] === 'template') continue;
      const message = `${labelOf(template, path)} is blank. ${whatToDo(field)}`;
      yield { span: keySpan ?? span, path, message, ...(path[0] === 'local-councillors' ? { severity: 'warning' } : {}) };
    }
  },
  fixes({ path = [] }, report, context) {
    const value = context.fields.get(path);
    if (!value?.field?.choices.includes('none')) return [];
    const edit = replaceAt({ path, span: value.span }, 'none', report, context);
    return edit ? [{ title: 'Write “none”', edits: [edit], safe: false }] : [];
  },
});

function whatToDo({ kind, choices, label }: Field): string {
  if (kind === 'list' && choices.length > 0) return `List them, or write ${joinWords(choices)}.`;
  if (choices.length > 0) return `Choose ${joinWords(choices)}.`;
  if (kind === 'list') return 'List at least one.';
  return kind === 'group' ? `Fill in the parts of ${label}.` : 'Fill it in.';
}
