import type { Suppression } from '../paper/structure/suppressionComments.ts';
import type { Finding } from '../text/finding.ts';
import { lastIndexWhere } from '../text/search.ts';
import type { Span } from '../text/span.ts';

/** The findings that no comment of the report suppresses, and the comments that suppress nothing. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): { kept: Finding[]; idle: Suppression[] } {
  const starts = groupByRule(findings, ({ span }) => span.start);
  for (const own of starts.values()) own.sort((a, b) => a - b);
  const covers = groupByRule(suppressions, (one) => one.covers);
  const stretches = new Map([...covers].map(([rule, spans]) => [rule, join(spans)]));
  return {
    kept: findings.filter(({ rule, span }) => !isCovered(span.start, stretches.get(rule) ?? [])),
    idle: suppressions.filter((one) => !coversAny(one.covers, starts.get(one.rule) ?? [])),
  };
}

function groupByRule<T extends { readonly rule: string }, V>(items: readonly T[], valueOf: (item: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const own = groups.get(item.rule);
    if (own) own.push(valueOf(item));
    else groups.set(item.rule, [valueOf(item)]);
  }
  return groups;
}

/** The spans in order, those that overlap as one. */
function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

function isCovered(offset: number, stretches: readonly Span[]): boolean {
  const last = stretches[lastIndexWhere(stretches.length, (i) => (stretches[i]?.start ?? 0) <= offset)];
  return last !== undefined && offset <= last.end;
}

function coversAny({ start, end }: Span, offsets: readonly number[]): boolean {
  const last = offsets[lastIndexWhere(offsets.length, (i) => (offsets[i] ?? 0) <= end)];
  return last !== undefined && last >= start;
}
