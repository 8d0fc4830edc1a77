import acronymUndefined from './acronym-undefined.ts';
import appendixFileMissing from './appendix-file-missing.ts';
import appendixNotListed from './appendix-not-listed.ts';
import appendixNotMentioned from './appendix-not-mentioned.ts';
import backgroundPaperVague from './background-paper-vague.ts';
import backgroundPapersProse from './background-papers-prose.ts';
import budgetContradictsBody from './budget-contradicts-body.ts';
import captionNumber from './caption-number.ts';
import committeeUnknown from './committee-unknown.ts';
import councillorUnnamed from './councillor-unnamed.ts';
import dataAfterMeeting from './data-after-meeting.ts';
import dateFormat from './date-format.ts';
import dateImpossible from './date-impossible.ts';
import dateWeekday from './date-weekday.ts';
import doubledWord from './doubled-word.ts';
import draftingNote from './drafting-note.ts';
import emailDomain from './email-domain.ts';
import emailInvalid from './email-invalid.ts';
import emailRetiredDomain from './email-retired-domain.ts';
import exemptInPublic from './exempt-in-public.ts';
import exemptParagraph from './exempt-paragraph.ts';
import exemptReason from './exempt-reason.ts';
import fieldEmpty from './field-empty.ts';
import fieldGivenTwice from './field-given-twice.ts';
import fieldInvalid from './field-invalid.ts';
import fieldMissing from './field-missing.ts';
import fieldOrder from './field-order.ts';
import fieldUnknown from './field-unknown.ts';
import footnoteAltered from './footnote-altered.ts';
import frontMatterSyntax from './front-matter-syntax.ts';
import frontMatterUnclosed from './front-matter-unclosed.ts';
import headingLevel from './heading-level.ts';
import imageAlt from './image-alt.ts';
import impactUnexplained from './impact-unexplained.ts';
import keyDecisionUnflagged from './key-decision-unflagged.ts';
import linkBroken from './link-broken.ts';
import linkEmpty from './link-empty.ts';
import linkText from './link-text.ts';
import listInFoldedText from './list-in-folded-text.ts';
import meetingUnscheduled from './meeting-unscheduled.ts';
import nameInconsistent from './name-inconsistent.ts';
import paragraphNumberRepeated from './paragraph-number-repeated.ts';
import paragraphNumberSkipped from './paragraph-number-skipped.ts';
import personUnknown from './person-unknown.ts';
import phoneFormat from './phone-format.ts';
import phoneInvalid from './phone-invalid.ts';
import placeholder from './placeholder.ts';
import publicationLate from './publication-late.ts';
import reasonMissing from './reason-missing.ts';
import recommendationDiffers from './recommendation-differs.ts';
import recommendationEmpty from './recommendation-empty.ts';
import recommendationLong from './recommendation-long.ts';
import recommendationNotActionable from './recommendation-not-actionable.ts';
import recommendationQuestion from './recommendation-question.ts';
import recommendationWrongBody from './recommendation-wrong-body.ts';
import referenceBroken from './reference-broken.ts';
import riskHighUnexplained from './risk-high-unexplained.ts';
import riskIncomplete from './risk-incomplete.ts';
import riskResidualAboveCurrent from './risk-residual-above-current.ts';
import riskStatementRepeated from './risk-statement-repeated.ts';
import type { Rule } from './rule.ts';
import sectionNumberBroken from './section-number-broken.ts';
import sentenceLong from './sentence-long.ts';
import tableHeader from './table-header.ts';
import tableTotal from './table-total.ts';
import templateInstruction from './template-instruction.ts';
import templateUnknown from './template-unknown.ts';
import toBeConfirmed from './to-be-confirmed.ts';
import tooLarge from './too-large.ts';
import valueCut from './value-cut.ts';
import valueNeedsQuotes from './value-needs-quotes.ts';
import wellKnownName from './well-known-name.ts';

/** Rules that belong together, under the heading of the catalogue. */
export interface Chapter {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** All rules, in the order of the catalogue. */
// prettier-ignore
export const chapters = [
  {
    title: 'Front matter and fields',
    rules: [
      frontMatterUnclosed,
      frontMatterSyntax,
      valueCut,
      valueNeedsQuotes,
      listInFoldedText,
      tooLarge,
      templateUnknown,
      fieldMissing,
      fieldEmpty,
      fieldUnknown,
      fieldInvalid,
      fieldGivenTwice,
      fieldOrder,
    ],
  },
  {
    title: 'Left-over template text',
    rules: [
      placeholder,
      templateInstruction,
      draftingNote,
      toBeConfirmed,
      councillorUnnamed,
    ],
  },
  {
    title: 'People and contacts',
    rules: [
      phoneInvalid,
      phoneFormat,
      emailInvalid,
      emailDomain,
      emailRetiredDomain,
      personUnknown,
      nameInconsistent,
    ],
  },
  {
    title: 'Risk and impact',
    rules: [
      riskIncomplete,
      riskResidualAboveCurrent,
      riskHighUnexplained,
      riskStatementRepeated,
      impactUnexplained,
      budgetContradictsBody,
      keyDecisionUnflagged,
      tableTotal,
    ],
  },
  {
    title: 'Recommendations',
    rules: [
      recommendationEmpty,
      recommendationNotActionable,
      recommendationWrongBody,
      recommendationDiffers,
      recommendationLong,
      recommendationQuestion,
      reasonMissing,
    ],
  },
  {
    title: 'Numbers and references',
    rules: [
      paragraphNumberRepeated,
      paragraphNumberSkipped,
      sectionNumberBroken,
      referenceBroken,
      captionNumber,
      appendixNotListed,
      appendixNotMentioned,
      appendixFileMissing,
      linkBroken,
      backgroundPaperVague,
    ],
  },
  {
    title: 'Dates and meetings',
    rules: [
      dateImpossible,
      dateWeekday,
      dateFormat,
      meetingUnscheduled,
      committeeUnknown,
      publicationLate,
      dataAfterMeeting,
    ],
  },
  {
    title: 'Access to information',
    rules: [
      exemptParagraph,
      exemptReason,
      exemptInPublic,
      backgroundPapersProse,
      footnoteAltered,
    ],
  },
  {
    title: 'Accessibility and plain English',
    rules: [
      headingLevel,
      imageAlt,
      tableHeader,
      linkText,
      linkEmpty,
      acronymUndefined,
      doubledWord,
      wellKnownName,
      sentenceLong,
    ],
  },
] satisfies readonly Chapter[];

/** All rules, in the order of the catalogue. */
export const rules: readonly Rule<RuleId>[] = chapters.flatMap(({ rules }) => rules as readonly Rule<RuleId>[]);

/** The id of a built-in rule. */
export type RuleId = (typeof chapters)[number]['rules'][number]['id'];

const byId: ReadonlyMap<string, Rule<RuleId>> = new Map(rules.map((rule) => [rule.id, rule]));

/** Returns the built-in rule of an id, or `undefined` if there is none. */
export function ruleById(id: string): Rule<RuleId> | undefined {
  return byId.get(id);
}
