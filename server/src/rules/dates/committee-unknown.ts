import { findCommittee, likeCommittees, meetingsOf } from '../../council/committees.ts';
import type { Fix } from '../../text/finding.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

/** As many names as a menu offers. */
const MOST = 3;

export default defineRule({
  id: 'committee-unknown',
  severity: 'error',
  docs: {
    summary: 'The cover names a committee that the council does not have.',
    why: 'The report misses its agenda, and the public cannot find it under the committee’s name.',
    source: 'The committees in council.yaml',
    bad: '---\ntemplate: committee-report\ncommittee: ⟦Harbor Overview Committee⟧\n---\n',
    good: '---\ntemplate: committee-report\ncommittee: Harbour Overview Committee\n---\n',
    council: 'committees:\n  - { name: Harbour Overview Committee }\n  - { name: Cabinet }\n',
  },
  *check(_report, context) {
    const { council, fields } = context;
    if (!council.committees?.length) return;
    for (const { committee } of meetingsOf(fields)) {
      const name = committee?.text?.text.trim() ?? '';
      if (!committee || name === '' || findCommittee(council, name)) continue;
      const [like] = likeCommittees(council, name);
      const advice = like ? `Did you mean “${like.name}”?` : 'Write its full name, or have it added to council.yaml.';
      const message = `${fieldLabel(committee.path, context)}: ${quoted(name)} is not one of the council's committees. ${advice}`;
      yield { span: trimmedSpanOf(committee), path: committee.path, message };
    }
  },
  fixes(finding, report, context) {
    const name = context.fields.text(finding.path ?? []);
    return likeCommittees(context.council, name)
      .slice(0, MOST)
      .flatMap((like): Fix[] => {
        const edit = replaceAt(finding, like.name, report, context);
        return edit ? [{ title: `Change to “${like.name}”`, edits: [edit], safe: false }] : [];
      });
  },
});
