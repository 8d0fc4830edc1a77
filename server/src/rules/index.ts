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

/** Rules that belong together, under the heading of the catalogue. */
export interface Chapter {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** All rules, in the order of the catalogue. */
export const chapters: readonly Chapter[] = [
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
    rules: [placeholder, templateInstruction, draftingNote, toBeConfirmed, councillorUnnamed],
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
    ],
  },
  {
    title: 'Recommendations',
    rules: [recommendationEmpty, recommendationNotActionable, recommendationWrongBody, recommendationDiffers, reasonMissing],
  },
  {
    title: 'Numbers and references',
    rules: [paragraphNumberRepeated, paragraphNumberSkipped, sectionNumberBroken, referenceBroken, captionNumber],
  },
];

export const rules: readonly Rule[] = chapters.flatMap((chapter) => chapter.rules);
