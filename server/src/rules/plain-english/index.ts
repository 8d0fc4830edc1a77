import acronymUndefined from './acronym-undefined.ts';
import doubledWord from './doubled-word.ts';
import headingLevel from './heading-level.ts';
import imageAlt from './image-alt.ts';
import linkEmpty from './link-empty.ts';
import linkText from './link-text.ts';
import sentenceLong from './sentence-long.ts';
import tableHeader from './table-header.ts';
import wellKnownName from './well-known-name.ts';
import type { Chapter } from '../rule.ts';

// prettier-ignore
export const plainEnglish = {
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
} satisfies Chapter;
