import type { Paper } from '../../paper/paper.ts';
import { fingerprintsOf } from '../../linter/baseline.ts';
import type { Finding, Fix, Severity } from '../../text/finding.ts';
import { formatPath } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { MeetingReport } from '../../workspace/reports/meetings.ts';
import { positionOf } from '../terminal/position.ts';
import { codeFrameOf, type CodeFrame } from '../terminal/codeFrame.ts';

/** A stretch of a text in lines and columns (UTF-16) from 1; a byte-order mark is not counted. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as it is told, in plain data. */
export interface ReportedFinding extends Region {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path?: string;
  /** Whether `--fix` fixes it. */
  readonly fixable: boolean;
  /** The line that it stands in; there where the form of output {@link FormatterNeeds} it. */
  readonly snippet?: CodeFrame;
  /** What it is known by from one version of the file to the next; no two findings of a file share one. */
  readonly trace?: string;
  readonly fixes?: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: string;
  readonly edits: readonly (Region & { readonly text: string })[];
}

/** What one file came to, in plain data, so that one thread can hand it to another. */
export interface FileResult extends MeetingReport {
  readonly findings: readonly ReportedFinding[];
}

/** What a form of output needs beside places and messages. */
export interface FormatterNeeds {
  /** The width that the lines of findings are cut to. */
  readonly snippets?: number;
  readonly traces?: boolean;
  readonly fixes?: boolean;
}

/** What is asked of a finding's fixes. */
export interface FixInfo {
  readonly isFixable: (finding: Finding) => boolean;
  readonly fixesOf: (finding: Finding) => readonly Fix[];
}

/** The findings of a file in plain data. */
export function reportFindings(
  { text, lines }: Pick<Paper, 'text' | 'lines'>,
  findings: readonly Finding[],
  { isFixable, fixesOf }: FixInfo,
  wants: FormatterNeeds,
): ReportedFinding[] {
  const regionOf = (span: Span): Region => {
    const { line, column } = positionOf(text, lines, span.start);
    const end = positionOf(text, lines, span.end);
    return { line, column, endLine: end.line, endColumn: end.column };
  };
  const regions = findings.map(({ span }) => regionOf(span));
  const room = (wants.snippets ?? 0) - Math.max(0, ...regions.map((region) => positionWidth(region))) - 5;
  const traces = wants.traces ? fingerprintsOf(findings, { text, lines }) : [];
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
      ...(wants.snippets === undefined ? {} : { snippet: codeFrameOf(text, lines, span, room) }),
      ...(traces[i] === undefined ? {} : { trace: traces[i] }),
      ...(wants.fixes ? { fixes: fixesOf(finding).map((fix) => showFix(fix, regionOf)) } : {}),
    };
  });
}

/** How wide `12:3` is. */
export function positionWidth({ line, column }: Region): number {
  return `${line}:${column}`.length;
}

function showFix({ title, edits }: Fix, regionOf: (span: Span) => Region): ReportedFix {
  return { title, edits: edits.map(({ span, text }) => ({ ...regionOf(span), text })) };
}
