import type { Paper } from '../paper/paper.ts';
import type { Baseline, Finding } from '../text/finding.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import { formatPath } from '../text/path.ts';

const LONGEST = 100;

/**
 * What a finding is known by: its field and its text. Text before it may come and go; once its own is edited, the finding is new.
 */
export function fingerprintOf({ path, span }: Finding, { text, lines }: Pick<Paper, 'text' | 'lines'>): string {
  const field = path && path[0] !== 'body' ? formatPath(path.filter((step) => typeof step === 'string')) : '';
  if (span.end === span.start && field !== '') return field;
  const marked = span.end > span.start ? text.slice(span.start, span.end) : lines.read(lines.lineAt(span.start));
  const words = foldPunctuation(marked).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return field === '' ? words : `${field}: ${words}`;
}

/** What each of a report's findings is known by from one version of the file to the next, no two by the same. */
export function fingerprintsOf(findings: readonly Finding[], report: Pick<Paper, 'text' | 'lines'>): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const trace = `${finding.rule} ${fingerprintOf(finding, report)}`;
    const times = (seen.get(trace) ?? 0) + 1;
    seen.set(trace, times);
    return times === 1 ? trace : `${trace} ${times}`;
  });
}

/** The findings as a list that suppresses them. */
export function baselinedBy(findings: readonly Finding[], report: Paper): Baseline {
  const lists = new Map<string, string[]>();
  for (const finding of findings) {
    const traces = lists.get(finding.rule);
    if (traces) traces.push(fingerprintOf(finding, report));
    else lists.set(finding.rule, [fingerprintOf(finding, report)]);
  }
  return Object.fromEntries([...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, traces]) => [rule, traces.sort()]));
}

/** True for a finding that is on the list; each of its entries stands for one finding. */
export function baselineFilter(list: Baseline, report: Paper): (finding: Finding) => boolean {
  const left = new Map(Object.entries(list).map(([rule, traces]) => [rule, timesOf(traces)]));
  return (finding) => {
    const times = left.get(finding.rule);
    if (!times) return false;
    const trace = fingerprintOf(finding, report);
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
