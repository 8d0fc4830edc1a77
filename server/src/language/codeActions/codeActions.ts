import { fixesFor, safeFixFor, type LintResult } from '../../linter/lint.ts';
import type { Paper } from '../../paper/paper.ts';
import type { RuleId } from '../../rules/index.ts';
import { NonConflictingEdits, type Edit } from '../../text/edit.ts';
import type { Finding, Fix } from '../../text/finding.ts';
import { touches, type Span } from '../../text/span.ts';
import { diffEdits } from './diffEdits.ts';
import { insertGlossary } from './glossary.ts';
import { acronymAt } from '../symbols/councilSymbols.ts';
import { applySafeFixes } from '../../linter/applyFixes.ts';
import { addMissingFields } from './missingFields.ts';
import { expandAcronymAt } from './expandAcronymAt.ts';
import { REASON, suppressFinding } from './suppressFinding.ts';

export { suppressFinding } from './suppressFinding.ts';

/** LSP's kinds, as far as they are used. */
export type ActionKind = 'quickfix' | 'source.fixAll.scrutiny' | 'source.insertGlossary.scrutiny' | 'refactor.rewrite';

/**
 * What an editor may do beside making edits, or in their place: show the documentation of a rule; ask the author why a rule
 * should be silent, and then make the edits of {@link suppressFinding} with the answer.
 */
export type ActionCommand =
  { readonly name: 'show-rule'; readonly rule: string } | { readonly name: 'suppress'; readonly finding: Finding };

/** Something that can be done to a report. */
export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  /** The finding that it fixes. */
  readonly finding?: Finding;
  /** The one to be made when nobody chooses. */
  readonly preferred: boolean;
  /**
   * For `suppress` they hold a placeholder as the reason, for editors that cannot ask. Those of `source.fixAll.scrutiny` are found
   * when they are first read, for they take a check or more.
   */
  readonly edits: readonly Edit[];
  readonly command?: ActionCommand;
}

/**
 * What can be done at a stretch of a report: the fixes of the findings that touch it, then what concerns the whole report.
 * `source.fixAll.scrutiny` is always there when something can be fixed, whatever the stretch.
 */
export function codeActions(report: Paper, span: Span, checked: LintResult): readonly Action[] {
  const touched = checked.findings.filter((finding) => touches(finding.span, span));
  const kinds = [...new Map(touched.map((finding) => [finding.rule, finding])).values()];
  // A comment silences all that a rule finds at a place.
  const places = [...new Map(touched.map((finding) => [`${finding.rule} ${finding.span.start}`, finding])).values()];
  // Whether a fix is sound is found out by reading the report with it: once for each.
  const fixesOf = keep((finding: Finding) => fixesFor(finding, report, checked.context));
  return [
    ...touched.flatMap((finding) => quickFixes(finding, fixesOf(finding))),
    ...kinds.flatMap((finding) => fixAllOfKind(finding, checked, fixesOf)),
    ...missingFields(touched, report, span, checked),
    ...spelledOut(report, span, checked, touched),
    ...places.flatMap((finding) => silence(finding, report)),
    ...kinds.map(showRule),
    ...fixAll(report, checked),
  ];
}

/** The fixes of a finding. */
type FixesOf = (finding: Finding) => readonly Fix[];

function keep(fixesOf: FixesOf): FixesOf {
  const kept = new Map<Finding, readonly Fix[]>();
  return (finding) => {
    const fixes = kept.get(finding) ?? fixesOf(finding);
    kept.set(finding, fixes);
    return fixes;
  };
}

function quickFixes(finding: Finding, fixes: readonly Fix[]): Action[] {
  return fixes.map(({ title, edits, safe }, i) => {
    const preferred = i === 0 && (safe || fixes.length === 1);
    return { title, kind: 'quickfix', finding, preferred, edits };
  });
}

/** Each fix in a field reads the field anew to see that it reads as wanted: so many characters in all, lest the author waits. */
const MAX_READ = 400_000;

