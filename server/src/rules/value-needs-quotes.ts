import type { Value } from '../template/value.ts';
import { inQuotes } from './keys.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'value-needs-quotes',
  severity: 'error',
  docs: {
    summary: 'A text that YAML takes for something else, because of its first character or of a colon in it.',
    why: 'A colon and a space make a key, a bracket a list and * a reference, so the text would be lost or printed wrongly.',
    source: 'YAML 1.2',
    bad: '---\ntemplate: committee-report\ntitle: ⟦Gritting: routes for the winter⟧\nrecommendations:\n  - ⟦That the committee: (a) approve the routes⟧\n---\n',
    good: "---\ntemplate: committee-report\ntitle: 'Gritting: routes for the winter'\nrecommendations:\n  - 'That the committee: (a) approve the routes'\n---\n",
  },
  *check(report, { fields }) {
    const unclosed = new Set(report.frontMatter.problems.map(({ span }) => span.start));
    for (const value of fields.all()) {
      if (value.needsQuotes && !unclosed.has(value.span.start))
        yield { span: value.span, path: value.path, message: messageFor(value) };
    }
  },
  fixes({ span }, report) {
    const text = report.text.slice(span.start, span.end);
    return [{ title: 'Put quotes round the text', edits: [{ span, text: inQuotes(text) }], safe: false }];
  },
});

function messageFor({ text }: Value): string {
  const first = text?.text[0] ?? '';
  const cause = /[\w(]/.test(first) ? 'it holds a colon with a space' : `it begins with ${first}`;
  return `This text must stand in quotation marks, because ${cause}. Put quotation marks round it.`;
}
