import appendixFileMissing from './appendix-file-missing.ts';
import appendixNotListed from './appendix-not-listed.ts';
import appendixNotMentioned from './appendix-not-mentioned.ts';
import backgroundPaperVague from './background-paper-vague.ts';
import budgetContradictsBody from './budget-contradicts-body.ts';
import captionNumber from './caption-number.ts';
import councillorUnnamed from './councillor-unnamed.ts';
import draftingNote from './drafting-note.ts';
import fieldEmpty from './field-empty.ts';
import fieldGivenTwice from './field-given-twice.ts';
import fieldInvalid from './field-invalid.ts';
import fieldMissing from './field-missing.ts';
import fieldOrder from './field-order.ts';
import fieldUnknown from './field-unknown.ts';
import frontMatterSyntax from './front-matter-syntax.ts';
import frontMatterUnclosed from './front-matter-unclosed.ts';
import impactUnexplained from './impact-unexplained.ts';
import linkBroken from './link-broken.ts';
import listInFoldedText from './list-in-folded-text.ts';
import paragraphNumberRepeated from './paragraph-number-repeated.ts';
import paragraphNumberSkipped from './paragraph-number-skipped.ts';
import placeholder from './placeholder.ts';
import reasonMissing from './reason-missing.ts';
import recommendationDiffers from './recommendation-differs.ts';
import recommendationEmpty from './recommendation-empty.ts';
import recommendationNotActionable from './recommendation-not-actionable.ts';
import recommendationWrongBody from './recommendation-wrong-body.ts';
import referenceBroken from './reference-broken.ts';
import riskHighUnexplained from './risk-high-unexplained.ts';
import riskIncomplete from './risk-incomplete.ts';
import riskResidualAboveCurrent from './risk-residual-above-current.ts';
import riskStatementRepeated from './risk-statement-repeated.ts';
import type { Rule } from './rule.ts';
import sectionNumberBroken from './section-number-broken.ts';
import templateInstruction from './template-instruction.ts';
import templateUnknown from './template-unknown.ts';
import toBeConfirmed from './to-be-confirmed.ts';
import tooLarge from './too-large.ts';
import valueCut from './value-cut.ts';
import valueNeedsQuotes from './value-needs-quotes.ts';

export { notices } from './notices.ts';

/** All rules, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  // Front matter and fields
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
  // Left-over template text
  placeholder,
  templateInstruction,
  draftingNote,
  toBeConfirmed,
  councillorUnnamed,
  // Risk and impact
  riskIncomplete,
  riskResidualAboveCurrent,
  riskHighUnexplained,
  riskStatementRepeated,
  impactUnexplained,
  budgetContradictsBody,
  // Recommendations
  recommendationEmpty,
  recommendationNotActionable,
  recommendationWrongBody,
  recommendationDiffers,
  reasonMissing,
  // Numbers and references
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
];
