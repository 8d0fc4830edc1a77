import type { Fix } from '../../text/finding.ts';
import { NonOverlappingFindings } from '../nonOverlapping.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords, type Keywords } from '../../analysis/keywordIndex.ts';
import { deleteAt } from '../../fixes/textEdits.ts';
import { findInProse, extendLeft, type Match } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { isInQuotation, fieldLabel, quoted } from '../../analysis/notApplicable.ts';

interface Instruction {
  readonly cue: Keywords;
  readonly pattern: RegExp;
  /** What may stand before it and belongs to it. */
  readonly lead?: RegExp;
  readonly unless?: (match: Match, context: RuleContext) => boolean;
}

const INSTRUCTIONS: readonly Instruction[] = [
  {
    cue: keywords('not alter', 'not amend', 'not change', 'not delete', 'not edit', 'not remove'),
    pattern:
      /\bdo not (?:alter|amend|change|delete|edit|remove) (?:the|this|these|any of the) (?:[a-z-]+ ){0,2}(?:box(?:es)?|footers?|footnotes?|headers?|headings?|instructions?|lines?|notes?|pages?|paragraphs?|rows?|sections?|statements?|tables?|text|wording)\b(?: (?:above|below))?\.?/gi,
    lead: /\bplease $/i,
  },
  {
    cue: keywords('where high', 'where any'),
    pattern: /\bwhere (?:any )?high(?:-level)? risks? (?:have|has|are|is) (?:been )?identified[^()[\]]{0,400}[)\]]?/gi,
    lead: /[([]?\s?(?:please )?(?:nb|note)?[:. -]{0,3}$/i,
    unless: ({ groups }) =>
      !/\b(?:should|must|please)\b/i.test(groups[0]) || !/\b(?:here|below|categor(?:y|ies))\b/i.test(groups[0]),
  },
  {
    cue: keywords('please'),
    pattern:
      /\bplease (?:consult|read|refer to|see) the (?:[a-z-]+ ){0,3}(?:guidance|guide|guidelines|protocol)(?: notes?)? (?:for|on|to) (?:the )?(?:completing|completion of|drafting|preparing|preparation of|writing)(?: of)? (?:[a-z]+ )?reports?\b\.?/gi,
    unless: ({ groups }, { template }) => template?.layout === 'cover-table' && /protocol/i.test(groups[0]),
  },
  {
    cue: keywords('comment'),
    pattern: /[([](?:any )?comments?,? (?:please|requested|welcome)\??[)\]]|[([]please (?:add )?comments?[)\]]/gi,
  },
  {
    cue: keywords('delete'),
    pattern:
      /\bdelete (?:(?:this|the) (?:box|guidance|line|note|paragraph|row|section|text) )?(?:if|when|where) (?:it (?:does not apply|is not)|inapplicable|no longer|not|completed?|n\/a)(?: (?:applicable|appropriate|needed|relevant|required|used))?\b\.?[)\]]?/gi,
    lead: /[([]?(?:please )?$/i,
  },
  {
    cue: keywords('be completed', 'be filled', 'be added', 'be inserted'),
    pattern: /[([](?:this (?:section )?(?:is )?)?to be (?:completed|filled in|added|inserted) by (?:the )?[a-z ]{2,60}[)\]]/gi,
  },
];

export default defineRule({
  id: 'template-instruction',
  severity: 'error',
  tags: ['unfinished'],
  docs: {
    summary: 'An instruction that the form gives to authors was left in the report.',
    why: 'It speaks to the author, and would be printed for the committee and the public to read.',
    source: 'House style: a report is published as it was signed off',
    bad: '## 10. Introduction\n\n10.1 Gritting begins on 1 November. ⟦(Comments please)⟧\n\n⟦Please do not delete the footnote.⟧\n\n## Footnote\n\nText.\n',
    good: '## 10. Introduction\n\n10.1 Gritting begins on 1 November.\n\n## Footnote\n\nText.\n',
  },
  *check(_report, context) {
    const found = new NonOverlappingFindings();
    for (const { cue: sign, pattern, lead, unless } of INSTRUCTIONS) {
      for (const core of findInProse(context.words.textsWith(sign), pattern)) {
        const match = lead ? extendLeft(core, lead) : core;
        const isQuoted = match.passage.quoted || isInQuotation(match.text, match.index);
        if (isQuoted || unless?.(match, context) || found.hasAt(match.span)) continue;
        const place = fieldLabel(match.path, context);
        const message = `${place} still holds an instruction to its author: ${quoted(match.groups[0])}. Follow it where it applies, then delete it.`;
        found.add({ span: match.span, path: match.path, message });
      }
    }
    yield* found.all;
  },
  fixes(finding, report, context): readonly Fix[] {
    const edit = deleteAt(finding, report, context);
    return edit ? [{ title: 'Delete the instruction', edits: [edit], safe: false }] : [];
  },
});
