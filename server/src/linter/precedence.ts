import type { Finding } from '../text/finding.ts';
import { formatPath } from '../text/path.ts';
import type { RuleId } from '../rules/index.ts';

/** Rules that may speak of the same value, the one to be heard first. */
const ORDER = [
  'front-matter-syntax',
  'value-cut',
  'value-needs-quotes',
  'placeholder',
  'councillor-unnamed',
  'template-instruction',
  'to-be-confirmed',
  'field-empty',
  'risk-incomplete',
  'risk-high-unexplained',
  'risk-residual-above-current',
  'reason-missing',
  'recommendation-empty',
  'recommendation-wrong-body',
  'recommendation-question',
  'recommendation-not-actionable',
  'budget-contradicts-body',
  'exempt-paragraph',
  'exempt-reason',
  'background-papers-prose',
  'impact-unexplained',
  'email-invalid',
  'email-retired-domain',
  'email-domain',
  'phone-invalid',
  'phone-format',
  'person-unknown',
  'date-impossible',
  'field-missing',
  'field-invalid',
  'drafting-note',
  'name-inconsistent',
  'well-known-name',
  'acronym-undefined',
] satisfies readonly RuleId[];

const PLACES: ReadonlyMap<string, number> = new Map(ORDER.map((rule, place) => [rule, place]));

/** A rule's place in the order, from 0; nothing for a rule that always speaks. */
function precedenceOf(rule: string): number | undefined {
  return PLACES.get(rule);
}

/** One cause, one finding: of several rules that speak of the same value only the first in the catalogue's order does. */
export function dropDuplicates(found: readonly Finding[]): Finding[] {
  const byPath = new Map<string, Finding[]>();
  for (const one of found) {
    const path = one.path;
    if (!path || precedenceOf(one.rule) === undefined) continue;
    const key = formatPath(path);
    const others = byPath.get(key);
    if (others) others.push(one);
    else byPath.set(key, [one]);
  }
  const silent = new Set<Finding>();
  for (const [key, group] of byPath) {
    if (group.length === 1) continue;
    dropOverlapping(group, silent);
    if (key !== 'body') dropFieldFindings(group, silent);
  }
  for (const one of found) if (one.rule === 'field-missing' && isAlreadyReported(one, byPath)) silent.add(one);
  return found.filter((one) => !silent.has(one));
}

/** Of two findings of one value that speak of the same stretch, silences the lower in rank. */
function dropOverlapping(group: readonly Finding[], silent: Set<Finding>): void {
  const sorted = [...group].sort((a, b) => a.span.start - b.span.start);
  for (const [i, a] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j];
      if (!b || b.span.start > a.span.end) break;
      if (isBefore(a.rule, b.rule)) silent.add(b);
      else if (isBefore(b.rule, a.rule)) silent.add(a);
    }
  }
}

/** Silences what speaks of a value as a whole where anything of a higher rank speaks of it. */
function dropFieldFindings(group: readonly Finding[], silent: Set<Finding>): void {
  const first = Math.min(...[...new Set(group.map(({ rule }) => precedenceOf(rule) ?? Infinity))]);
  for (const one of group) if (one.rule.startsWith('field-') && first < (precedenceOf(one.rule) ?? 0)) silent.add(one);
}

/** True when another rule has spoken of the missing field, or of what it is a part of. */
function isAlreadyReported({ path = [], rule }: Finding, byPath: ReadonlyMap<string, readonly Finding[]>): boolean {
  return path.some((_, i) => byPath.get(formatPath(path.slice(0, i + 1)))?.some((other) => isBefore(other.rule, rule)));
}

function isBefore(rule: string, other: string): boolean {
  return (precedenceOf(rule) ?? Infinity) < (precedenceOf(other) ?? Infinity);
}
