import fieldEmpty from './field-empty.ts';
import fieldGivenTwice from './field-given-twice.ts';
import fieldInvalid from './field-invalid.ts';
import fieldMissing from './field-missing.ts';
import fieldOrder from './field-order.ts';
import fieldUnknown from './field-unknown.ts';
import frontMatterSyntax from './front-matter-syntax.ts';
import frontMatterUnclosed from './front-matter-unclosed.ts';
import listInFoldedText from './list-in-folded-text.ts';
import templateUnknown from './template-unknown.ts';
import tooLarge from './too-large.ts';
import valueCut from './value-cut.ts';
import valueNeedsQuotes from './value-needs-quotes.ts';
import type { Chapter } from '../rule.ts';

// prettier-ignore
export const frontMatter = {
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
} satisfies Chapter;
