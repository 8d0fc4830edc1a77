import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Position, type Range } from 'vscode-languageserver';
import type { Finding, RuleTag, Severity } from '../../text/finding.ts';
import type { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { documentedRule, ruleAddress } from '../../linter/ruleDocs.ts';

/** The protocol's word for each severity. */
export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Who says so, beside each diagnostic. */
export const SOURCE = 'scrutiny';

/** The protocol's tags: text that can be deleted is shown faint, text that is out of date is struck through. */
const TAGS: Readonly<Partial<Record<RuleTag, DiagnosticTag>>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

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
export function diagnosticOf({ rule, severity, message, span, tags }: Finding, lines: LineIndex): Diagnostic {
  const shown = tags?.flatMap((tag) => TAGS[tag] ?? []) ?? [];
  return {
    range: rangeOf(lines, span),
    severity: SEVERITIES[severity],
    code: rule,
    ...(documentedRule(rule) ? { codeDescription: { href: ruleAddress(rule) } } : {}),
    source: SOURCE,
    message,
    ...(shown.length > 0 ? { tags: shown } : {}),
  };
}
