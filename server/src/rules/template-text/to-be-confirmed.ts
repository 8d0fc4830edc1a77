import type { Passage } from '../../paper/markdown/markdown.ts';
import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { findInProse, extendLeft, type Match } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { isInQuotation, fieldLabel, quoted } from '../../analysis/notApplicable.ts';

const LETTERS = /(?<![\w@/.&-])(?:t\.b\.[acd]\b\.?|tb[acd])(?![\w@&-]|\.\w)/gi;
const LETTERS_CUE = keywords('tb', 'b ');
const WORDS_CUE = keywords(
  'be advised',
  'be agreed',
  'be announced',
  'be arranged',
  'be confirmed',
  'be decided',
  'be determined',
);
const WORDS = /\bto be (?:advised|agreed|announced|arranged|confirmed|decided|determined)\b/gi;
const WORDS_LEAD =
  /(?:(?:the )?(?:amount|costs?|dates?|details?|figures?|location|names?|numbers?|times?|venue) )?(?:(?:is|are) )?(?:(?:still|yet) )?$/i;
const PLAN = /\b(?:forward (?:\w+ )?(?:plan|programme)|work(?:ing)? (?:plan|programme)|programme of work)\b/i;

export default defineRule({
  id: 'to-be-confirmed',
  severity: 'warning',
  isCompleteness: true,
  tags: ['unfinished'],
  docs: {
    summary: 'Something is still TBC, TBA or “to be confirmed”.',
    why: 'A published report is final: nobody will come back to fill in the date or the name.',
    source: 'House style: a report is published as it was signed off',
    bad: '---\ntemplate: committee-report\nofficer-contact:\n  tel: ⟦TBC⟧\n---\n\n## 10. Timetable\n\n10.1 Consultation begins in May (date ⟦TBA⟧).\n',
    good: '---\ntemplate: committee-report\nofficer-contact:\n  tel: 01632 960123\n---\n\n## 10. Timetable\n\n10.1 Consultation begins in May (on a date to be confirmed by the Trust).\n',
  },
  *check(report, context) {
    if (PLAN.test(`${context.fields.text(['title'])} ${context.fields.text(['committee'])}`)) return;
    const explained = new Map<string, boolean>();
    for (const match of findInProse(context.words.textsWith(LETTERS_CUE), LETTERS)) {
      const letters = match.groups[0].replaceAll('.', '').toUpperCase();
      const known = explained.get(letters) ?? isExplained(letters, context);
      explained.set(letters, known);
      if (!known) yield* observe(match, report, context);
    }
    for (const core of findInProse(context.words.textsWith(WORDS_CUE), WORDS)) {
      const match = extendLeft(core, WORDS_LEAD);
      if (isAll(match)) yield* observe(match, report, context);
    }
  },
});

function* observe(match: Match, report: Paper, context: RuleContext) {
  const { path, passage, text, index, span, groups } = match;
  if (passage.quoted || isInQuotation(text, index)) return;
  const inBody = path[0] === 'body';
  if (inBody && headingsAbove(report.body.markdown.passages, span.start).some((heading) => PLAN.test(heading))) return;
  const message = `${fieldLabel(path, context)} still says ${quoted(groups[0])}. Find out and write it in${inBody ? ', or say when it will be known' : ''}.`;
  yield { span, path, message, severity: inBody ? 'warning' : 'error' } as const;
}

/** True where the words are the whole of a field's value or of a table cell. */
function isAll({ value, passage, text, index, end }: Match): boolean {
  const whole = passage.kind === 'cell' || (value?.text !== undefined && value.text.text.trim().length <= text.trim().length + 4);
  return whole && /^[\s([]*$/.test(text.slice(0, index)) && /^[\s)\].]*$/.test(text.slice(end));
}

/** True where the report uses the letters for something of its own: "Tenant Board Assembly (TBA)". */
function isExplained([t = '', b = '', last = '']: string, { prose }: RuleContext): boolean {
  const spelledOut = new RegExp(
    `\\b${t}[a-z]+ ${b}[a-z]+ (?:and |of )?${last}[a-z]+ \\(${t}${b}${last}\\)|\\b${t}${b}${last} \\(${t}[a-z]+ ${b}[a-z]+ (?:and |of )?${last}[a-z]+\\)`,
    'i',
  );
  return prose.some(({ foldedSource }) => spelledOut.test(foldedSource));
}

/** The heading that an offset stands under, and those above that one. */
function headingsAbove(passages: readonly Passage[], offset: number): string[] {
  const open: Passage[] = [];
  for (const passage of passages) {
    if (passage.block.start > offset) break;
    if (passage.kind !== 'heading') continue;
    while ((open.at(-1)?.level ?? 0) >= (passage.level ?? 0)) open.pop();
    open.push(passage);
  }
  return open.map(({ text }) => text.text);
}
