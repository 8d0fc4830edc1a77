import { labelOf } from '../../template/schemaProblems.ts';
import type { Finding, Fix, Severity } from '../../text/finding.ts';
import { readRequestedActions, type PlacedRequestedAction } from '../../analysis/requestedActions.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { recommendsNothing } from './recommendation-empty.ts';
import { coverRecommendations, leadIn, recommendationParagraphs, trimmedSpan } from '../../analysis/recommendations.ts';
import { defineRule } from '../rule.ts';

/** Purposes for which a committee need not decide anything. */
const FOR_DISCUSSION = ['For Review and Consultation', 'For Information'];

/** Something of this stands in whatever is weak. */
const HINT =
  /not(?:e|ing)|receiv|consider|acknowledg|discuss|recogni|hear|observ|understand|inform|aware|advis|updated|apprised|sight of/i;

/** What may be asked instead: the verb, with the form of "be noted". */
const VERBS = [
  { verb: 'agree', passive: 'agreed' },
  { verb: 'endorse', passive: 'endorsed' },
  { verb: 'support', passive: 'supported' },
  { verb: 'comment on', passive: undefined },
];

export default defineRule({
  id: 'recommendation-not-actionable',
  severity: 'warning',
  onlyForField: 'recommendations',
  docs: {
    summary: 'The committee is only asked to note, receive or consider something, or to do nothing at all.',
    why: 'A recommendation says what is to be decided. A paper that only informs can be sent round without taking up the meeting.',
    source: 'House style: a recommendation says what the committee is to do',
    bad: '---\ntemplate: committee-report\npurpose: For Decision\nrecommendations:\n  - ⟦That the committee note the programme of pier repairs for 2027.⟧\n---\n',
    good: '---\ntemplate: committee-report\npurpose: For Decision\nrecommendations:\n  - That the committee agree the programme of pier repairs for 2027.\n---\n',
  },
  *check(_report, context) {
    const [first] = coverRecommendations(context);
    const asks = weakAsks(context);
    if (!first?.value?.text || asks.length === 0 || !context.template) return;
    const label = labelOf(context.template, ['recommendations']);
    const verb = asks.find((ask) => ask.verb)?.verb?.text.toLowerCase();
    const severity: Severity = FOR_DISCUSSION.includes(context.fields.text(['purpose']).trim()) ? 'info' : 'warning';
    yield {
      span: trimmedSpan(first.value.text),
      path: first.path,
      severity,
      message: `${label} ${verb ? `only uses “${verb}”` : 'does not say what to do'}, so there is nothing to decide. Say what the committee is to do: agree, endorse, support, comment on, ask, recommend.`,
    };
  },
  fixes(_finding: Finding, report, context): Fix[] {
    const items = coverRecommendations(context);
    const ask = weakAsks(context).find(({ verb, paragraph }) => verb && paragraph > 0);
    const passage = ask && recommendationParagraphs(items)[ask.paragraph - 1];
    const item = passage && items.find(({ passages }) => passages.includes(passage));
    if (!ask?.verb || !passage || !item) return [];
    const { text, at } = ask.verb;
    const span = passage.text.spanOf(at, at + text.length);
    return VERBS.flatMap(({ verb, passive }) => {
      const word = text.endsWith('ed') ? passive : inflect(verb, text);
      const edit = word && replaceAt({ path: item.path, span }, word, report, context);
      return edit ? [{ title: `Ask the committee to ${verb}`, edits: [edit], safe: false }] : [];
    });
  },
});

/** All that the recommendations ask, if none of it is a real action; the lead-in is paragraph 0. */
function weakAsks(context: RuleContext): PlacedRequestedAction[] {
  const items = coverRecommendations(context);
  if (!HINT.test(leadIn(context)) && !items.some(({ foldedSource }) => HINT.test(foldedSource))) return [];
  const texts = recommendationParagraphs(items).map(({ text }) => text.text);
  const asks = readRequestedActions([leadIn(context), ...texts]);
  const isWeak = asks.some(({ kind }) => kind === 'weak') && asks.every(({ kind }) => kind === 'weak' || kind === 'nothing');
  return isWeak && !recommendsNothing(texts.join('\n')) ? asks : [];
}

/** "agree" in the form of the verb that it replaces: "Agree", "agrees". */
function inflect(verb: string, like: string): string {
  const [first = '', ...others] = verb.split(' ');
  const third = /^(?:note|receive|consider|acknowledge|discusse|recogni[sz]e|hear|observe|understand)s$|^takes\b/i.test(like);
  const word = [third ? `${first}s` : first, ...others].join(' ');
  return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
