import { LEVEL_KEYS, levelOf, RISK } from '../../analysis/risk.ts';
import { addRiskSummary, isExplained, SUMMARY } from '../../fixes/addRiskSummary.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel, trimmedSpanOf } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'risk-high-unexplained',
  severity: 'error',
  isCompleteness: true,
  onlyForField: 'impact-assessment',
  docs: {
    summary: 'A level of risk is high, and neither a summary nor a category says what the risk is.',
    why: 'Members cannot accept a high risk without knowing what could go wrong and what is done about it.',
    source: 'The report form: Risk Assessment, note on high risks',
    bad: '---\ntemplate: committee-report\nimpact-assessment:\n  risk:\n    current: ⟦high⟧\n    residual: medium\n---\n',
    good: `---\ntemplate: committee-report\nimpact-assessment:\n  risk:\n    current: high\n    residual: medium\n    summary: '${SUMMARY}'\n---\n`,
  },
  *check(_report, context) {
    const { fields } = context;
    const high = LEVEL_KEYS.map((key) => levelOf(fields, key)).find((level) => level?.height === 2)?.value;
    if (!high || isExplained(fields)) return;
    const named = [fieldLabel([...RISK, 'summary'], context), fieldLabel([...RISK, 'categories'], context)];
    const message = `${fieldLabel(high.path, context)} is high, but nothing says why. Write a ${named[0]}: what could go wrong, and what is done about it; or at least name the ${named[1]}.`;
    yield { span: trimmedSpanOf(high), path: high.path, message };
  },
  fixes(_finding, report, context) {
    const edit = addRiskSummary(report, context);
    return edit ? [{ title: 'Add a summary to fill in', edits: [edit], safe: false }] : [];
  },
});
