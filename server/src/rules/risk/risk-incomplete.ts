import { entryOf, nodeAt } from '../../paper/yaml/yamlNode.ts';
import type { Paper } from '../../paper/paper.ts';
import { joinWords } from '../../text/suggest.ts';
import { fieldAt } from '../../template/template.ts';
import type { Edit } from '../../text/edit.ts';
import type { Fix } from '../../text/finding.ts';
import type { Value } from '../../template/value.ts';
import { samePath, type Path } from '../../text/path.ts';
import { setChoice } from '../../fixes/setChoice.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { addKey, entryAt, placeOfMissing } from '../../fixes/frontMatterEdits.ts';
import { indentOf, insertEntries, LEVEL_KEYS, LEVELS, RISK } from '../../analysis/risk.ts';
import { isExplained, SUMMARY } from '../../fixes/addRiskSummary.ts';
import { defineRule, type RuleFinding } from '../rule.ts';
import { isBareNotApplicable, fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

const NO_RISK =
  /^(?:there (?:are|is) )?no (?:known |significant )?risks?(?: (?:arising|assessment|associated|identified|involved))?(?: (?:is |was )?(?:needed|required))?\.?$/i;
const OR_WHY = 'If no risk assessment is needed, write “not-required:” and the reason in their place.';

export default defineRule({
  id: 'risk-incomplete',
  severity: 'error',
  isCompleteness: true,
  onlyForField: 'impact-assessment',
  docs: {
    summary: 'The current or the residual level of risk is missing, or stands as “not applicable”.',
    why: 'Members weigh a decision by its risk now and by what is left of it once something has been done about it.',
    source: 'The report form: Risk Assessment, current and residual risk',
    bad: '---\ntemplate: committee-report\nimpact-assessment:\n  ⟦risk⟧:\n    current: low\n---\n',
    good: '---\ntemplate: committee-report\nimpact-assessment:\n  risk:\n    current: low\n    residual: low\n---\n',
  },
  *check(report, context) {
    const { fields, template } = context;
    if (!template || !fieldAt(template, RISK)?.required) return;
    const whole = fields.get(['impact-assessment']);
    const risk = fields.get(RISK);
    const unreadable = report.frontMatter.problems.some(({ fault }) => fault !== 'duplicate-key');
    const name = fieldLabel(RISK, context);
    if (!risk) {
      if (!whole || whole.blank || whole.text || unreadable) return;
      const message = `${name} is missing. Give ${levelNames(LEVEL_KEYS, context)}: low, medium or high. ${OR_WHY}`;
      yield { span: placeOfMissing(RISK, report, context), path: RISK, message };
    } else if (risk.text) {
      if (saysNone(risk)) yield instead(risk, `Give ${levelNames(LEVEL_KEYS, context)}: low, medium or high. ${OR_WHY}`, context);
    } else if (risk.node?.kind === 'mapping' && !risk.blank) {
      yield* checkLevels(risk, unreadable, context);
    }
  },
  fixes({ path = [] }, report, context) {
    return LEVELS.flatMap((level): Fix[] => {
      const edits = editsFor(path, level, report, context);
      return edits.length > 0 ? [{ title: `Put “${level}”`, edits, safe: false }] : [];
    });
  },
});

function* checkLevels(risk: Value, unreadable: boolean, context: RuleContext): Iterable<RuleFinding> {
  const { fields } = context;
  const reason = fields.get([...RISK, 'not-required']);
  if (reason?.text) {
    const bare = isBareNotApplicable(reason.text.text) || /^(?:yes|true|tbc)\.?$/i.test(reason.text.text.trim());
    if (bare) yield instead(reason, 'Say in a sentence why no risk assessment is needed, or give the levels.', context);
    return;
  }
  for (const key of LEVEL_KEYS) {
    const level = fields.get([...RISK, key]);
    if (level?.text && saysNone(level)) yield instead(level, `Choose low, medium or high. ${OR_WHY}`, context);
  }
  const missing = LEVEL_KEYS.filter((key) => !fields.get([...RISK, key]));
  if (missing.length === 0 || unreadable) return;
  const message = `${fieldLabel(RISK, context)} gives no ${levelNames(missing, context, 'or')}. Add ${missing.length > 1 ? 'them' : 'it'}: low, medium or high.`;
  yield { span: risk.keySpan ?? risk.span, path: RISK, message: missing.length > 1 ? `${message} ${OR_WHY}` : message };
}

function instead(value: Value, advice: string, context: RuleContext): RuleFinding {
  return {
    span: trimmedSpanOf(value),
    path: value.path,
    message: `${fieldLabel(value.path, context)} says only ${quoted(value.text?.text ?? '')}. ${advice}`,
  };
}

function saysNone({ text }: Value): boolean {
  return text !== undefined && (isBareNotApplicable(text.text) || NO_RISK.test(text.text.trim()));
}

function levelNames(keys: readonly string[], context: RuleContext, conjunction = 'and'): string {
  return joinWords(keys.map((key) => fieldLabel([...RISK, key], context)), conjunction); // prettier-ignore
}

/** The edits that give the missing levels and, for high ones, a summary to fill in. */
function editsFor(path: Path, level: string, report: Paper, context: RuleContext): Edit[] {
  if (LEVEL_KEYS.some((key) => path.at(-1) === key)) {
    const value = context.fields.get(path);
    const edit = value && replaceAt({ path, span: trimmedSpanOf(value) }, level, report, context);
    return edit ? setChoice(path, level, edit, report, context) : [];
  }
  const hasSummary = context.fields.get([...RISK, 'summary']) !== undefined || isExplained(context.fields);
  const summary = level === 'high' && !hasSummary ? [`summary: '${SUMMARY}'`] : [];
  const edit = levelsAt(path, level, summary, report, context);
  return edit ? [edit] : [];
}

function levelsAt(path: Path, level: string, summary: readonly string[], report: Paper, context: RuleContext): Edit | undefined {
  const lines = [...LEVEL_KEYS.map((key) => `${key}: ${level}`), ...summary];
  const entry = entryAt(report.frontMatter.root, path);
  const risk = nodeAt(report.frontMatter.root, RISK);
  if (!samePath(path, RISK)) {
    // The reason that is none makes way for the levels.
    if (!entry) return undefined;
    const separator = risk?.kind === 'mapping' && risk.flow ? ', ' : report.lineEnd + indentOf(report.text, entry);
    return { span: { start: entry.keySpan.start, end: entry.value.span.end }, text: lines.join(separator) };
  }
  if (risk?.kind === 'mapping') {
    const missing = lines.filter((line) => !entryOf(risk, line.split(':')[0] ?? ''));
    return insertEntries(report, risk, missing, missing[0]?.startsWith('current') ? [] : ['current']);
  }
  if (entry) {
    const end = entry.keySpan.start + report.text.slice(entry.keySpan.start, entry.value.span.end).trimEnd().length;
    const parent = nodeAt(report.frontMatter.root, RISK.slice(0, -1));
    const start = entry.keySpan.end;
    if (parent?.kind === 'mapping' && parent.flow) return { span: { start, end }, text: `: { ${lines.join(', ')} }` };
    const indent = `${report.lineEnd}${indentOf(report.text, entry)}  `;
    return { span: { start, end }, text: `:${lines.map((line) => indent + line).join('')}` };
  }
  const added = addKey(RISK, '', report, context);
  const text = added?.text.replace(/(?<! )( *)(current|residual):/g, (line, indent: string, key: string) =>
    key === 'residual' ? [`${line} ${level}`, ...summary.map((more) => indent + more)].join(report.lineEnd) : `${line} ${level}`,
  );
  return added && text !== undefined ? { ...added, text } : undefined;
}
