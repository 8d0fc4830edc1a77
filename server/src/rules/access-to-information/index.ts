import backgroundPapersProse from './background-papers-prose.ts';
import exemptInPublic from './exempt-in-public.ts';
import exemptParagraph from './exempt-paragraph.ts';
import exemptReason from './exempt-reason.ts';
import footnoteAltered from './footnote-altered.ts';
import type { Chapter } from '../rule.ts';

// prettier-ignore
export const accessToInformation = {
  title: 'Access to information',
  rules: [
    exemptParagraph,
    exemptReason,
    exemptInPublic,
    backgroundPapersProse,
    footnoteAltered,
  ],
} satisfies Chapter;
