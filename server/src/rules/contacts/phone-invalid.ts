import type { RuleContext } from '../../analysis/ruleContext.ts';
import { readPhones, type Phone } from '../../analysis/phones.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel, quoted } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'phone-invalid',
  severity: 'error',
  docs: {
    summary: 'A telephone number that cannot be right.',
    why: 'A member or a resident who calls reaches nobody.',
    source: 'Ofcom, The National Telephone Numbering Plan',
    bad: '---\ntemplate: committee-report\nofficer-contact:\n  name: Jan Webb\n  tel: ⟦01632 96012⟧\n---\n',
    good: '---\ntemplate: committee-report\nofficer-contact:\n  name: Jan Webb\n  tel: 01632 960123\n---\n',
  },
  *check(_report, context) {
    for (const { path, text } of phoneFields(context)) {
      for (const phone of readPhones(text.text)) {
        if (!phone.fault) continue;
        const typed = text.text.slice(phone.index, phone.end);
        const message = `${fieldLabel(path, context)}: ${quoted(typed)} ${explain(phone)} Give the number with its area code, such as 01632 960123.`;
        yield { span: text.spanOf(phone.index, phone.end), path, message };
      }
    }
  },
});

function explain({ fault, digits }: Phone): string {
  switch (fault) {
    case 'wrong-start':
      return 'is not a UK number: they begin 01, 02, 03, 07 or 08.';
    case 'too-long':
      return `has ${digits.length} digits, more than any UK number.`;
    case 'too-short':
      return `has ${digits.length} digits, and such a number has 11.`;
    default:
      return 'is not a telephone number.';
  }
}

/** The values that hold telephone numbers. */
export function phoneFields({ fields }: RuleContext) {
  return fields.valuesOf('tel').flatMap(({ path, text, blank }) => (text && !blank ? [{ path, text }] : []));
}
