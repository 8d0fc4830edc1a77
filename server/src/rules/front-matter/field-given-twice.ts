import { linesOfEntry } from '../../paper/yaml/yamlEntryLines.ts';
import { labelOf } from '../../template/schemaProblems.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { entryAt } from '../../fixes/frontMatterEdits.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'field-given-twice',
  severity: 'error',
  docs: {
    summary: 'A field stands both in the front matter and as a section of the body.',
    why: 'Only one can be printed, and nobody can tell which was meant.',
    source: 'The report format: a long field stands in the front matter or in the body',
    bad: '---\ntemplate: committee-report\ntitle: Gritting\nexecutive-summary: New routes are proposed.\n---\n\n## ⟦Executive Summary⟧\n\nNew routes are proposed for the winter.\n\n## 10. Introduction\n',
    good: '---\ntemplate: committee-report\ntitle: Gritting\nexecutive-summary: New routes are proposed.\n---\n\n## 10. Introduction\n',
  },
  *check(_report, { fields, template }) {
    if (!template) return;
    for (const { path, keySpan, span } of fields.duplicates) {
      const message = `${labelOf(template, path)} stands in the front matter as well. Keep one of the two and delete the other.`;
      yield { span: keySpan ?? span, path, message };
    }
  },
  fixes({ path = [], span }, report) {
    const entry = entryAt(report.frontMatter.root, path);
    const section = report.body.sections.find((candidate) => candidate.titleSpan.start === span.start);
    return [
      ...(section ? [{ title: 'Keep the front matter, delete this section', edits: [remove(section.span)], safe: false }] : []),
      ...(entry
        ? [{ title: 'Keep this section, delete the key', edits: [remove(linesOfEntry(report.text, entry))], safe: false }]
        : []),
    ];
  },
});

function remove(span: Span): Edit {
  return { span, text: '' };
}
