import { findCommittee } from '../../council/committees.ts';
import { AMOUNT, isSpending, poundsOf, PROPOSED, sentenceRound } from '../../analysis/amounts.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { addKey } from '../../fixes/frontMatterEdits.ts';
import { findInProse, type Match } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel } from '../../analysis/notApplicable.ts';

const KEY = 'key-decision';

export default defineRule({
  id: 'key-decision-unflagged',
  severity: 'warning',
  onlyForField: 'recommendations',
  docs: {
    summary: 'A decision worth as much as a key decision, and the report does not say whether it is one.',
    why: 'A key decision must be announced 28 days before; one that was not announced cannot be taken.',
    source:
      'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, reg. 8 and 9; the threshold in council.yaml',
    bad: '---\ntemplate: committee-report\ncommittee: Cabinet\ndate: 2027-01-19\npurpose: For Decision\nrecommendations:\n  - That Cabinet award the contract for the harbour wall at a cost of ⟦£620,000⟧.\n---\n',
    good: '---\ntemplate: committee-report\ncommittee: Cabinet\ndate: 2027-01-19\npurpose: For Decision\nrecommendations:\n  - That Cabinet award the contract for the harbour wall at a cost of £620,000.\nkey-decision: true\n---\n',
    council: 'key-decision-threshold: 500000\n',
  },
  *check(_report, context) {
    const { council, fields, prose } = context;
    const threshold = council['key-decision-threshold'];
    if (threshold === undefined || fields.get([KEY]) || !decides(context)) return;
    const speaking = prose.filter(
      ({ path, foldedSource }) => (path[0] === 'recommendations' || path[1] === 'budget') && foldedSource.includes('£'),
    );
    for (const match of findInProse(speaking, AMOUNT)) {
      if (poundsOf(match.groups) < threshold || !isDecided(match, context)) continue;
      const amount = match.groups[0].trim();
      const message = `${amount} is at or above £${threshold.toLocaleString('en-GB')}, from which a decision is a key decision. Say under ${fieldLabel([KEY], context)} whether this is one.`;
      yield { span: match.passage.text.spanOf(match.index, match.index + amount.length), path: match.path, message };
      return;
    }
  },
  fixes(_finding, report, context) {
    return ['true', 'false'].flatMap((value) => {
      const edit = addKey([KEY], value, report, context);
      const title = value === 'true' ? 'Say that it is a key decision' : 'Say that it is no key decision';
      return edit ? [{ title, edits: [edit], safe: false }] : [];
    });
  },
});

/** A report for information, and one to a committee that only scrutinises or advises, asks for no executive decision. */
function decides({ fields, council }: RuleContext): boolean {
  const purpose = fields.text(['purpose']).trim().toLowerCase();
  if (purpose !== '') return /^for (?:decision|recommendation)/.test(purpose);
  const kind = findCommittee(council, fields.text(['committee']))?.kind;
  return kind === undefined || kind === 'cabinet' || kind === 'council';
}

function isDecided(match: Match, { fields, today }: RuleContext): boolean {
  if (match.path[0] === 'recommendations') return true;
  const sentence = sentenceRound(match);
  const year = Number(/^\d{4}/.exec(fields.text(['date']).trim())?.[0] ?? today.slice(0, 4));
  return PROPOSED.test(sentence) && isSpending(match, sentence, year);
}
