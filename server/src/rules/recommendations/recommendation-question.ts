import type { SourceText } from '../../text/sourceText.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { listMarkerLength } from '../../analysis/requestedActions.ts';
import { coverRecommendations, leadIn } from '../../analysis/recommendations.ts';
import { defineRule } from '../rule.ts';
import { isInQuotation } from '../../analysis/notApplicable.ts';

/** Words that a question begins with. */
const ASKS =
  /^["'(]?(?:what|which|who|whom|whose|how|why|when|where|whether|is|are|was|were|do|does|did|should|shall|will|would|can|could|may|might|must|has|have)\b/i;
/** Questions that a committee is asked to answer are what it is to do. */
const TO_ANSWER = /\b(?:answer|comment|consider|debate|discuss|explore|question)/i;
const SENTENCE_END = /[.!?:;]["')]*\s+/g;

export default defineRule({
  id: 'recommendation-question',
  severity: 'warning',
  onlyForField: 'recommendations',
  docs: {
    summary: 'A recommendation that is a question.',
    why: 'A committee resolves what is put to it; a question can be discussed, but neither agreed nor minuted.',
    source: 'House style: a recommendation says what the committee is to do',
    bad: '---\ntemplate: committee-report\nrecommendations:\n  - ⟦Should the pier be closed to lorries?⟧\n---\n',
    good: '---\ntemplate: committee-report\nrecommendations:\n  - That the committee agree to close the pier to lorries.\n---\n',
  },
  *check(_report, context) {
    const items = coverRecommendations(context).filter(({ foldedSource }) => foldedSource.includes('?'));
    for (const { path, passages } of items) {
      let before = leadIn(context);
      for (const { text } of passages) {
        const question = questionIn(text, before);
        if (question) {
          const message =
            'This is a question, and a recommendation says what the committee is to decide. Say what it should agree, or move the question to the report.';
          yield { span: text.spanOf(question.from, question.to), path, message };
        }
        // What is listed under "consider:" stays under it to the end of the item.
        if (!isToBeAnswered(before)) before = foldPunctuation(text.text).trim();
      }
    }
  },
});

/** True for words after which a question is put to the committee: a colon, or a verb of asking in the same sentence. */
function isToBeAnswered(before: string): boolean {
  return before.trimEnd().endsWith(':') || TO_ANSWER.test(before.slice(before.lastIndexOf('.') + 1));
}

/** The question that a paragraph ends with; nothing where it is put to the committee to be answered. */
function questionIn(text: SourceText, before: string): { from: number; to: number } | undefined {
  const folded = foldPunctuation(text.text).replaceAll('\n', ' ');
  const to = folded.trimEnd().length;
  if (!/\?["')]*$/.test(folded.slice(0, to)) || isToBeAnswered(before)) return undefined;
  const ends = [...folded.slice(0, to).matchAll(SENTENCE_END)].map(({ index, 0: { length } }) => index + length);
  const start = ends.at(-1) ?? 0;
  const from = start + listMarkerLength(folded.slice(start));
  const put = start > 0 && isToBeAnswered(folded.slice(0, start));
  if (put || isInQuotation(folded, folded.lastIndexOf('?')) || (start > 0 && !ASKS.test(folded.slice(from)))) return undefined;
  return { from, to };
}