function lengthOf(key: string | number | undefined, { fields }: LintResult['context']): number {
  const value = key === undefined ? undefined : fields.get([key]);
  return value?.node ? value.span.end - value.span.start : 0;
}

/** The fixes of all findings of one rule, where there is nothing to choose: each has one fix, or a safe one. */
function fixAllOfKind(finding: Finding, { findings, context }: LintResult, fixesOf: FixesOf): Action[] {
  const all = findings.filter(({ rule }) => rule === finding.rule);
  const toRead = all.reduce((sum, { path = [] }) => sum + lengthOf(path[0], context), 0);
  if (toRead > MAX_READ) return [];
  const fixes = all.flatMap((one) => {
    const found = fixesOf(one);
    const fix = found.find(({ safe }) => safe) ?? (found.length === 1 ? found[0] : undefined);
    return fix ? [fix] : [];
  });
  const edits = compatible(fixes);
  const [first] = fixes;
  if (fixes.length < 2 || !first || edits.length <= first.edits.length) return [];
  const title = `Fix all ${fixes.length} of this kind in this report (${finding.rule})`;
  return [{ title, kind: 'quickfix', finding, preferred: false, edits }];
}

/** The edits of the fixes that can be made together; those that are the same in several fixes are made once. */
function compatible(fixes: readonly Fix[]): Edit[] {
  const made = new NonConflictingEdits();
  for (const { edits } of fixes) if (edits.every((edit) => made.accepts(edit))) made.add(edits);
  return made.all;
}

function missingFields(touched: readonly Finding[], report: Paper, span: Span, { context }: LintResult): Action[] {
  const finding = touched.find(({ rule }) => rule === ('field-missing' satisfies RuleId));
  const { yaml } = report.split;
  if (!finding && !(yaml && touches(yaml, span))) return [];
  const edits = addMissingFields(report, context);
  if (edits.length === 0) return [];
  const kind = finding ? 'quickfix' : 'refactor.rewrite';
  return [{ title: 'Add all missing fields', kind, ...(finding ? { finding } : {}), preferred: false, edits }];
}

/** The words of the acronym at the cursor, unless a fix of a finding there writes them as well. */
function spelledOut(report: Paper, { start }: Span, { context }: LintResult, touched: readonly Finding[]): Action[] {
  if (touched.some(({ rule }) => rule === ('acronym-undefined' satisfies RuleId)) || !acronymAt(report, context, start))
    return [];
  const fix = expandAcronymAt(report, context, start);
  return fix ? [{ title: fix.title, kind: 'refactor.rewrite', preferred: false, edits: fix.edits }] : [];
}

/** What is done to a whole report when somebody asks for it by name: a glossary of its acronyms. */
export function glossaryAction(report: Paper, { context }: LintResult): readonly Action[] {
  const edit = insertGlossary(report, context);
  if (!edit) return [];
  return [{ title: 'Insert a glossary', kind: 'source.insertGlossary.scrutiny', preferred: false, edits: [edit] }];
}

function silence(finding: Finding, report: Paper): Action[] {
  const edits = suppressFinding(report, finding, REASON);
  if (!edits) return [];
  const title = `Suppress here, with a reason (${finding.rule})`;
  return [{ title, kind: 'quickfix', finding, preferred: false, edits, command: { name: 'suppress', finding } }];
}

function showRule(finding: Finding): Action {
  const title = `Show the rule ${finding.rule}`;
  return { title, kind: 'quickfix', finding, preferred: false, edits: [], command: { name: 'show-rule', rule: finding.rule } };
}

function fixAll(report: Paper, checked: LintResult): Action[] {
  const { findings, context } = checked;
  if (!findings.some((finding) => safeFixFor(finding, report, context))) return [];
  let edits: readonly Edit[] | undefined;
  return [
    {
      title: 'Fix all that is safe to fix',
      kind: 'source.fixAll.scrutiny',
      preferred: false,
      get edits() {
        return (edits ??= diffEdits(report.text, applySafeFixes({ report, ...checked }, context).text));
      },
    },
  ];
}
