import type { Report } from '../report/report.ts';
import { traceOf } from '../rules/suppressed.ts';
import type { Day } from '../text/day.ts';
import type { Finding, Fix, Severity } from '../text/finding.ts';
import { formatPath } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import { placeOf } from './place.ts';
import { snippetOf, type Snippet } from './snippet.ts';

/** A stretch of a text in lines and columns (UTF-16) from 1; a byte-order mark is not counted. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as it is told, in plain data. */
export interface ShownFinding extends Region {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path?: string;
  /** Whether `--fix` mends it. */
  readonly fixable: boolean;
  /** The line that it stands in; there where the form of output {@link Wants} it. */
  readonly snippet?: Snippet;
  /** What it is known by from one version of the file to the next; no two findings of a file share one. */
  readonly trace?: string;
  readonly fixes?: readonly ShownFix[];
}

export interface ShownFix {
  readonly title: string;
  readonly edits: readonly (Region & { readonly text: string })[];
}

/** What one file came to, in plain data, so that one thread can hand it to another. */
export interface FileResult {
  readonly file: string;
  readonly findings: readonly ShownFinding[];
  /** Which report it is; absent for a `council.yaml`. */
  readonly about?: About;
}

/** What tells one report from another. */
export interface About {
  /** As written; empty where it has none. */
  readonly title: string;
  /** The meetings that consider it, the one that it is written for first. */
  readonly meetings: readonly { readonly committee: string; readonly day?: Day }[];
  /** All or part of it is exempt. */
  readonly isExempt: boolean;
}

/** What a form of output needs beside places and messages. */
export interface Wants {
  /** The width that the lines of findings are cut to. */
  readonly snippets?: number;
  readonly traces?: boolean;
  readonly fixes?: boolean;
}

/** What is asked of a finding's mends. */
export interface Mends {
  readonly isFixable: (finding: Finding) => boolean;
  readonly fixesOf: (finding: Finding) => readonly Fix[];
}

/** The findings of a file in plain data. */
export function showFindings(
  { text, lines }: Pick<Report, 'text' | 'lines'>,
  findings: readonly Finding[],
  { isFixable, fixesOf }: Mends,
  wants: Wants,
): ShownFinding[] {
  const regionOf = (span: Span): Region => {
    const { line, column } = placeOf(text, lines, span.start);
    const end = placeOf(text, lines, span.end);
    return { line, column, endLine: end.line, endColumn: end.column };
  };
  const regions = findings.map(({ span }) => regionOf(span));
  const room = (wants.snippets ?? 0) - Math.max(0, ...regions.map((region) => placeWidth(region))) - 5;
  const seen = new Map<string, number>();
  return findings.map((finding, i) => {
    const { rule, severity, message, span, path } = finding;
    const region = regions[i] ?? regionOf(span);
    return {
      rule,
      severity,
      message,
      ...region,
      ...(path ? { path: formatPath(path) } : {}),
      fixable: isFixable(finding),
      ...(wants.snippets === undefined ? {} : { snippet: snippetOf(text, lines, span, room) }),
      ...(wants.traces ? { trace: numbered(`${rule} ${traceOf(finding, { text, lines })}`, seen) } : {}),
      ...(wants.fixes ? { fixes: fixesOf(finding).map((fix) => showFix(fix, regionOf)) } : {}),
    };
  });
}

/** How wide `12:3` is. */
export function placeWidth({ line, column }: Region): number {
  return `${line}:${column}`.length;
}

function showFix({ title, edits }: Fix, regionOf: (span: Span) => Region): ShownFix {
  return { title, edits: edits.map(({ span, text }) => ({ ...regionOf(span), text })) };
}

/** The text, with a number behind it from the second time on. */
function numbered(text: string, seen: Map<string, number>): string {
  const times = (seen.get(text) ?? 0) + 1;
  seen.set(text, times);
  return times === 1 ? text : `${text} ${times}`;
}
