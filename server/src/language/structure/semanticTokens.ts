import type { LintResult } from '../../linter/lint.ts';
import type { Paper } from '../../paper/paper.ts';
import { LEVELS, LEVEL_KEYS, levelOf } from '../../analysis/risk.ts';
import { readContinuousNumbering } from '../../analysis/continuousNumbering.ts';
import { trimmedSpanOf } from '../../analysis/notApplicable.ts';
import type { Span } from '../../text/span.ts';
import type { SymbolTable } from '../symbols/symbolTable.ts';

/** What a stretch of a report is, for its colour. */
export type SemanticTokenKind = 'number' | 'reference' | 'placeholder' | (typeof LEVELS)[number];

/** A stretch on one line. */
export interface SemanticToken {
  readonly span: Span;
  readonly kind: SemanticTokenKind;
}

/**
 * What is worth a colour of its own: numbers of sections, paragraphs, figures and tables, references to them, levels of risk, and what
 * is still to be written. In the order of the text; no two share a character.
 */
export function semanticTokens(report: Paper, { findings, context }: LintResult, cast: SymbolTable): readonly SemanticToken[] {
  const { sections, captions } = report.body;
  const numbers = [
    ...sections.flatMap(({ number, paragraphs }) => [...(number ? [number] : []), ...paragraphs]),
    ...captions,
    ...readContinuousNumbering(report, context.fields).items,
  ];
  const found: SemanticToken[] = [
    ...findings.filter(({ tags }) => tags?.includes('unfinished')).map(({ span }) => ({ span, kind: 'placeholder' as const })),
    ...LEVEL_KEYS.flatMap((key): SemanticToken[] => {
      const level = levelOf(context.fields, key);
      const kind = level && LEVELS[level.height];
      return kind ? [{ span: trimmedSpanOf(level.value), kind }] : [];
    }),
    ...numbers.map(({ span }) => ({ span, kind: 'number' as const })),
    ...cast.mentions.map(({ span, whole, isLink }) => ({ span: isLink ? span : whole, kind: 'reference' as const })),
  ];
  const single = found.flatMap((token) => onLines(token, report));
  // Of two in one place the first of the list above counts: sorting keeps their order.
  single.sort((a, b) => a.span.start - b.span.start);
  let end = -1;
  return single.filter(({ span }) => {
    if (span.start < end || span.end === span.start) return false;
    end = span.end;
    return true;
  });
}

/** A stretch of several lines, line by line. */
function onLines({ span, kind }: SemanticToken, { lines }: Paper): SemanticToken[] {
  const out: SemanticToken[] = [];
  for (let line = lines.lineAt(span.start); line <= lines.lineAt(Math.max(span.start, span.end - 1)); line++) {
    const own = lines.span(line);
    out.push({ span: { start: Math.max(own.start, span.start), end: Math.min(own.end, span.end) }, kind });
  }
  return out;
}
