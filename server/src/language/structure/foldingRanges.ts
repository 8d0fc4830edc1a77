import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import type { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { documentSymbols, type DocumentSymbolItem } from './documentSymbols.ts';
import type { YamlText } from '../yaml/yamlLine.ts';

/** Lines that an editor may fold away under the first of them, both from 0. */
export interface FoldingRangeItem {
  readonly first: number;
  readonly last: number;
  /** Notes that are not printed. */
  readonly isComment: boolean;
}

/** What may be folded in a report: the cover and its fields, sections, tables, lists and comments. */
export function foldingRanges(report: Paper, context: RuleContext): readonly FoldingRangeItem[] {
  const { lines, body, split } = report;
  const { tables, lists, comments } = body.markdown;
  return distinct([
    ...foldsOf(documentSymbols(report, context), lines),
    ...[...tables, ...lists].map(({ span }) => foldOf(span, lines)),
    ...comments.map(({ span }) => foldOf(span, lines, true)),
    ...(split.yaml ? foldNotes({ text: report.text, lines, span: split.yaml }) : []),
  ]);
}

/** What may be folded in a YAML file, by its outline. */
export function yamlFoldingRanges(items: readonly DocumentSymbolItem[], yaml: YamlText): readonly FoldingRangeItem[] {
  return distinct([...foldsOf(items, yaml.lines), ...foldNotes(yaml)]);
}

function foldsOf(items: readonly DocumentSymbolItem[], lines: LineIndex): FoldingRangeItem[] {
  return items.flatMap(({ span, children }) => [foldOf(span, lines), ...foldsOf(children, lines)]);
}

function foldOf({ start, end }: Span, lines: LineIndex, isComment = false): FoldingRangeItem {
  // What ends with its line end has no part of the next line.
  return { first: lines.lineAt(start), last: lines.lineAt(Math.max(start, end - 1)), isComment };
}

/** Several lines of comment, one behind the other. */
function foldNotes({ lines, span }: YamlText): FoldingRangeItem[] {
  const folds: FoldingRangeItem[] = [];
  const end = lines.lineAt(span.end);
  for (let first = lines.lineAt(span.start); first <= end; first++) {
    let last = first;
    while (last <= end && /^[ \t]*#/.test(lines.read(last))) last++;
    if (last > first) folds.push({ first, last: last - 1, isComment: true });
    first = last;
  }
  return folds;
}

/** The folds of more than one line, one for each first line: the longest. */
function distinct(folds: readonly FoldingRangeItem[]): FoldingRangeItem[] {
  const byLine = new Map<number, FoldingRangeItem>();
  for (const fold of folds) {
    const known = byLine.get(fold.first);
    if (fold.last > fold.first && (!known || known.last < fold.last)) byLine.set(fold.first, fold);
  }
  return [...byLine.values()].sort((a, b) => a.first - b.first);
}
