import type { Finding } from '../text/finding.ts';
import { formatPath } from '../text/path.ts';
import { touches } from '../text/span.ts';

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
];

/** A rule's place in the order, from 0; nothing for a rule that always speaks. */
function precedenceOf(rule: string): number | undefined {
  const place = ORDER.indexOf(rule);
  return place === -1 ? undefined : place;
}

/** One cause, one finding: of several rules that speak of the same value only the first in the catalogue's order does. */
export function withoutEchoes(found: readonly Finding[]): Finding[] {
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
  for (const [key, group] of byPath) for (const [a, b] of neighbours(group, key === 'body')) listen(a, b, silent);
  for (const one of found) if (one.rule === 'field-missing' && isTold(one, byPath)) silent.add(one);
  return found.filter((one) => !silent.has(one));
}

/** The pairs of findings of one value; in the body only those whose stretches touch. */
function* neighbours(group: readonly Finding[], touching: boolean): Iterable<[Finding, Finding]> {
  const sorted = [...group].sort((a, b) => a.span.start - b.span.start);
  for (const [i, a] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j];
      if (!b || (touching && b.span.start > a.span.end)) break;
      yield [a, b];
    }
  }
}

/** Silences the lower in rank of two findings of one value, if they speak of the same stretch or of the value as a whole. */
function listen(a: Finding, b: Finding, silent: Set<Finding>): void {
  const [rankA = 0, rankB = 0] = [precedenceOf(a.rule), precedenceOf(b.rule)];
  if (rankA === rankB) return;
  const lower = rankA < rankB ? b : a;
  if (lower.rule.startsWith('field-') || touches(a.span, b.span)) silent.add(lower);
}

/** True when another rule has spoken of the missing field, or of what it is a part of. */
function isTold({ path = [], rule }: Finding, byPath: ReadonlyMap<string, readonly Finding[]>): boolean {
  return path.some((_, i) => byPath.get(formatPath(path.slice(0, i + 1)))?.some((other) => isBefore(other.rule, rule)));
}

function isBefore(rule: string, other: string): boolean {
  return (precedenceOf(rule) ?? Infinity) < (precedenceOf(other) ?? Infinity);
}
