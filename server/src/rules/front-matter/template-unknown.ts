import { didYouMean, joinWords, closestMatch, quote } from '../../text/suggest.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'template-unknown',
  severity: 'error',
  docs: {
    summary: 'The report names no template that there is.',
    why: 'The template says what the report must contain and how it is printed; without it hardly anything can be checked.',
    source: 'The report format: every report names its template',
    bad: '---\ntemplate: ⟦comittee-report⟧\ntitle: Winter gritting routes\n---\n',
    good: '---\ntemplate: committee-report\ntitle: Winter gritting routes\n---\n',
  },
  *check(report, { template, templates, fields }) {
    const { frontMatter, split, excess } = report;
    if (template || excess) return;
    const value = fields.get(['template']);
    const names = [...templates.keys()];
    const typed = value?.text?.text ?? '';
    if (value && typed.trim() !== '') {
      const message = `There is no template ${quote(typed)}. Choose ${joinWords(names)}.${didYouMean(typed, names)}`;
      yield { span: value.span, path: ['template'], message };
    } else if (frontMatter.problems.length === 0) {
      const span = value?.keySpan ?? split.open ?? { start: 0, end: 0 };
      const message = `The report does not say which template it follows. Add “template:” with ${joinWords(names)} to the front matter.`;
      yield { span, path: ['template'], message };
    }
  },
  fixes({ span }, _report, { templates, fields }) {
    const typed = fields.get(['template'])?.text?.text ?? '';
    if (typed === '') return [];
    const near = closestMatch(typed, templates.keys());
    const names = [...templates.keys()].sort((a, b) => Number(b === near) - Number(a === near));
    return names.map((name) => ({ title: `Use the template ${name}`, edits: [{ span, text: name }], safe: false }));
  },
});
