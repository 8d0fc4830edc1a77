import { closestMatch } from '../../text/suggest.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { isActionWith, readClauses } from '../../analysis/requestedActions.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { coverRecommendations, leadIn } from '../../analysis/recommendations.ts';
import { defineRule } from '../rule.ts';

const PREFIX = String.raw`^\s*(?:(?:[Ii]t is|[Ww]e) (?:therefore )?(?:recommended|recommend|proposed|propose) )?([Tt]hat |[Ff]or )?(?:[Tt]he )?(?:[Mm]embers of (?:the )?)?`;
const NAME = String.raw`([A-Z][\w'-]*(?:,? (?:(?:and|of|for|the|&|in) ){0,2}[A-Z][\w'-]*){0,9}|cabinet|full council)(?: \([A-Za-z ]{1,40}\))?(?: members)?,?`;
/** A recommendation that begins with a name, and what the one named is to do. */
const ACTS = new RegExp(
  String.raw`${PREFIX}${NAME} (?:(to|should|must|will|is|are|be) )?(?:(?:also|formally|further) )?([a-z-]+) ?(\w*)`,
);
/** "That Cabinet:", "Members of the Harbour Board are asked to:". */
const LEADS = new RegExp(
  String.raw`${PREFIX}${NAME}(?: (?:(?:is|are) (?:asked|invited|requested|recommended)(?: to| that)?|to|should))?\s*:?\s*$`,
);
/** A name of a body that decides; "Northmoor Council" is the whole authority, and a "Cabinet Member" a person. */
const BODY =
  /^(?:cabinet|executive|full council|(?:.{1,150} )?(?:committees?|(?:sub-)committees?|boards?|panels?|commissions?|forums?|cabinet))$/i;
/** A quick look: something of this stands in every body's name. */
const A_BODY = /cabinet|executive|council|committee|board|panel|commission|forum/i;
/** This committee asks another body, which is as it should be. */
const ASKS_ANOTHER = /\b(?:recommends?|asks?|requests?|urges?|advises?|refers?|invites?|proposes?)\b/i;
/** Words of bodies' names that tell no two of them apart. */
const COMMON =
  /^(?:the|and|of|for|in|sub|committees?|boards?|panels?|commissions?|forums?|councils?|county|borough|district|city|joint)$/;

export default defineRule({
  id: 'recommendation-wrong-body',
  severity: 'warning',
  onlyForField: 'recommendations',
  docs: {
    summary: 'A recommendation asks a body to act that does not meet on this report.',
    why: 'A committee resolves what it does itself; what Cabinet or another body is to do, it can only recommend to them.',
    source: 'House style: a report asks the committee that it goes to',
    bad: '---\ntemplate: committee-report\ncommittee: Harbour Overview Committee\nrecommendations:\n  - That ⟦Cabinet⟧ approve the programme of pier repairs for 2027.\n---\n',
    good: '---\ntemplate: committee-report\ncommittee: Harbour Overview Committee\nrecommendations:\n  - That the committee recommend to Cabinet that the programme of pier repairs for 2027 be approved.\n---\n',
  },
  *check(_report, context) {
    const { fields } = context;
    const committee = fields.text(['committee']).trim().replace(/^the /i, ''); // prettier-ignore
    const lead = leadIn(context);
    if (committee === '' || ASKS_ANOTHER.test(lead)) return;
    // Behind "That the committee:" even a body that considers the report as well is not the one to act.
    const others = /\b(?:committee|board|panel|members)\b/i.test(lead)
      ? []
      : fields.list(['also-considered-by']).map(({ path }) => fields.text([...path, 'committee']));
    const isOther = (name: string): boolean => [committee, ...others].every((known) => !isSame(name, known, context));
    const message = (name: string): string =>
      `This report goes to the ${committee}, but here it is ${name} that is to act. Say what the committee is to do, such as to “recommend to ${name} that …”.`;
    const leader = bodyIn(LEADS, lead);
    const leadText = fields.get(['recommendations-lead-in'])?.text;
    if (leader && leadText && isOther(leader.name)) {
      yield {
        span: leadText.spanOf(leader.at, leader.at + leader.name.length),
        path: ['recommendations-lead-in'],
        message: message(leader.name),
      };
    }
    for (const { path, passages } of coverRecommendations(context).filter(({ foldedSource }) => A_BODY.test(foldedSource))) {
      let asks = false;
      for (const { text } of passages) {
        for (const clause of readClauses(text.text)) {
          const body: Body | undefined = asks ? undefined : actingBody(clause.text);
          asks ||= !body && ASKS_ANOTHER.test(clause.text);
          if (!body || !isOther(body.name)) continue;
          const at = clause.at + body.at;
          yield { span: text.spanOf(at, at + body.name.length), path, message: message(body.name) };
        }
      }
    }
  },
});

interface Body {
  readonly name: string;
  readonly at: number;
}

function bodyIn(pattern: RegExp, text: string): Body | undefined {
  const name = pattern.exec(foldPunctuation(text))?.[2];
  return name && BODY.test(name) ? { name, at: text.indexOf(name) } : undefined;
}

/** The body that a clause makes act. "That Cabinet be asked to …" is this committee's own resolution. */
function actingBody(clause: string): Body | undefined {
  const [, that, , link, verb = '', next = ''] = ACTS.exec(clause) ?? [];
  const acts =
    link === 'is' || link === 'are'
      ? !that && /^(?:asked|invited|requested|recommended|urged)$/.test(verb)
      : link
        ? verb !== 'be' && link !== 'be'
        : isActionWith(verb, next);
  return acts ? bodyIn(ACTS, clause) : undefined;
}

/** True for two names of one body: what tells the first from other bodies is in the second too, a letter or two apart. */
function isSame(name: string, known: string, { council }: RuleContext): boolean {
  const ours = new Set(wordsOf(council.name ?? ''));
  const words = wordsOf(name).filter((word) => !ours.has(word));
  const near = wordsOf(known);
  return words.every((word) => near.includes(word) || closestMatch(word, near) !== undefined);
}

function wordsOf(name: string): string[] {
  return (foldPunctuation(name).toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => !COMMON.test(word)); // prettier-ignore
}
