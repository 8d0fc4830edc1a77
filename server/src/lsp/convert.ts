import { DiagnosticSeverity, type Diagnostic, type Position, type Range } from 'vscode-languageserver';
import type { Finding, Severity } from '../text/finding.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { ruleAddress } from '../rules/documentation.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Who says so, beside each diagnostic. */
export const SOURCE = 'scrutiny';

/** What the server finds its own finding again by. */
export interface DiagnosticData {
  readonly rule: string;
  readonly span: Span;
}

/** A place of a text (UTF-16 offset) as the protocol counts. */
export function positionAt(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.placeAt(offset);
  return { line: line - 1, character: column - 1 };
}

/** The offset of a place; of one behind the end of its line that end, of one behind the last line the end of the text. */
export function offsetAt(lines: LineIndex, { line, character }: Position): number {
  const { start, end } = lines.span(line);
  return Math.min(start + character, end);
}

export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

export function spanOf(lines: LineIndex, { start, end }: Range): Span {
  return { start: offsetAt(lines, start), end: offsetAt(lines, end) };
}

/** A finding as an editor shows it. */
export function diagnosticOf({ rule, severity, message, span }: Finding, lines: LineIndex): Diagnostic {
  const data: DiagnosticData = { rule, span };
  return {
    range: rangeOf(lines, span),
    severity: SEVERITIES[severity],
    code: rule,
    codeDescription: { href: ruleAddress(rule) },
    source: SOURCE,
    message,
    data,
  };
}
