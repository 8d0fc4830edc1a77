import type { Severity } from '../../text/finding.ts';
import { defineRule } from '../rule.ts';
import { isBareNotApplicable, fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

const ADVICE: Readonly<Record<string, string>> = {
  equalities:
    'The Equality Act 2010 asks the council to show that it thought about equality: say what an assessment found, or why none was needed.',
  evidence: 'Members need to know what the report rests on: name the facts, research or consultation, or say why there is none.',
  budget: 'Members need to know what this costs: give the amount and the budget that bears it, or say why there is no cost.',
  'well-being-and-health':
    "Members weigh what a decision does to people's health: say who gains or loses and how, or why nobody does.",
  climate: 'Members weigh what a decision does to emissions and nature: say what would rise or fall, or why nothing would.',
  outcomes: "Members need to see which of the council plan's aims this serves: name them, or say why there is none.",
  other:
    'Members cannot see that the question was asked: say which matters were considered, such as legal, staffing or property.',
};
const SEVERITIES: Readonly<Record<string, Severity>> = { equalities: 'error', other: 'info' };

export default defineRule({
  id: 'impact-unexplained',
  severity: 'warning',
  isCompleteness: true,
  onlyForField: 'impact-assessment',
  docs: {
    summary: 'A part of the impact assessment says only “N/A” or “None”, and gives no reason.',
    why: 'It does not show that anybody asked the question; for equalities the council must be able to show that it did.',
    source: 'Equality Act 2010, s.149 (due regard)',
    bad: '---\ntemplate: committee-report\nimpact-assessment:\n  equalities: ⟦N/A⟧\n  climate: ⟦No climate implications.⟧\n---\n',
    good: '---\ntemplate: committee-report\nimpact-assessment:\n  equalities: No assessment was needed, because no service changes.\n  climate: There is no effect, because no journey changes.\n---\n',
  },
  *check(_report, context) {
    for (const value of context.fields.get(['impact-assessment'])?.parts ?? []) {
      const key = String(value.path.at(-1));
      if (!value.field || !value.text || key === 'risk' || !isBareNotApplicable(value.text.text)) continue;
      const advice = ADVICE[key] ?? 'Say in a sentence why there is nothing to report.';
      const message = `${fieldLabel(value.path, context)} says only ${quoted(value.text.text)}. ${advice}`;
      const severity = SEVERITIES[key];
      yield { span: trimmedSpanOf(value), path: value.path, message, ...(severity ? { severity } : {}) };
    }
  },
});
