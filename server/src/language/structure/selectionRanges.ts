import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { contains, type Span } from '../../text/span.ts';
import { documentSymbols, type DocumentSymbolItem } from './documentSymbols.ts';
import { paragraphsOf } from '../symbols/paragraphs.ts';
import { wordAt } from './wordAt.ts';

/**
 * What an author may mean to select at an offset of a report, each stretch within the next: a word, a sentence, a paragraph, a value,
 * its field, the section or the cover, the whole text.
 */
export function selectionRanges(report: Paper, offset: number, context: RuleContext): readonly Span[] {
  const { text, body, split } = report;
  const { passages, tables, lists, links } = body.markdown;
  const prose = passages.filter(({ block }) => holds(block, offset));
  const items = lists.flatMap(({ markers, span }) =>
    markers.map(({ start }, i) => trimmed(text, { start, end: markers[i + 1]?.start ?? span.end })),
  );
  return nested(report.text, offset, [
    ...prose.flatMap(({ text: words, block }) => [sentenceAt(text, words.span, offset), words.span, trimmed(text, block)]),
    ...[...tables, ...lists].map(({ span }) => trimmed(text, span)),
    ...items,
    ...links.map(({ span }) => span),
    ...paragraphsOf(report).map(({ span }) => trimmed(text, span)),
    ...spansIn(documentSymbols(report, context), offset),
    ...scalarSpans(report, offset, context),
    ...(split.yaml ? [trimmed(text, split.yaml)] : []),
    trimmed(text, body.span),
  ]);
}

/** The same in a YAML file, by its outline. */
export function yamlSelectionRanges(text: string, offset: number, items: readonly DocumentSymbolItem[]): readonly Span[] {
  return nested(text, offset, spansIn(items, offset));
}

/** The stretches that hold the offset, each within the next, from the word there to the whole text. */
function nested(text: string, offset: number, found: readonly Span[]): Span[] {
  const all = [wordAt(text, offset), ...found, { start: 0, end: text.length }];
  const holding = all.filter((span) => holds(span, offset) && span.end > span.start);
  holding.sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const span of holding) {
    const last = chain.at(-1);
    if (!last || (contains(span, last) && span.end - span.start > last.end - last.start)) chain.push(span);
  }
  return chain;
}

function spansIn(items: readonly DocumentSymbolItem[], offset: number): Span[] {
  return items.flatMap(({ span, nameSpan, children }) =>
    holds(span, offset) ? [nameSpan, span, ...spansIn(children, offset)] : [],
  );
}

/** Within a value of the front matter: the sentence, the paragraph of a long text, the text. */
function scalarSpans({ text }: Paper, offset: number, { fields }: RuleContext): Span[] {
  const value = fields.all().find(({ node, span }) => node?.kind === 'scalar' && holds(span, offset));
  if (!value?.text || value.blank) return [];
  const { span } = value.text;
  if (!holds(span, offset)) return [];
  const paragraph = stretchAt(text, span, offset, /(?:\r?\n[ \t]*){2,}/g);
  return [sentenceAt(text, paragraph, offset), paragraph, trimmed(text, span)];
}

function sentenceAt(text: string, within: Span, offset: number): Span {
  return stretchAt(text, within, offset, /(?<=[.!?]["'”’)]?)\s+(?=["'“‘(]?[A-Z£])/g);
}

/** The stretch between two gaps that an offset lies in. */
function stretchAt(text: string, { start, end }: Span, offset: number, gap: RegExp): Span {
  let from = start;
  for (const found of text.slice(start, end).matchAll(gap)) {
    const at = start + found.index;
    if (at >= offset) return trimmed(text, { start: from, end: at });
    from = at + found[0].length;
  }
  return trimmed(text, { start: Math.min(from, end), end });
}

function trimmed(text: string, { start, end }: Span): Span {
  const own = text.slice(start, end);
  const from = start + own.length - own.trimStart().length;
  return { start: from, end: Math.max(from, start + own.trimEnd().length) };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
