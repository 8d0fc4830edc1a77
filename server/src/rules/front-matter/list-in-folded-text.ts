import type { Value } from '../../template/value.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

const ITEM = /^(?:[-*+•]|\d{1,2}[.)]|\(?[a-z]{1,3}[.)])\s+\S/;

export default defineRule({
  id: 'list-in-folded-text',
  severity: 'warning',
  docs: {
    summary: 'A list inside text that begins with >, where YAML joins the lines.',
    why: 'The items would be printed as one running paragraph.',
    source: 'YAML 1.2, section 8.1.3',
    bad: '---\ntemplate: committee-report\nexecutive-summary: >\n  The report asks for:\n  ⟦- new gritters⟧\n  - a longer season\n---\n',
    good: '---\ntemplate: committee-report\nexecutive-summary: |\n  The report asks for:\n  - new gritters\n  - a longer season\n---\n',
  },
  *check(report, { fields }) {
    for (const value of fields.all()) {
      const item = joinedItem(report.text, value);
      const message = 'This list will be run together into one paragraph. Change the “>” after the key to “|”.';
      if (item) yield { span: item, path: value.path, message };
    }
  },
  fixes({ path = [] }, _report, { fields }) {
    const start = fields.get(path)?.span.start;
    if (start === undefined) return [];
    return [
      { title: 'Keep the line ends: | instead of >', edits: [{ span: { start, end: start + 1 }, text: '|' }], safe: false },
    ];
  },
});

/** The first item of a list that folding would join to the line before it. */
function joinedItem(source: string, { node }: Value): Span | undefined {
  if (node?.kind !== 'scalar' || node.style !== 'folded') return undefined;
  const lines = linesOf(source, node.span).slice(1);
  const indent = Math.min(...lines.filter(({ text }) => text.trim() !== '').map(({ text }) => text.search(/\S/)));
  const items = lines.filter(({ text }, i) => {
    const before = lines[i - 1]?.text.trim() ?? '';
    return ITEM.test(text.slice(indent)) && before !== '' && (ITEM.test(before) || before.endsWith(':'));
  });
  const first = items[0];
  return first && { start: first.start + indent, end: first.start + first.text.trimEnd().length };
}

function linesOf(source: string, span: Span): { start: number; text: string }[] {
  let start = span.start;
  return source
    .slice(span.start, span.end)
    .split('\n')
    .map((text) => {
      const line = { start, text };
      start += text.length + 1;
      return line;
    });
}
