import councilSchema from '../../../schemas/council.schema.json' with { type: 'json' };
import { readYaml, type FrontMatter } from '../paper/yaml/frontMatter.ts';
import { council as validate } from '../template/generated/validators.js';
import { builtInTemplates } from '../template/builtInTemplates.ts';
import { readFieldsOf, type Field } from '../template/field.ts';
import { describeInvalid, findSchemaProblems, labelOf, type SchemaForm, type SchemaProblem } from '../template/schemaProblems.ts';
import { inline } from '../template/schema.ts';
import { fieldAt } from '../template/template.ts';
import { objectOf, readEntry, type Value } from '../template/value.ts';
import { didYouMean } from '../text/suggest.ts';
import type { Finding, Severity } from '../text/finding.ts';
import { formatPath, isWithin, type Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import { readCustomChecks, type CustomCheck } from './customChecks.ts';
import { findUnsafeGlobs } from './unsafeGlobs.ts';
import type { CompilePattern } from './patterns.ts';

export interface Person {
  readonly name: string;
  readonly title?: string;
  readonly portfolio?: string;
}

export interface Officer extends Person {
  readonly tel?: string;
  readonly email?: string;
}

export interface Committee {
  readonly name: string;
  readonly kind?: 'scrutiny' | 'overview' | 'board' | 'cabinet' | 'council';
  /** Days, `YYYY-MM-DD`. */
  readonly meetings?: readonly string[];
}

/** What `council.yaml` says, as far as it is right. Keys are those of the file. */
export interface Council {
  readonly name?: string;
  readonly logo?: string;
  readonly colour?: string;
  readonly reports?: string | readonly string[];
  readonly templates?: string | readonly string[];
  readonly 'email-domains'?: readonly string[];
  /** The first day on which each is no longer used, `YYYY-MM-DD`. */
  readonly 'retired-email-domains'?: Readonly<Record<string, string>>;
  /** In pounds. */
  readonly 'key-decision-threshold'?: number;
  readonly committees?: readonly Committee[];
  readonly 'portfolio-holders'?: readonly Person[];
  readonly 'executive-directors'?: readonly Person[];
  readonly officers?: readonly Officer[];
  readonly acronyms?: Readonly<Record<string, string>>;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** The council's own, ready for use. */
  readonly checks?: readonly CustomCheck[];
}

/** The rule whose findings are the mistakes of a `council.yaml`. */
export const COUNCIL_RULE = 'council-invalid';

const TOO_HARD =
  'This pattern for file names is too involved to be used: write it with at most three * in a name, two **, two { } and no round brackets.';

const schema = inline(councilSchema, councilSchema, () => undefined);
/** The keys that every report may have, and the word for its body. */
const REPORT_KEYS = ['body', ...(builtInTemplates.get('committee-report')?.fields ?? []).map(({ key }) => key)];
const form: SchemaForm = { fields: readFieldsOf(schema), validate };

/** What a `council.yaml` may hold. */
export const councilFields: readonly Field[] = form.fields;

export interface CouncilSyntax {
  readonly council: Council;
  /** Mistakes in it; the parts that they stand in are left out of `council`. */
  readonly findings: readonly Finding[];
  /** Where it is no YAML at all: then nothing of it is used. */
  readonly unreadable?: Span;
}

/**
 * Reads a `council.yaml`. Never throws.
 * @param ruleIds the rules there are, for the names under `rules:`
 * @param compile what compiles the patterns of checks ({@link loadPatterns}); without it checks with a pattern are left out
 */
export function readCouncil(text: string, ruleIds: readonly string[], compile?: CompilePattern): CouncilSyntax {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const yaml = readYaml(text, { start, end: text.length });
  const fatal = yaml.problems.find(({ fault }) => fault !== 'duplicate-key');
  if (fatal) return { council: {}, findings: [], unreadable: fatal.span };
  const values = (yaml.root?.entries ?? []).map((entry) => readEntry(text, entry, [], fieldAt(form, [entry.key])));
  const broken = values.find(isBroken);
  if (broken) return { council: {}, findings: [], unreadable: broken.span };
  const data = objectOf(values);
  const problems = findSchemaProblems(form, data).filter((problem) => problem.path.length > 0);
  const own: Finding[] = [];
  const checks = readCustomChecks(
    values.find(({ path }) => path[0] === 'checks')?.parts ?? [],
    (path) => problems.some((problem) => isWithin(problem.path, path)),
    ruleIds,
    values.some(({ path }) => path[0] === 'templates') ? undefined : REPORT_KEYS,
    compile,
    (at, message) => own.push(finding(at.span, message, at.path)),
  );
  const hard = findUnsafeGlobs(values);
  const names = [...ruleIds, ...namesOf(values)];
  const findings = [
    ...duplicates(yaml),
    ...problems.filter(({ path }) => !valueAt(values, path)?.needsQuotes).map((problem) => describe(problem, values)),
    ...unknownRules(values, names),
    ...own,
    ...hard.map(({ span, path }) => finding(span, TOO_HARD, path)),
    ...withoutQuotes(values),
  ].sort((a, b) => a.span.start - b.span.start);
  for (const { path, kind } of problems) remove(data, kind === 'missing' ? path.slice(0, -1) : path);
  for (const { path } of hard) remove(data, path);
  const council = withoutHoles(data) as Council;
  return { council: checks.length > 0 ? { ...council, checks } : withoutChecks(council), findings };
}

/** The names of all checks, those with mistakes too: they may stand under `rules:`. */
function namesOf(values: readonly Value[]): string[] {
  const checks = values.find(({ path }) => path[0] === 'checks')?.parts ?? [];
  return checks.flatMap(({ parts }) => parts.find(({ path }) => path.at(-1) === 'name')?.text?.text ?? []);
}

function withoutChecks(council: Council): Council {
  const { checks, ...rest } = council;
  return checks ? rest : council;
}

function duplicates(yaml: FrontMatter): Finding[] {
  return yaml.problems.map(({ span }) => finding(span, 'This is given twice. Keep one and delete the other.'));
}

function describe(problem: SchemaProblem, values: readonly Value[]): Finding {
  const { path, kind } = problem;
  const at = valueAt(values, path) ?? valueAt(values, path.slice(0, -1));
  const span = at
    ? kind === 'unknown'
      ? (at.keySpan ?? at.span)
      : kind === 'missing'
        ? firstLine(at)
        : at.span
    : { start: 0, end: 0 };
  const key = String(path.at(-1));
  if (kind === 'unknown') {
    const parent = path.length > 1 ? fieldAt(form, path.slice(0, -1)) : undefined;
    const known = path.length > 1 ? (parent?.fields ?? parent?.item?.fields ?? []) : form.fields;
    return finding(span, `council.yaml has no “${key}” here.${didYouMean(key, known.map((field) => field.key))}`, path); // prettier-ignore
  }
  const label = labelOf(form, path);
  if (kind === 'missing') return finding(span, `${label} is missing. Add “${key}”.`, path);
  return finding(span, describeInvalid(problem, label, fieldAt(form, path), at?.text?.text ?? ''), path);
}

function unknownRules(values: readonly Value[], ruleIds: readonly string[]): Finding[] {
  const rules = values.find((value) => value.path[0] === 'rules');
  return (rules?.parts ?? []).flatMap((part) => {
    const name = String(part.path.at(-1));
    if (ruleIds.includes(name)) return [];
    return [finding(part.keySpan ?? part.span, `There is no rule “${name}”.${didYouMean(name, ruleIds)}`, part.path)];
  });
}

/** A list or a mapping that is never closed, which the report's reader would take for a text. */
function isBroken({ needsQuotes, text, parts }: Value): boolean {
  return (needsQuotes && /^[[{]/.test(text?.text ?? '')) || parts.some(isBroken);
}

function withoutQuotes(values: readonly Value[]): Finding[] {
  return values.flatMap(({ needsQuotes, span, path, parts }) =>
    needsQuotes ? [finding(span, 'This text must stand in quotation marks.', path)] : withoutQuotes(parts),
  );
}

function finding(span: Span, message: string, path?: Path): Finding {
  return { rule: COUNCIL_RULE, severity: 'error', message, span, ...(path ? { path } : {}) };
}

function firstLine(value: Value): Span {
  return value.keySpan ?? value.parts[0]?.keySpan ?? value.span;
}

function valueAt(values: readonly Value[], path: Path): Value | undefined {
  for (const value of values) {
    if (formatPath(value.path) === formatPath(path)) return value;
    if (isWithin(path, value.path)) return valueAt(value.parts, path);
  }
  return undefined;
}

/** Takes out of the data what stands at the path; {@link withoutHoles} closes the gap. */
function remove(data: unknown, path: Path): void {
  let at = data as Record<string, unknown> | undefined;
  for (const step of path.slice(0, -1)) at = at?.[step] as Record<string, unknown> | undefined;
  const last = path.at(-1);
  if (at !== undefined && last !== undefined) at[last] = undefined;
}

/** The data without what was taken out of it. */
function withoutHoles(data: unknown): unknown {
  if (Array.isArray(data)) return data.filter((item) => item !== undefined).map(withoutHoles);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (value === undefined ? [] : [[key, withoutHoles(value)]])),
  );
}
