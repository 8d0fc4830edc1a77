import appendixFileMissing from './appendix-file-missing.ts';
import appendixNotListed from './appendix-not-listed.ts';
import appendixNotMentioned from './appendix-not-mentioned.ts';
import backgroundPaperVague from './background-paper-vague.ts';
import captionNumber from './caption-number.ts';
import linkBroken from './link-broken.ts';
import paragraphNumberRepeated from './paragraph-number-repeated.ts';
import paragraphNumberSkipped from './paragraph-number-skipped.ts';
import referenceBroken from './reference-broken.ts';
import sectionNumberBroken from './section-number-broken.ts';
import type { Chapter } from '../rule.ts';

// prettier-ignore
export const numbering = {
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
} satisfies Chapter;
