import fieldEmpty from './field-empty.ts';
import fieldGivenTwice from './field-given-twice.ts';
import fieldInvalid from './field-invalid.ts';
import fieldMissing from './field-missing.ts';
import fieldOrder from './field-order.ts';
import fieldUnknown from './field-unknown.ts';
import frontMatterSyntax from './front-matter-syntax.ts';
import frontMatterUnclosed from './front-matter-unclosed.ts';
import listInFoldedText from './list-in-folded-text.ts';
import type { Rule } from './rule.ts';
import templateUnknown from './template-unknown.ts';
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
  // Risk and impact
  // Recommendations
  // Numbers and references
];
