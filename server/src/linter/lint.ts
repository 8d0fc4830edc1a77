import type { Paper } from '../paper/paper.ts';
import { readSuppressions, type Suppression } from '../paper/structure/suppressionComments.ts';
import { customRules } from './customRules.ts';
import { createContext, type RuleContext, type LintOptions } from '../analysis/ruleContext.ts';
import { ruleById, rules } from '../rules/index.ts';
import { internalError, metaRules, suppressionUnused } from './metaRules.ts';
import { dropDuplicates } from './precedence.ts';
import type { RuleFinding, Rule } from '../rules/rule.ts';
import { applySuppressions } from './applySuppressions.ts';
import { isValidFix } from '../fixes/validateFix.ts';
import { baselineFilter } from './baseline.ts';
import { closestMatch } from '../text/suggest.ts';
import type { Finding, Fix, Severity } from '../text/finding.ts';

/** A report's findings, in the order of its text, and the context they were found in. */
export interface LintResult {
  readonly findings: readonly Finding[];
  /** Those that the council's list of suppressions keeps silent. */
  readonly suppressed: readonly Finding[];
  readonly context: RuleContext;
}

/** All rules that a council's reports are checked by: the built-in ones and its own. */
export function rulesOf({ council }: Pick<LintOptions, 'council'>): readonly Rule[] {
  return council.checks ? [...rules, ...customRules(council)] : rules;
}

/**
 * Checks a report by all rules. Pure and synchronous; never throws: a rule that does becomes a finding of its own and the
 * others still run.
 */
export function lint(report: Paper, knowledge: LintOptions, only: readonly Rule[] = rulesOf(knowledge)): LintResult {
  const context = createContext(report, knowledge);
  const found: Finding[] = [];
  for (const rule of only) runRule(rule, report, context, found);
  const all = suppress(dropDuplicates(found), readSuppressions(report), context).sort(inTextOrder);
  const isSuppressed = knowledge.suppressed && baselineFilter(knowledge.suppressed, report);
  if (!isSuppressed) return { findings: all, suppressed: [], context };
  const suppressed = new Set(all.filter(isSuppressed));
  return { findings: all.filter((finding) => !suppressed.has(finding)), suppressed: [...suppressed], context };
}

/** Returns the fix of a finding that can be made without asking, or `undefined` if there is none. */
export function safeFixFor(finding: Finding, report: Paper, context: RuleContext): Fix | undefined {
  return ruleById(finding.rule)?.hasSafeFixes ? fixesOf(finding, report, context).find(({ safe }) => safe) : undefined;
}

/** Returns the fixes of a finding, the best first. */
export function fixesFor(finding: Finding, report: Paper, context: RuleContext): readonly Fix[] {
  return fixesOf(finding, report, context).filter((fix) => isValidFix(fix, report));
}

function fixesOf(finding: Finding, report: Paper, context: RuleContext): readonly Fix[] {
  try {
    return ruleById(finding.rule)?.fixes?.(finding, report, context) ?? [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [];
  }
}

/** Adds what a rule finds to `found`. */
function runRule(rule: Rule, report: Paper, context: RuleContext, found: Finding[]): void {
  if (severityOf(rule, undefined, context) === 'off' || !applies(rule, context)) return;
  const before = found.length;
  try {
    for (const seen of rule.check(report, context)) {
      const severity = severityOf(rule, seen, context);
      if (severity === 'off') continue;
      const severityAtPublish = severityOf(rule, seen, { council: context.council, stage: 'publish' });
      found.push(makeFinding(rule, severity, seen, severityAtPublish));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The rule ${rule.id} failed on this report (${reason}). The other rules were applied. Please report this.`;
    found.length = before;
    found.push(makeFinding(internalError, internalError.severity, { span: { start: 0, end: 0 }, message }));
  }
}

function makeFinding(
  { id, tags }: Pick<Rule, 'id' | 'tags'>,
  severity: Severity,
  { span, message, path }: RuleFinding,
  severityAtPublish: Severity | 'off' = severity,
): Finding {
  const later = severityAtPublish === severity || severityAtPublish === 'off' ? {} : { severityAtPublish };
  return { rule: id, severity, message, span, ...(path ? { path } : {}), ...(tags ? { tags } : {}), ...later };
}

/** Rules about a part of the cover are for templates that print it. */
function applies(rule: Rule, context: RuleContext): boolean {
  if (rule.onlyForField === undefined) return true;
  return context.template?.fields.some((field) => field.key === rule.onlyForField && field.printed) ?? false;
}

function severityOf(
  rule: Rule,
  seen: RuleFinding | undefined,
  { council, stage }: Pick<LintOptions, 'council' | 'stage'>,
): Severity | 'off' {
  const configured = council.rules?.[rule.id];
  const severity = configured ?? seen?.severity ?? rule.severity;
  return severity !== 'off' && rule.isCompleteness && stage === 'draft' ? 'info' : severity;
}

function suppress(findings: readonly Finding[], suppressions: readonly Suppression[], context: RuleContext): Finding[] {
  if (suppressions.length === 0) return [...findings];
  const { kept, idle } = applySuppressions(findings, suppressions);
  const severity = context.council.rules?.[suppressionUnused.id] ?? suppressionUnused.severity;
  if (severity === 'off') return kept;
  return [...kept, ...idle.filter(({ rule }) => !isOff(rule, context)).map((one) => unused(one, severity, context))];
}

/** True for a rule that is turned off: its suppressions wait for the day that it is turned on. */
function isOff(id: string, context: RuleContext): boolean {
  const rule = rulesOf(context).find((candidate) => candidate.id === id);
  return rule !== undefined && severityOf(rule, undefined, context) === 'off';
}

function unused({ rule, span }: Suppression, severity: Severity, context: RuleContext): Finding {
  const ids = [...rulesOf(context), ...metaRules].map(({ id }) => id);
  const near = ids.includes(rule) ? undefined : closestMatch(rule, ids);
  const message = ids.includes(rule)
    ? `This comment suppresses nothing: ${rule} finds no mistake here. Delete the comment.`
    : `There is no rule “${rule}” to suppress.${near ? ` Did you mean “${near}”?` : ' Delete the comment.'}`;
  return makeFinding(suppressionUnused, severity, { span, message });
}

function inTextOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
