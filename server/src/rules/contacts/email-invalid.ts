import { domainOf, emailFields } from '../../analysis/emails.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel, quoted } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'email-invalid',
  severity: 'error',
  docs: {
    summary: 'An email address that is none.',
    why: 'Nobody can write to it, and mail programs refuse the link that is made of it.',
    source: 'RFC 5321, section 4.1.2',
    bad: '---\ntemplate: committee-report\nofficer-contact:\n  name: Jan Webb\n  email: ⟦jan.webb@northmoor⟧\n---\n',
    good: '---\ntemplate: committee-report\nofficer-contact:\n  name: Jan Webb\n  email: jan.webb@northmoor.gov.uk\n---\n',
  },
  *check(_report, context) {
    for (const { path, text } of emailFields(context)) {
      const typed = text.text.trim();
      if (domainOf(typed) !== undefined) continue;
      const several = typed.split('@').length > 2;
      const advice = several
        ? 'Give one address; list a second officer as a contact of their own.'
        : 'Write it in full, such as jan.webb@northmoor.gov.uk.';
      const start = text.text.indexOf(typed);
      const message = `${fieldLabel(path, context)}: ${quoted(typed)} is not an email address. ${advice}`;
      yield { span: text.spanOf(start, start + typed.length), path, message };
    }
  },
});
