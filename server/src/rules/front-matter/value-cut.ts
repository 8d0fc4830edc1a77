import { nodeAt } from '../../paper/yaml/yamlNode.ts';
import { inQuotes } from '../../fixes/frontMatterEdits.ts';
import { defineRule } from '../rule.ts';

const SUPPRESSION = /^#\s*scrutiny-disable-line\b/;

export default defineRule({
  id: 'value-cut',
  severity: 'warning',
  docs: {
    summary: 'Text of a value is lost because a space and # begin a comment there.',
    why: 'YAML reads everything behind “ #” as a comment, so the rest of the line is not printed and nobody notices.',
    source: 'YAML 1.2, section 6.6: comments',
    bad: '---\ntemplate: committee-report\ntitle: Review of contract ⟦#12⟧\n---\n',
    good: "---\ntemplate: committee-report\ntitle: 'Review of contract #12'\n---\n",
  },
  *check(report, { fields }) {
    for (const { node, field, path, blank } of fields.all()) {
      if (node?.kind !== 'scalar' || !node.comment || (field && !['text', 'markdown'].includes(field.kind))) continue;
      const comment = report.text.slice(node.comment.start, node.comment.end);
      if (SUPPRESSION.test(comment) || (blank && /^#\s/.test(comment))) continue;
      yield {
        span: node.comment,
        path,
        message: `The text from ${comment.length > 30 ? `“${comment.slice(0, 29)}…”` : `“${comment}”`} on is lost: behind a space, # begins a comment. Put the whole text in quotation marks.`,
      };
    }
  },
  fixes({ path = [], span }, report, { fields }) {
    const node = nodeAt(report.frontMatter.root, path);
    if (!fields.get(path) || node?.kind !== 'scalar') return [];
    const text = report.text.slice(node.span.start, span.end).trim();
    const edit = { span: { start: node.span.start, end: span.end }, text: inQuotes(text) };
    return [{ title: 'Put quotes round the whole text', edits: [edit], safe: false }];
  },
});
