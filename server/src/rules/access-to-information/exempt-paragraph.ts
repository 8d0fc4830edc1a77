import type { Paper } from '../../paper/paper.ts';
import type { Finding, Fix } from '../../text/finding.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { addKey } from '../../fixes/frontMatterEdits.ts';
import { defineRule } from '../rule.ts';
import { BY_USE, exemptStatus, PARAGRAPHS } from '../../analysis/schedule12a.ts';
import { fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

const KEY = ['exempt-paragraphs'];

export default defineRule({
  id: 'exempt-paragraph',
  severity: 'error',
  isCompleteness: true,
  docs: {
    summary: 'A report is exempt, or part of it, without a paragraph of Schedule 12A, or with one that there is not.',
    why: 'The public may be excluded only under one of the seven paragraphs, and the resolution to exclude them has to name it.',
    source: 'Local Government Act 1972, section 100A(4) and (5) and Schedule 12A, Part 1',
    bad: '---\ntemplate: committee-report\nstatus: ⟦exempt⟧\n---\n',
    good: '---\ntemplate: committee-report\nstatus: exempt\nexempt-paragraphs: 3\n---\n',
  },
  *check({ text }, context) {
    const { fields } = context;
    const given = fields.get(KEY);
    const status = exemptStatus(context);
    if (status && !given) {
      const message = `The report is ${String(status.data)}, but names no paragraph of Schedule 12A. Give its number, 1 to 7, under “exempt-paragraphs”.`;
      yield { span: trimmedSpanOf(status), path: KEY, message };
    }
    for (const value of fields.list(KEY)) {
      const { data } = value;
      if (value.blank || (typeof data === 'number' && Number.isInteger(data) && data >= 1 && data <= PARAGRAPHS.length)) continue;
      const written = value.text?.text ?? text.slice(value.span.start, value.span.end);
      const message = `${fieldLabel(KEY, context)} cannot be ${quoted(written)}: Part 1 of Schedule 12A has the paragraphs 1 to 7. Write the number alone.`;
      yield { span: trimmedSpanOf(value), path: value.path, message };
    }
  },
  fixes(finding, report, context) {
    const value = context.fields.get(finding.path ?? KEY);
    const meant = Number(/^[^\d]*([1-7])(?:\([a-z]\))?[^\d]*$/.exec(value?.text?.text ?? '')?.[1]);
    const numbers = [...BY_USE].sort((a, b) => Number(b === meant) - Number(a === meant));
    return numbers.flatMap((number) => paragraphFix(number, finding, report, context));
  },
});

function paragraphFix(number: number, { path = KEY, span }: Finding, report: Paper, context: RuleContext): Fix[] {
  const edit = context.fields.get(path)
    ? replaceAt({ path, span }, String(number), report, context)
    : addKey(KEY, String(number), report, context);
  const title = `Paragraph ${number}: ${PARAGRAPHS[number - 1] ?? ''}`;
  return edit ? [{ title, edits: [edit], safe: false }] : [];
}
