import type { Paper } from '../paper/paper.ts';
import { isWithin, type Path } from '../text/path.ts';
import type { Edit } from '../text/edit.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';
import { addKey } from './frontMatterEdits.ts';
import { RISK } from '../analysis/risk.ts';
import { addRiskSummary, isExplained } from './addRiskSummary.ts';

/** What an exempt report owes beside its status. */
const OF_EXEMPT: readonly Path[] = [['exempt-paragraphs'], ['exempt-reason']];

/** The edits that make a choice: the value itself and, to be filled in, what that value calls for and is not there. */
export function setChoice(path: Path, choice: string, edit: Edit, report: Paper, context: RuleContext): Edit[] {
  return [edit, ...dueFor(path, choice, report, context).filter((due) => due !== undefined)];
}

function dueFor(path: Path, choice: string, report: Paper, context: RuleContext): (Edit | undefined)[] {
  const { fields } = context;
  if (isWithin(path, RISK)) return choice === 'high' && !isExplained(fields) ? [addRiskSummary(report, context)] : [];
  if (path[0] !== 'status' || !/^(?:part-)?exempt$/.test(choice)) return [];
  return OF_EXEMPT.filter((key) => !fields.get(key)).map((key) => addKey(key, '', report, context));
}
