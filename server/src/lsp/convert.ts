import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Position, type Range } from 'vscode-languageserver';
import { notices, rules } from '../rules/index.ts';
import type { Finding, Severity } from '../text/finding.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { ruleAddress } from '../rules/documentation.ts';

/** The protocol's word for each severity. */
export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Who says so, beside each diagnostic. */
export const SOURCE = 'scrutiny';

/** Findings of these rules are shown faint (the text can go) or struck through (it is out of date). */
const TAGS: Readonly<Record<string, DiagnosticTag[]>> = {
  'suppression-unused': [DiagnosticTag.Unnecessary],
  'risk-statement-repeated': [DiagnosticTag.Unnecessary],
  'email-retired-domain': [DiagnosticTag.Deprecated],
};

/** The rules that are documented; a council's own checks are not. */
const DOCUMENTED: ReadonlySet<string> = new Set([...rules, ...notices].map(({ id }) => id));

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

/** A finding as an editor shows it; its rule and range say which it is when the editor asks about it. */
export function diagnosticOf({ rule, severity, message, span }: Finding, lines: LineIndex): Diagnostic {
  const tags = TAGS[rule];
  return {
    range: rangeOf(lines, span),
    severity: SEVERITIES[severity],
    code: rule,
    ...(DOCUMENTED.has(rule) ? { codeDescription: { href: ruleAddress(rule) } } : {}),
    source: SOURCE,
    message,
    ...(tags ? { tags } : {}),
  };
}
