import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { findInProse, type Match } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import { isInQuotation, fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

const CUE = keywords('exempt', 'publication', 'confidential');

const PARAGRAPH = String.raw`(?:paragraphs?\s\d|part \d\b|section 100|schedule 12a?)`;
const SAID: readonly RegExp[] = [
  /\bnot for publication\b/gi,
  new RegExp(
    String.raw`\bexempt(?:ed)?(?: information)?(?: from (?:disclosure|publication|publishing))?,? (?:as defined (?:in|by)|by reason of|by virtue of|in accordance with|pursuant to|under|within the meaning of) (?:the )?(?:provisions of )?${PARAGRAPH}`,
    'gi',
  ),
  /\b(?:contains?|containing|discloses?|includes?|including|sets out) (?:certain |some )?(?:exempt|confidential and exempt|exempt and confidential|exempt or confidential) (?:commercial |financial |legal |personal )?(?:content|details|information|material)\b/gi,
  /\b(?:confidential|exempt|(?:confidential|exempt) (?:and|or) (?:confidential|exempt)) (?:append(?:ix|ices)|annexe?s?)\b/gi,
  /\b(?:append(?:ix|ices)|annexe?s?)(?: (?:[A-Z]|\d{1,2}))?,?(?: (?:is|are|which is|which are|to this report is))? ?[([-]? ?(?:confidential and )?exempt\b(?! (?:accommodation|from (?:business|charges?|council|fees|payment|stamp|tax|the requirement|vat)))/gi,
];
/** In front of the words in the same sentence: there is none. */
const DENIED = /\b(?:no|not|neither|nor|never|nothing|without|any|were|was|whether|if|had)\b[^.;:]*$/i;

export default defineRule({
  id: 'exempt-in-public',
  severity: 'warning',
  docs: {
    summary: 'A report whose status is public says that something in it is exempt.',
    why: 'Either the public is about to be shown what should be withheld, or it is about to be refused what it may see.',
    source: 'Local Government Act 1972, sections 100A to 100D and Schedule 12A',
    bad: '---\ntemplate: committee-report\nstatus: public\n---\n\n## 10. Tenders\n\n10.1 The prices are set out in ⟦exempt Appendix⟧ 2.\n',
    good: '---\ntemplate: committee-report\nstatus: part-exempt\n---\n\n## 10. Tenders\n\n10.1 The prices are set out in exempt Appendix 2.\n',
  },
  *check(_report, context) {
    const { fields } = context;
    if (fields.get(['status'])?.data !== 'public') return;
    const given = fields.get(['exempt-paragraphs']);
    const label = fieldLabel(['status'], context);
    if (given && !given.blank && fields.list(['exempt-paragraphs']).length > 0) {
      const message = `${label} is public, but a paragraph of Schedule 12A is given. Choose part-exempt or exempt, or delete the paragraph.`;
      yield { span: given.keySpan ?? trimmedSpanOf(given), path: given.path, message };
    }
    const first = firstMention(context);
    if (!first) return;
    const message = `${label} is public, but this says ${quoted(first.groups[0])}. Choose part-exempt, or keep what is exempt out of this report.`;
    yield { span: first.span, path: first.path, message };
  },
});

/** Where the report first says that something of it is exempt: one word of its status is wrong, however often it says so. */
function firstMention(context: RuleContext): Match | undefined {
  const texts = context.words.textsWith(CUE);
  const found = SAID.flatMap((pattern) => [...findInProse(texts, pattern)]).filter(({ passage, text, index }) => {
    const before = text.slice(Math.max(0, index - 120), index);
    return !passage.quoted && !isInQuotation(text, index) && !DENIED.test(before);
  });
  return found.sort((a, b) => a.span.start - b.span.start)[0];
}
