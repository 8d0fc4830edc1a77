import type { Paper } from '../paper/paper.ts';
import type { Finding } from '../text/finding.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import { formatPath } from '../text/path.ts';

/** Findings of one report that a council lives with: under each rule what they are known by, each as often as it is accepted. */
export type Suppressed = Readonly<Record<string, readonly string[]>>;

const LONGEST = 100;

/**
 * What a finding is known by: its field and its text. Text before it may come and go; once its own is edited, the finding is new.
 */
export function traceOf({ path, span }: Finding, { text, lines }: Pick<Paper, 'text' | 'lines'>): string {
  const field = path && path[0] !== 'body' ? formatPath(path.filter((step) => typeof step === 'string')) : '';
  if (span.end === span.start && field !== '') return field;
  const marked = span.end > span.start ? text.slice(span.start, span.end) : lines.read(lines.lineAt(span.start));
  const words = foldPunctuation(marked).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return field === '' ? words : `${field}: ${words}`;
}

/** What each of a report's findings is known by from one version of the file to the next, no two by the same. */
export function tracesOf(findings: readonly Finding[], report: Pick<Paper, 'text' | 'lines'>): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const trace = `${finding.rule} ${traceOf(finding, report)}`;
    const times = (seen.get(trace) ?? 0) + 1;
    seen.set(trace, times);
    return times === 1 ? trace : `${trace} ${times}`;
  });
}

/** The findings as a list that suppresses them. */
export function suppressedBy(findings: readonly Finding[], report: Paper): Suppressed {
  const lists = new Map<string, string[]>();
  for (const finding of findings) {
    const traces = lists.get(finding.rule);
    if (traces) traces.push(traceOf(finding, report));
    else lists.set(finding.rule, [traceOf(finding, report)]);
  }
  return Object.fromEntries([...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, traces]) => [rule, traces.sort()]));
}

/** True for a finding that is on the list; each of its entries stands for one finding. */
export function suppressor(list: Suppressed, report: Paper): (finding: Finding) => boolean {
  const left = new Map(Object.entries(list).map(([rule, traces]) => [rule, timesOf(traces)]));
  return (finding) => {
    const times = left.get(finding.rule);
    if (!times) return false;
    const trace = traceOf(finding, report);
    const time = times.get(trace) ?? 0;
    if (time > 0) times.set(trace, time - 1);
    return time > 0;
  };
}

function timesOf(traces: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const trace of traces) times.set(trace, (times.get(trace) ?? 0) + 1);
  return times;
}
