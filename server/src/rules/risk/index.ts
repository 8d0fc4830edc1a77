import budgetContradictsBody from './budget-contradicts-body.ts';
import impactUnexplained from './impact-unexplained.ts';
import keyDecisionUnflagged from './key-decision-unflagged.ts';
import riskHighUnexplained from './risk-high-unexplained.ts';
import riskIncomplete from './risk-incomplete.ts';
import riskResidualAboveCurrent from './risk-residual-above-current.ts';
import riskStatementRepeated from './risk-statement-repeated.ts';
import tableTotal from './table-total.ts';
import type { Chapter } from '../rule.ts';

// prettier-ignore
export const risk = {
  title: 'Risk and impact',
  rules: [
    riskIncomplete,
    riskResidualAboveCurrent,
    riskHighUnexplained,
    riskStatementRepeated,
    impactUnexplained,
    budgetContradictsBody,
    keyDecisionUnflagged,
    tableTotal,
  ],
} satisfies Chapter;
