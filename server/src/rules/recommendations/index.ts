import reasonMissing from './reason-missing.ts';
import recommendationDiffers from './recommendation-differs.ts';
import recommendationEmpty from './recommendation-empty.ts';
import recommendationLong from './recommendation-long.ts';
import recommendationNotActionable from './recommendation-not-actionable.ts';
import recommendationQuestion from './recommendation-question.ts';
import recommendationWrongBody from './recommendation-wrong-body.ts';
import type { Chapter } from '../rule.ts';

// prettier-ignore
export const recommendations = {
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
} satisfies Chapter;
