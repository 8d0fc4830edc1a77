import type { Fix } from '../../text/finding.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { deleteAt } from '../../fixes/textEdits.ts';
import { findInProse } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { isInQuotation, fieldLabel } from '../../analysis/notApplicable.ts';

const CUE = keywords('having considered');
/** The statement in the words of any year's form: "using the council's approved methodology" comes and goes. */
const STATEMENT =
  /\bhaving considered (?:all )?(?:of )?(?:the )?risks? (?:arising from|associated with) (?:these|this|the) [a-z]+(?: [a-z]+)?(?:,? (?:in accordance with|using|under)[^.:;]{1,120}?)?,? (?:the )?levels? of risks? (?:has|have) been (?:assessed|identified) as(?: follows)?\s?[:.]?/gi;

export default defineRule({
  id: 'risk-statement-repeated',
  severity: 'info',
  tags: ['unnecessary'],
  hasSafeFixes: true,
  onlyForField: 'impact-assessment',
  docs: {
    summary: 'The standard sentence about risk is typed by hand.',
    why: 'The layout prints it before the two levels, so it would stand there twice.',
    source: 'The report format: the layout prints the statement',
    bad: "---\ntemplate: committee-report\nimpact-assessment:\n  risk:\n    current: medium\n    residual: low\n    summary: |\n      ⟦Having considered the risks associated with this decision, the level of risk has been identified as:⟧\n\n      The contractor could withdraw. Two others are on the council's list.\n---\n",
    good: "---\ntemplate: committee-report\nimpact-assessment:\n  risk:\n    current: medium\n    residual: low\n    summary: |\n      The contractor could withdraw. Two others are on the council's list.\n---\n",
  },
  *check(_report, context) {
    for (const { span, path, passage, text, index } of findInProse(context.words.textsWith(CUE), STATEMENT)) {
      if (passage.quoted || isInQuotation(text, index)) continue;
      const where = path[0] === 'body' ? '' : ` in ${fieldLabel(path, context)}`;
      yield {
        span,
        path,
        message: `The standard sentence about risk is typed${where}. It is printed for you before the levels: delete it here.`,
      };
    }
  },
  fixes(finding, report, context): readonly Fix[] {
    const edit = deleteAt(finding, report, context);
    return edit ? [{ title: 'Delete the sentence', edits: [edit], safe: true }] : [];
  },
});
