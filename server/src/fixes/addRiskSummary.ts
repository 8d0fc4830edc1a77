import { nodeAt } from '../paper/yaml/yamlNode.ts';
import type { Paper } from '../paper/paper.ts';
import type { Fields } from '../template/fields.ts';
import type { Edit } from '../text/edit.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';
import { replaceAt } from './textEdits.ts';
import { insertEntries, RISK } from '../analysis/risk.ts';
import { isBareNotApplicable, trimmedSpanOf } from '../analysis/notApplicable.ts';

/** What a summary of a high risk begins as. */
export const SUMMARY = '[insert why the risk is high and what is done about it]';

/** True where a summary or a category says what the risk is. */
export function isExplained(fields: Fields): boolean {
  const summary = fields.text([...RISK, 'summary']);
  const categories = fields.get([...RISK, 'categories']);
  return (summary.trim() !== '' && !isBareNotApplicable(summary)) || (categories !== undefined && !categories.blank);
}

/** The edit that adds a summary to fill in; nothing where the risk is not written key by key. */
export function addRiskSummary(report: Paper, context: RuleContext): Edit | undefined {
  const risk = nodeAt(report.frontMatter.root, RISK);
  const summary = context.fields.get([...RISK, 'summary']);
  if (risk?.kind !== 'mapping') return undefined;
  return summary
    ? replaceAt({ path: summary.path, span: trimmedSpanOf(summary) }, SUMMARY, report, context)
    : insertEntries(report, risk, [`summary: '${SUMMARY}'`], ['residual', 'current']);
}
