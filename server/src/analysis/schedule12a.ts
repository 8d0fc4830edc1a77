import type { Value } from '../template/value.ts';
import type { RuleContext } from './ruleContext.ts';

/**
 * The descriptions of exempt information in Part 1 of Schedule 12A to the Local Government Act 1972 (for England, as substituted by
 * SI 2006/88), in short; paragraph 1 first.
 */
export const PARAGRAPHS = [
  'information about an individual',
  'likely to reveal who an individual is',
  'financial or business affairs',
  'consultations or negotiations with staff',
  'legal professional privilege',
  'a notice, order or direction to be given',
  'prevention, investigation or prosecution of crime',
] as const;

/** The paragraphs by number, the ones that reports rely on most first. */
export const BY_USE: readonly number[] = [3, 1, 2, 4, 5, 6, 7];

/** The report's status, where it says that all or part of the report is exempt. */
export function exemptStatus({ fields }: RuleContext): Value | undefined {
  const status = fields.get(['status']);
  return status?.data === 'exempt' || status?.data === 'part-exempt' ? status : undefined;
}
