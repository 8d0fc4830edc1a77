import type { RuleTag } from '../text/finding.ts';
import type { RuleDocs } from '../rules/rule.ts';

/** Something that the check itself reports, documented like a rule. */
export interface MetaRule {
  readonly id: string;
  readonly severity: 'error' | 'info';
  readonly tags?: readonly RuleTag[];
  readonly docs: Pick<RuleDocs, 'summary' | 'why'>;
}

export const internalError: MetaRule = {
  id: 'internal-error',
  severity: 'error',
  tags: ['not-suppressible'],
  docs: {
    summary: 'A rule failed on this report.',
    why: 'It is a mistake in this program, not in the report. The other rules were applied; please report it.',
  },
};

export const suppressionUnused: MetaRule = {
  id: 'suppression-unused',
  severity: 'info',
  tags: ['unnecessary', 'not-suppressible'],
  docs: {
    summary: 'A comment suppresses a rule that finds nothing there, or that does not exist.',
    why: 'A comment that has done its work would hide the next mistake of that kind.',
  },
};

const councilInvalid: MetaRule = {
  id: 'council-invalid',
  severity: 'error',
  docs: {
    summary: 'Something in council.yaml is misspelt, missing or of the wrong kind.',
    why: 'What cannot be understood is not used, so checks that the council asked for would silently not happen.',
  },
};

/** All notices, in the order of the catalogue. */
export const metaRules: readonly MetaRule[] = [internalError, suppressionUnused, councilInvalid];
