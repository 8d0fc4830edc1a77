import { coverRecommendations } from '../../analysis/recommendations.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel } from '../../analysis/notApplicable.ts';

const PATH = ['recommendations'];
const WORDS = 150;
const ITEMS = 8;
const WORD = /\S+/g;
/** An item of a list within a recommendation. */
const ITEM = /^[ \t]*(?:[-*•]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])[ \t]/gm;

export default defineRule({
  id: 'recommendation-long',
  severity: 'warning',
  onlyForField: 'recommendations',
  docs: {
    summary: `Recommendations of more than ${WORDS} words or ${ITEMS} items.`,
    why: 'The recommendations are read out, voted on and copied into the minutes; reasons and background belong to the report.',
    source: 'House style: recommendations are short enough to be put to the vote',
    bad: `---\ntemplate: committee-report\n⟦recommendations⟧:\n${works(9)}---\n`,
    good: `---\ntemplate: committee-report\nrecommendations:\n${works(3)}---\n`,
  },
  *check(_report, context) {
    const value = context.fields.get(PATH);
    if (!value || value.blank) return;
    const recommendations = coverRecommendations(context);
    const items = recommendations.reduce((sum, { foldedSource }) => sum + Math.max(1, foldedSource.match(ITEM)?.length ?? 0), 0);
    const words = recommendations.reduce((sum, { foldedSource }) => sum + countWords(foldedSource), 0);
    const label = fieldLabel(PATH, context);
    const where = { span: value.keySpan ?? value.span, path: PATH };
    if (words > WORDS) {
      yield {
        ...where,
        message: `${label} has ${words} words. Ask for what is to be decided in at most ${WORDS}, and give the reasons in the report.`,
      };
    } else if (items > ITEMS) {
      yield { ...where, message: `${label} has ${items} items. Put together what is decided together: ${ITEMS} are enough.` };
    }
  },
});

/** Marks and dashes that stand alone are no words. */
function countWords(text: string): number {
  return (text.match(WORD) ?? []).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function works(count: number): string {
  const names = ['Amble', 'Blyth', 'Craster', 'Druridge', 'Embleton', 'Ferry', 'Gull', 'Howick', 'Island'];
  return names.slice(0, count).map((name) => `  - That the committee approve the works at ${name} pier.\n`).join(''); // prettier-ignore
}
