import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { labelOf } from '../../template/schemaProblems.ts';
import { readRequestedActions } from '../../analysis/requestedActions.ts';
import { coverRecommendations, recommendationParagraphs, trimmedSpan } from '../../analysis/recommendations.ts';
import { defineRule } from '../rule.ts';

/** Something of this stands in whatever recommends nothing; or there is no word in it at all. */
const HINT = /\b(?:no|non|none|not|nil|n\/?a)\b|n\.a|^[^a-z]*$/i;
const NONE =
  /^(?:none|nil|n\/?a|n\.a|not (?:applicable|required|needed)|(?:there (?:is|are) )?(?:none|no(?: \w+){0,3} recommendations?)(?: (?:required|needed|made|arising|proposed|to make|to be made|at (?:this|the present) (?:time|stage|point)|at present|as such|for this report|for the \w+))*|no (?:decisions?|actions?|approvals?)(?: (?:is|are))? (?:required|needed|requested|sought))$/;
/** The same at the beginning of a sentence that goes on. */
const NONE_AND_MORE =
  /^(?:there (?:is|are) no(?: \w+){0,3} recommendations?\b|(?:this|the) (?:report|paper|update) (?:makes|contains|has|includes|does not (?:make|contain|include)) (?:no|any)(?: \w+){0,2} recommendations?\b|no(?: \w+){0,2} recommendations?(?: are| is)?(?: being)? (?:made|proposed|required|arising|arise)\b)/;

/** True for a text that says that nothing is recommended. */
export function recommendsNothing(text: string): boolean {
  const plain = foldPunctuation(text).toLowerCase().replace(/\s+/g, ' ').replace(/^[^a-z]+|(?<![^a-z])[^a-z]+$/g, ''); // prettier-ignore
  if (plain === '' || NONE.test(plain)) return true;
  // "There are no recommendations, but members are asked to comment on …" recommends something after all.
  const none = NONE_AND_MORE.exec(plain)?.[0];
  return (
    none !== undefined &&
    !readRequestedActions([
      plain.slice(none.length).replace(/^[^a-z]*(?:except|other than|but|however|although|save)?\s*/, ''),
    ]).some(({ kind }) => kind === 'action')
  );
}

export default defineRule({
  id: 'recommendation-empty',
  severity: 'error',
  isCompleteness: true,
  onlyForField: 'recommendations',
  docs: {
    summary: 'The recommendations say that there is none.',
    why: 'A committee can only decide on what it is asked to decide; without a recommendation there is nothing to minute.',
    source: 'The report form: Recommendation',
    bad: '---\ntemplate: committee-report\nrecommendations:\n  - ⟦There are no recommendations arising from this report.⟧\n---\n',
    good: '---\ntemplate: committee-report\nrecommendations:\n  - That the committee agrees the programme of pier repairs for 2027.\n---\n',
  },
  *check(_report, context) {
    const items = coverRecommendations(context);
    const [first] = items;
    const says = items.every((item) => HINT.test(item.foldedSource) && recommendsNothing(recommendationParagraphs([item]).map(({ text }) => text.text).join('\n'))); // prettier-ignore
    if (!first?.value?.text || !says || !context.template) return;
    const label = labelOf(context.template, ['recommendations']);
    yield {
      span: trimmedSpan(first.value.text),
      path: first.path,
      message: `${label} asks for nothing. Write what the committee is to do, such as to agree, support or comment on something.`,
    };
  },
});
