import { replaceAt } from '../../fixes/textEdits.ts';
import { addKey } from '../../fixes/frontMatterEdits.ts';
import { defineRule } from '../rule.ts';
import { exemptStatus } from '../../analysis/schedule12a.ts';
import { isBareNotApplicable, fieldLabel, trimmedSpanOf } from '../../analysis/notApplicable.ts';

const KEY = ['exempt-reason'];
const SKELETON = "'[insert why the public interest in exemption outweighs that in disclosure]'";

/** A reason weighs, or says what would happen. The names of a paragraph do not, nor does "commercially sensitive". */
const WEIGHS =
  /public(?:'s)? interest|outweigh|because|since\b|\b(?:as|if|so that|in order|until|while) |\b(?:can|could|may|might|must|should|will|would)\b|\bdisclos|\bharm|\bprejudic|\bpublish|\bweaken/i;

export default defineRule({
  id: 'exempt-reason',
  severity: 'error',
  isCompleteness: true,
  docs: {
    summary: 'A report is exempt, or part of it, without saying why the public interest in that outweighs the one in disclosure.',
    why: 'Information is exempt only so long as it does, and whoever asks to see the report must be told the reason.',
    source: 'Local Government Act 1972, Schedule 12A, Part 2, paragraph 10',
    bad: '---\ntemplate: committee-report\nstatus: ⟦exempt⟧\nexempt-paragraphs: 3\n---\n',
    good: `---\ntemplate: committee-report\nstatus: exempt\nexempt-paragraphs: 3\nexempt-reason: ${SKELETON}\n---\n`,
  },
  *check(_report, context) {
    const { fields } = context;
    const status = exemptStatus(context);
    const reason = fields.get(KEY);
    if (!status || reason?.blank) return;
    const toDo = 'Write why the public interest in keeping this private outweighs the public interest in disclosing it.';
    if (!reason) {
      const message = `The report is ${String(status.data)}, but does not say why. ${toDo} The key is “exempt-reason”.`;
      yield { span: trimmedSpanOf(status), path: KEY, message };
    } else if (reason.text && saysNoReason(reason.text.text)) {
      yield { span: trimmedSpanOf(reason), path: KEY, message: `${fieldLabel(KEY, context)} gives no reason. ${toDo}` };
    }
  },
  fixes({ path = KEY, span }, report, context) {
    const given = context.fields.get(KEY);
    const edit = given
      ? replaceAt({ path, span }, SKELETON.slice(1, -1), report, context)
      : addKey(KEY, SKELETON, report, context);
    return edit ? [{ title: 'Add a reason to fill in', edits: [edit], safe: false }] : [];
  },
});

function saysNoReason(text: string): boolean {
  return (
    isBareNotApplicable(text) || (text.trim().split(/\s+/).length <= 30 && !text.trim().startsWith('[') && !WEIGHS.test(text))
  );
}
