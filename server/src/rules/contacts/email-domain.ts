import { didYouMean, joinWords } from '../../text/suggest.ts';
import { domainOf, emailFields, isOf } from '../../analysis/emails.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel } from '../../analysis/notApplicable.ts';

/** Domains that only partners have: their officer is a partner's whose organisation is not named. */
const PARTNERS = /\.(?:ac|mod|nhs|parliament|police|sch)\.uk$|\.nhs\.net$/;
/** Of other councils and their partnerships; one that is like the council's own is that, misspelt. */
const PUBLIC = '.gov.uk';

export default defineRule({
  id: 'email-domain',
  severity: 'warning',
  docs: {
    summary: 'An officer’s email address that is not the council’s.',
    why: 'It is misspelt, or a private address, at which the council can neither keep nor find what it is asked.',
    source: 'House style; the email domains in council.yaml',
    bad: '---\ntemplate: committee-report\nofficer-contact:\n  name: Jan Webb\n  email: jan.webb@⟦northmore.gov.uk⟧\n---\n',
    good: '---\ntemplate: committee-report\nofficer-contact:\n  name: Jan Webb\n  email: jan.webb@northmoor.gov.uk\n---\n',
    council: 'email-domains: [northmoor.gov.uk]\n',
  },
  *check(_report, context) {
    const { council, fields } = context;
    const domains = council['email-domains'] ?? [];
    if (domains.length === 0) return;
    const retired = Object.keys(council['retired-email-domains'] ?? {});
    for (const { path, text } of emailFields(context)) {
      const domain = domainOf(text.text);
      if (domain === undefined || [...domains, ...retired].some((owner) => isOf(domain, owner))) continue;
      if (fields.text([...path.slice(0, -1), 'organisation']).trim() !== '') continue;
      const start = text.text.lastIndexOf('@') + 1;
      const span = text.spanOf(start, start + domain.length);
      const label = fieldLabel(path, context);
      const like = didYouMean(domain, domains);
      if (PARTNERS.test(domain) || (domain.endsWith(PUBLIC) && like === '')) {
        const message = `${label}: ${domain} is a partner's domain. Add the officer's organisation.`;
        yield { span, path, severity: 'info', message };
      } else {
        const message = `${label}: ${domain} is not one of the council's domains (${joinWords(domains, 'and')}).${like} Give the officer's address at the council, or, for a partner's officer, the organisation as well.`;
        yield { span, path, message };
      }
    }
  },
});
