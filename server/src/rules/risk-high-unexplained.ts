import { nodeAt } from '../report/node.ts';
import { replaceAt } from './edits.ts';
import { insertEntries, LEVEL_KEYS, levelOf, RISK } from './risk.ts';
import { defineRule } from './rule.ts';
import { isBareNone, nameOf, spanOfText } from './wording.ts';

const SUMMARY = '[insert why the risk is high and what is done about it]';

export default defineRule({
  id: 'risk-high-unexplained',
  severity: 'error',
  completeness: true,
  about: 'impact-assessment',
  docs: {
    summary: 'A level of risk is high, and neither a summary nor a category says what the risk is.',
    why: 'Members cannot accept a high risk without knowing what could go wrong and what is done about it.',
    source: 'The report form: Risk Assessment, note on high risks',
    bad: '---\ntemplate: committee-report\nimpact-assessment:\n  risk:\n    current: ⟦high⟧\n    residual: medium\n---\n',
    good: `---\ntemplate: committee-report\nimpact-assessment:\n  risk:\n    current: high\n    residual: medium\n    summary: '${SUMMARY}'\n---\n`,
  },
  *check(_report, context) {
    const { fields } = context;
    const high = LEVEL_KEYS.map((key) => levelOf(fields, key)).find((level) => level?.height === 2)?.value;
    const summary = fields.text([...RISK, 'summary']);
    const categories = fields.get([...RISK, 'categories']);
    if (!high || (summary.trim() !== '' && !isBareNone(summary)) || (categories && !categories.blank)) return;
    const named = [nameOf([...RISK, 'summary'], context), nameOf([...RISK, 'categories'], context)];
    const message = `${nameOf(high.path, context)} is high, but nothing says why. Write a ${named[0]}: what could go wrong, and what is done about it; or at least name the ${named[1]}.`;
    yield { span: spanOfText(high), path: high.path, message };
  },
  fixes(_finding, report, context) {
    const risk = nodeAt(report.frontMatter.root, RISK);
    const summary = context.fields.get([...RISK, 'summary']);
    if (risk?.kind !== 'mapping') return [];
    const edit = summary
      ? replaceAt({ path: summary.path, span: spanOfText(summary) }, SUMMARY, report, context)
      : insertEntries(report, risk, [`summary: '${SUMMARY}'`], ['residual', 'current']);
    return edit ? [{ title: 'Add a summary to fill in', edits: [edit], safe: false }] : [];
  },
});
