import type { Rule } from './rule.ts';
import valueCut from './value-cut.ts';

export { notices } from './notices.ts';

/** All rules, in the order of the catalogue. */
export const rules: readonly Rule[] = [valueCut];
