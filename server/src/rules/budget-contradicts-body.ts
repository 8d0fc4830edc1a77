import type { Report } from '../report/report.ts';
import { quote } from '../template/words.ts';
import { fold } from '../text/fold.ts';
import { formatNumber } from '../report/number.ts';
import type { Context } from './context.ts';
import { findInProse, type Match } from './prose.ts';
import { defineRule } from './rule.ts';
import { isBareNone, nameOf, saying, spanOfText } from './wording.ts';

const BUDGET = ['impact-assessment', 'budget'];
const AMOUNT = /£ ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))? ?(million|billion|thousand|bn|m|k)?\b/gi;
const UNITS: Readonly<Record<string, number>> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 };
/** Below this an amount is a price or a fee that is mentioned, not money that is spent. */
const LEAST = 1000;

/** More characters than this no sentence has on either side of an amount. */
const LONGEST = 500;

/** A sentence that denies any cost, and takes nothing back. */
const DENIAL =
  /^(?:there (?:are|is|will be) |(?:this|the) (?:paper|report) (?:has|raises) )?no (?:(?:and|budget|budgetary|cost|financial|funding|or|resource|\/) ?){1,4}(?:consequences|costs?|effects?|impacts?|implications?)\b/i;
const TAKEN_BACK =
  /£|\b(?:additional|although|apart from|at (?:present|this)|beyond|but|direct|directly|except|extra|further|however|immediate|other than|specific|yet)\b/i;

const SPENDING =
  /\b(?:allocat(?:e|ed|es|ing|ion)|awarded|bears?|budget(?:ed|s)?|capital|commission(?:ed|ing|s)?|contracts?|costs?|costing|earmarked|expenditure|fund(?:ed|ing|s)?|grants?|invest(?:ed|ing|ment|s)?|outlay|pay(?:ing|ment|ments|s)?|procure(?:d|ment|s)?|purchas(?:e|ed|es|ing)|released?|set aside|spend(?:ing|s)?)\b/i;
const PROPOSED =
  /\b(?:estimated|propos(?:al|als|e|ed|es)|recommend(?:ation|ed|s)?|request(?:ed|s)?|requires?|seeks?|will|would|(?:is|are) (?:needed|to be))\b/i;
const PAST =
  /\b(?:had|historic(?:al|ally)?|last (?:quarter|year)|overspen[dt]|paid|previous(?:ly)?|received|save[ds]?|savings?|so far|spent|to date|underspen[dt]|was|were)\b/i;
/** Money that is not the council's to spend on this: the nation's, a household's, an example's. */
const ELSEWHERE =
  /\b(?:average|billion|britain|countr(?:y|ies)|economy|england|fines?|government(?:'s)?|households?|income|ministers?|national(?:ly)?|nationwide|per (?:capita|child|head|person|pupil)|salar(?:y|ies)|societ(?:y|ies)|taxpayers?|treasury|uk|wages?)\b|£[\d.,]+ ?bn\b/i;

export default defineRule({
  id: 'budget-contradicts-body',
  severity: 'warning',
  about: 'impact-assessment',
  docs: {
    summary: 'The budget says that there is no cost, and the report speaks of money being spent.',
    why: 'Members who read only the cover would decide without knowing what it costs.',
    source: 'House style: the cover says what the report says',
    bad: '---\ntemplate: committee-report\nimpact-assessment:\n  budget: ⟦N/A⟧\n---\n\n## 10. Introduction\n\n10.1 The contract for the shuttle bus costs £48,500 a year.\n',
    good: '---\ntemplate: committee-report\nimpact-assessment:\n  budget: The contract costs £48,500 a year, met from the transport budget.\n---\n\n## 10. Introduction\n\n10.1 The contract for the shuttle bus costs £48,500 a year.\n',
  },
  *check(report, context) {
    const budget = context.fields.get(BUDGET);
    const text = fold(budget?.text?.text ?? '').trim();
    const bare = isBareNone(text);
    if (!budget || (!bare && (!DENIAL.test(text) || TAKEN_BACK.test(text) || text.length > 300))) return;
    const year = Number(/^\d{4}/.exec(context.fields.text(['date']).trim())?.[0] ?? context.today.slice(0, 4));
    const speaking = context.prose.filter(({ path }) =>
      ['body', 'executive-summary', 'recommendations'].includes(String(path[0])),
    );
    for (const match of findInProse(speaking, AMOUNT)) {
      const sentence = sentenceRound(match);
      const proposed = match.path[0] === 'recommendations' || PROPOSED.test(sentence);
      if (!isSpending(match, sentence, year) || (!bare && !proposed)) continue;
      const message = `${nameOf(BUDGET, context)} says ${saying(text)}, but ${whereOf(match, report, context)} speaks of ${match.groups[0].trim()}: ${quote(sentence)} Say what it costs and which budget bears it, or why that amount has no bearing.`;
      yield { span: spanOfText(budget), path: BUDGET, message };
      return;
    }
  },
});

function isSpending({ passage, groups }: Match, sentence: string, year: number): boolean {
  if (passage.kind !== 'paragraph' || passage.quoted) return false;
  const pounds =
    Number(`${(groups[1] ?? '').replaceAll(',', '')}.${groups[2] ?? '0'}`) * (UNITS[(groups[3] ?? '').toLowerCase()] ?? 1);
  if (pounds < LEAST || !SPENDING.test(sentence) || PAST.test(sentence) || ELSEWHERE.test(sentence)) return false;
  const years = [...sentence.matchAll(/\b(20\d\d|19\d\d)(?:[/-](?:20)?(\d\d))?(?!\d)/g)].map(([, from, to]) =>
    to ? Math.floor(Number(from) / 100) * 100 + Number(to) : Number(from),
  );
  return years.length === 0 || years.some((named) => named >= year);
}

/** The sentence that a match stands in. */
function sentenceRound({ text, index, end }: Match): string {
  const before = text.slice(Math.max(0, index - LONGEST), index);
  const starts = [...before.matchAll(/[.!?]\s+(?=["'(]?[A-Z£])/g)].map((stop) => stop.index + stop[0].length);
  const rest = text.slice(end, end + LONGEST);
  const stop = /[.!?](?=\s+["'(]?[A-Z£]|\s*$)/.exec(rest);
  const sentence = before.slice(starts.at(-1) ?? 0) + text.slice(index, end) + rest.slice(0, stop ? stop.index + 1 : rest.length);
  return sentence
    .replace(/^\s*\d+(?:\.\d+)+\.?\s/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a message calls the place: "paragraph 3.8", "the Executive Summary". */
function whereOf({ path, span, passage }: Match, report: Report, context: Context): string {
  if (path[0] !== 'body') return nameOf(path, context);
  const numbered = report.body.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .findLast((paragraph) => passage.block.start <= paragraph.span.start && paragraph.span.start <= span.start);
  return numbered ? `paragraph ${formatNumber(numbered.parts)}` : 'the body';
}
