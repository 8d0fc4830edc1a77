import { labelOf } from '../../template/schemaProblems.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { trimmedSpan } from '../../analysis/recommendations.ts';
import { defineRule } from '../rule.ts';

const PATH = ['reason-for-recommendations'];

const POINTED_AT = String.raw`(?:above|below|(?:the )?(?:\w+ ){0,2}(?:reports?|papers?|summary|recommendations?|sections?|paragraphs?|background|introduction|body|appendix|appendices)(?: [\d.]+| \w)?(?: (?:above|below|of (?:the|this) (?:report|paper)|attached))?)`;
/** Sentences that give no reason, whole. */
const NO_REASON = [
  /^(?:none|nil|n\/?a|n\.a|not (?:applicable|required|needed)|no reasons?(?: given| required)?|no recommendations?)$/,
  new RegExp(
    String.raw`^(?:please )?(?:see|as|refer to|as per|per|(?:as )?(?:is |are )?(?:set out|outlined|detailed|stated|described|contained|given|shown|explained|included|noted)(?: in)?|as in)(?: in| at)? ${POINTED_AT}$`,
  ),
  /^(?:(?:this|the) (?:report|paper|item|update) is |(?:\w+ ){1,4}(?:is|are) )?(?:provided |presented |supplied |submitted |attached |only )?for (?:the )?(?:\w+'?s? )?information(?: purposes?)?(?: only)?$/,
  /^(?:(?:for|to) (?:the )?(?:members |committee |board )?(?:to )?)?not(?:e|ing)(?: (?:this|the) (?:report|paper|update|contents?(?: of (?:this|the) (?:report|paper))?))?(?: only)?$/,
  /^(?:there (?:is|are) )?(?:none|no (?:decisions?|actions?|approvals?|recommendations?)(?: (?:is|are))?(?: (?:required|needed|requested|sought|arising|made|proposed|to be (?:made|taken|agreed|approved)(?: or (?:made|taken|agreed|approved))?))*)$/,
  /^as recommended$|^self[- ]explanatory$|^information only$/,
];

export default defineRule({
  id: 'reason-missing',
  severity: 'error',
  isCompleteness: true,
  onlyForField: 'reason-for-recommendations',
  docs: {
    summary: 'The reason for the recommendations says nothing.',
    why: 'The reason is minuted with the decision: it shows the public, and a court if need be, why the committee decided as it did.',
    source: 'The report form: Reason for Recommendation',
    bad: '---\ntemplate: committee-report\nreason-for-recommendations: ⟦See above.⟧\n---\n',
    good: '---\ntemplate: committee-report\nreason-for-recommendations: The repairs keep the pier open through the summer of 2027.\n---\n',
  },
  *check(_report, { fields, template }) {
    const text = fields.get(PATH)?.text;
    if (!template || !text || !givesNoReason(text.text)) return;
    const message = `${labelOf(template, PATH)} gives no reason. Write in a sentence or two why the committee should do what is recommended.`;
    yield { span: trimmedSpan(text), path: PATH, message };
  },
});

/** True where each sentence is one of those that give no reason. */
function givesNoReason(text: string): boolean {
  if (text.trim() === '' || text.length > 400) return false;
  const sentences = foldPunctuation(text).toLowerCase().split(/[.;!?](?:\s+|$)|\n+|,\s+/).map((part) => part.replace(/[*_>#]/g, '').replace(/\s+/g, ' ').replace(/^[^a-z]+|(?<![^a-z0-9])[^a-z0-9]+$/g, '')); // prettier-ignore
  return sentences.every((sentence) => sentence === '' || NO_REASON.some((pattern) => pattern.test(sentence)));
}
