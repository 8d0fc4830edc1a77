import { replaceAt } from '../../fixes/textEdits.ts';
import { levelOf, RISK } from '../../analysis/risk.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel, trimmedSpanOf } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'risk-residual-above-current',
  severity: 'warning',
  onlyForField: 'impact-assessment',
  docs: {
    summary: 'The residual risk is higher than the current risk.',
    why: 'Residual risk is what is left when everything planned has been done, so it cannot be the greater; as a rule the two have changed places.',
    source: 'The report form: Risk Assessment, current and residual risk',
    bad: '---\ntemplate: committee-report\nimpact-assessment:\n  risk:\n    current: Low\n    residual: ⟦MEDIUM⟧\n---\n',
    good: '---\ntemplate: committee-report\nimpact-assessment:\n  risk:\n    current: MEDIUM\n    residual: Low\n---\n',
  },
  *check(_report, context) {
    const current = levelOf(context.fields, 'current');
    const residual = levelOf(context.fields, 'residual');
    if (!current || !residual || residual.height <= current.height) return;
    const { path, data } = residual.value;
    const message = `${fieldLabel(path, context)} (${String(data)}) is above ${fieldLabel(current.value.path, context)} (${String(current.value.data)}). It is the risk that is left after action: correct one of them, or swap the two.`;
    yield { span: trimmedSpanOf(residual.value), path, message };
  },
  fixes(_finding, report, context) {
    const current = context.fields.get([...RISK, 'current']);
    const residual = context.fields.get([...RISK, 'residual']);
    if (!current?.text || !residual?.text) return [];
    const first = replaceAt({ path: current.path, span: trimmedSpanOf(current) }, residual.text.text.trim(), report, context);
    const second = replaceAt({ path: residual.path, span: trimmedSpanOf(residual) }, current.text.text.trim(), report, context);
    return first && second ? [{ title: 'Swap the two levels', edits: [first, second], safe: false }] : [];
  },
});
