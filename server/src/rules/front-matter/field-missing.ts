import { labelOf } from '../../template/schemaProblems.ts';
import { addKey, placeOfMissing } from '../../fixes/frontMatterEdits.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'field-missing',
  severity: 'error',
  isCompleteness: true,
  docs: {
    summary: 'A field that the template requires is not there, neither as a key nor as a section of the body.',
    why: 'The form asks for it because members, the public or the law do; without it the report cannot go on an agenda.',
    source: 'The schema of the template',
    bad: '---\ntemplate: ⟦partner-paper⟧\ncommittee: Harbour Committee\ndate: 2026-12-08\n---\n',
    good: '---\ntemplate: partner-paper\ncommittee: Harbour Committee\ndate: 2026-12-08\ntitle:\n---\n',
  },
  *check(report, context) {
    const { problems, fields, template } = context;
    // Where part of the front matter could not be read, the field may be there.
    if (!template || report.frontMatter.problems.some(({ fault }) => fault !== 'duplicate-key')) return;
    for (const { kind, path } of problems) {
      if (kind !== 'missing' || fields.get(path)?.blank) continue;
      const parent =
        path.length > 1 ? ` under “${String(path.findLast((step, i) => i < path.length - 1 && typeof step === 'string'))}”` : '';
      const message = `${labelOf(template, path)} is missing. Add the key “${String(path.at(-1))}”${parent} and fill it in.`;
      yield { span: placeOfMissing(path, report, context), path, message };
    }
  },
  fixes({ path = [] }, report, context) {
    const edit = addKey(path, '', report, context);
    return edit ? [{ title: `Add “${String(path.at(-1))}”`, edits: [edit], safe: false }] : [];
  },
});
