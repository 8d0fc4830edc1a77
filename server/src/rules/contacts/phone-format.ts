import { replaceAt } from '../../fixes/textEdits.ts';
import { phoneFields } from './phone-invalid.ts';
import { readPhones, restyle } from '../../analysis/phones.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'phone-format',
  severity: 'info',
  hasSafeFixes: true,
  docs: {
    summary: 'A telephone number that is not spaced as “01632 960123”.',
    why: 'A number in groups is easier to read, to read out and for screen readers.',
    source: 'House style; GOV.UK style guide, Telephone numbers',
    bad: '---\ntemplate: committee-report\nofficer-contact:\n  name: Jan Webb\n  tel: ⟦(01632) 960123⟧\n---\n',
    good: '---\ntemplate: committee-report\nofficer-contact:\n  name: Jan Webb\n  tel: 01632 960123\n---\n',
  },
  *check(_report, context) {
    for (const { path, text } of phoneFields(context)) {
      for (const phone of readPhones(text.text)) {
        const styled = restyle(phone, text.text);
        if (styled === undefined) continue;
        const message = `${fieldLabel(path, context)}: write the number as ${styled}.`;
        yield { span: text.spanOf(phone.index, phone.end), path, message };
      }
    }
  },
  fixes(finding, report, context) {
    const text = context.fields.get(finding.path ?? [])?.text;
    const phone = text && readPhones(text.text).find(({ index }) => text.sourceOf(index) === finding.span.start);
    const styled = phone && restyle(phone, text.text);
    const edit = styled && replaceAt(finding, styled, report, context);
    return edit ? [{ title: `Change to ${styled}`, edits: [edit], safe: true }] : [];
  },
});
