import { earliestMeeting } from '../../council/committees.ts';
import { readDay, formatDay } from '../../text/day.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { isOf } from '../../analysis/emails.ts';
import { findInProse } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';

/** The domain of an address. */
const AT = keywords('@');
const DOMAIN = /@[\w.-]*\w/g;

export default defineRule({
  id: 'email-retired-domain',
  severity: 'warning',
  tags: ['deprecated'],
  docs: {
    summary: 'An email address at a domain that the council has given up.',
    why: 'What is sent there is lost.',
    source: 'The retired email domains in council.yaml',
    bad: '---\ntemplate: committee-report\ndate: 2027-01-21\nofficer-contact:\n  email: jan.webb@⟦northmoorcc.gov.uk⟧\n---\n',
    good: '---\ntemplate: committee-report\ndate: 2027-01-21\nofficer-contact:\n  email: jan.webb@northmoor.gov.uk\n---\n',
    council: 'email-domains: [northmoor.gov.uk]\nretired-email-domains: { northmoorcc.gov.uk: 2019-04-01 }\n',
  },
  *check(_report, context) {
    const { council, fields } = context;
    const retired = Object.entries(council['retired-email-domains'] ?? {});
    const meeting = retired.length > 0 ? earliestMeeting(fields)?.day : undefined;
    const gone = retired.flatMap(([domain, since]) => {
      const day = readDay(since);
      return day !== undefined && meeting !== undefined && day <= meeting ? [{ domain, day }] : [];
    });
    if (gone.length === 0) return;
    const to = current(context);
    for (const { passage, path, groups, index, end } of findInProse(context.words.textsWith(AT), DOMAIN)) {
      const domain = groups[0].slice(1).toLowerCase();
      const known = gone.find((one) => isOf(domain, one.domain));
      if (!known || passage.quoted) continue;
      const message = `The council has not used ${domain} since ${formatDay(known.day)}. ${to ? `Write the address with ${to}.` : 'Give the address in use today.'}`;
      yield { span: passage.text.spanOf(index + 1, end), path, message };
    }
  },
  fixes(finding, report, context) {
    const to = current(context);
    const edit = to && replaceAt(finding, to, report, context);
    return edit ? [{ title: `Change to ${to}`, edits: [edit], safe: false }] : [];
  },
});

/** The council's first domain that is still in use. */
function current({ council }: RuleContext): string | undefined {
  const retired = Object.keys(council['retired-email-domains'] ?? {});
  return council['email-domains']?.find((domain) => !retired.includes(domain));
}
