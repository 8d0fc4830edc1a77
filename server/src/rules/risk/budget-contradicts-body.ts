import type { Paper } from '../../paper/paper.ts';
import { quote } from '../../text/suggest.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { AMOUNT, isSpending, PROPOSED, sentenceRound } from '../../analysis/amounts.ts';
import { formatNumber } from '../../paper/structure/sectionNumber.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { findInProse, type Match } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { isBareNotApplicable, fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

const BUDGET = ['impact-assessment', 'budget'];
/** A sentence that denies any cost, and takes nothing back. */
const DENIAL =
  /^(?:there (?:are|is|will be) |(?:this|the) (?:paper|report) (?:has|raises) )?no (?:(?:and|budget|budgetary|cost|financial|funding|or|resource|\/) ?){1,4}(?:consequences|costs?|effects?|impacts?|implications?)\b/i;
const TAKEN_BACK =
  /£|\b(?:additional|although|apart from|at (?:present|this)|beyond|but|direct|directly|except|extra|further|however|immediate|other than|specific|yet)\b/i;

export default defineRule({
  id: 'budget-contradicts-body',
  severity: 'warning',
  onlyForField: 'impact-assessment',
  docs: {
    summary: 'The budget says that there is no cost, and the report speaks of money being spent.',
    why: 'Members who read only the cover would decide without knowing what it costs.',
    source: 'House style: the cover says what the report says',
    bad: '---\ntemplate: committee-report\nimpact-assessment:\n  budget: ⟦N/A⟧\n---\n\n## 10. Introduction\n\n10.1 The contract for the shuttle bus costs £48,500 a year.\n',
    good: '---\ntemplate: committee-report\nimpact-assessment:\n  budget: The contract costs £48,500 a year, met from the transport budget.\n---\n\n## 10. Introduction\n\n10.1 The contract for the shuttle bus costs £48,500 a year.\n',
  },
  *check(report, context) {
    const budget = context.fields.get(BUDGET);
    const text = foldPunctuation(budget?.text?.text ?? '').trim();
    const bare = isBareNotApplicable(text);
    if (!budget || (!bare && (!DENIAL.test(text) || TAKEN_BACK.test(text) || text.length > 300))) return;
    const year = Number(/^\d{4}/.exec(context.fields.text(['date']).trim())?.[0] ?? context.today.slice(0, 4));
    const speaking = context.prose.filter(({ path }) =>
      ['body', 'executive-summary', 'recommendations'].includes(String(path[0])),
    );
    for (const match of findInProse(speaking, AMOUNT)) {
      const sentence = sentenceRound(match);
      const proposed = match.path[0] === 'recommendations' || PROPOSED.test(sentence);
      if (!isSpending(match, sentence, year) || (!bare && !proposed)) continue;
      const message = `${fieldLabel(BUDGET, context)} says ${quoted(text)}, but ${whereOf(match, report, context)} speaks of ${match.groups[0].trim()}: ${quote(sentence)} Say what it costs and which budget bears it, or why that amount has no bearing.`;
      yield { span: trimmedSpanOf(budget), path: BUDGET, message };
      return;
    }
  },
});

/** What a message calls the place: "paragraph 3.8", "the Executive Summary". */
function whereOf({ path, span, passage }: Match, report: Paper, context: RuleContext): string {
  if (path[0] !== 'body') return fieldLabel(path, context);
  const numbered = report.body.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .findLast((paragraph) => passage.block.start <= paragraph.span.start && paragraph.span.start <= span.start);
  return numbered ? `paragraph ${formatNumber(numbered.parts)}` : 'the body';
}
