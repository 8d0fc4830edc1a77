import assert from 'node:assert/strict';
import { lint, type LintResult } from '../../server/src/linter/lint.ts';
import { parsePaper, type Paper } from '../../server/src/paper/paper.ts';
import type { LintOptions } from '../../server/src/analysis/ruleContext.ts';
import type { Span } from '../../server/src/text/span.ts';
import { knowledge } from './acceptCompletion.ts';

/** A text with the cursor in it as `¦`, taken apart. */
export interface Marked {
  readonly text: string;
  readonly offset: number;
}

export function cursorIn(marked: string): Marked {
  const offset = marked.indexOf('¦');
  assert.notEqual(offset, -1, 'no cursor');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export interface Read extends Marked {
  readonly report: Paper;
  readonly checked: LintResult;
  /** What stands at a stretch of the text. */
  readonly at: (span: Span) => string;
}

/** A report with the cursor in it, checked by the invented council of these tests. */
export function readAt(marked: string, known: Partial<LintOptions> = {}): Read {
  return read(cursorIn(marked), known);
}

/** A report without a cursor. */
export function readReport(text: string, known: Partial<LintOptions> = {}): Read {
  return read({ text, offset: 0 }, known);
}

function read({ text, offset }: Marked, known: Partial<LintOptions>): Read {
  const report = parsePaper(text);
  const checked = lint(report, { ...knowledge, ...known });
  return { text, offset, report, checked, at: ({ start, end }) => text.slice(start, end) };
}

/** The text with each stretch in `⟦marks⟧`. */
export function withMarks(text: string, spans: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    out += `${text.slice(from, start)}⟦${text.slice(start, end)}⟧`;
    from = end;
  }
  return out + text.slice(from);
}
