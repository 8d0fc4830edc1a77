import { replaceAt } from '../../fixes/textEdits.ts';
import { leadsNowhere, readLinks } from '../../analysis/links.ts';
import { defineRule } from '../rule.ts';
import { quoted } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'link-empty',
  severity: 'error',
  docs: {
    summary: 'A link without an address.',
    why: 'It looks like a link and leads nowhere: what it should show was never put in.',
    source: 'WCAG 2.2, success criterion 2.4.4',
    bad: '10.1 Visits are set out in ⟦[the annual return](#)⟧.\n',
    good: '10.1 Visits are set out in the annual return.\n',
  },
  *check(_report, context) {
    for (const link of readLinks(context)) {
      if (!leadsNowhere(link)) continue;
      const name = link.words.trim() === '' ? 'This link' : `The link ${quoted(link.words)}`;
      yield { span: link.span, path: link.path, message: `${name} leads nowhere. Give its address, or keep only its words.` };
    }
  },
  fixes({ path = ['body'], span }, report, context) {
    const written = report.text.slice(span.start, span.end);
    const end = written.lastIndexOf('](');
    if (!written.startsWith('[') || end === -1) return [];
    const edit = replaceAt({ path, span }, written.slice(1, end), report, context);
    return edit ? [{ title: 'Keep only its words', edits: [edit], safe: false }] : [];
  },
});
