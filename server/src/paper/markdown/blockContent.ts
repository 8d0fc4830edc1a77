import { LineIndex } from '../../text/lines.ts';
import { startsWithAt } from '../../text/search.ts';
import { SourceText, SourceTextBuilder, type Piece } from '../../text/sourceText.ts';

/** A Markdown text as the parser is given it, with its lines, which the parser counts. */
export interface MarkdownText {
  readonly source: SourceText;
  readonly text: string;
  readonly lines: LineIndex;
}

export function placeMarkdown(source: SourceText): MarkdownText {
  // The parser puts the replacement character for NUL itself; doing it here keeps every offset.
  const text = source.text.replaceAll('\0', '\ufffd');
  return { source, text, lines: new LineIndex(text) };
}

/**
 * The content of a block, as the parser gives it, with its place in the source.
 * @param from the first of the block's lines, from 0
 * @param to the line after its last
 */
export function blockContentOf(content: string, { source, text, lines }: MarkdownText, from: number, to: number): SourceText {
  const read = (): readonly Piece[] => onOneLine(content, text, lines, from) ?? locate(content, text, lines, from, to).pieces;
  // A heading without words stands behind its marks.
  const start = content === '' ? lines.span(from).end : lines.start(from);
  return SourceText.of(content, read, start).within(source);
}

function onOneLine(content: string, text: string, lines: LineIndex, from: number): Piece[] | undefined {
  const { start, end } = lines.span(from);
  if (content.length > end - start || !startsWithAt(text, content, end - content.length)) return undefined;
  return [{ at: 0, length: content.length, source: { start: end - content.length, end } }];
}

/** Each line of a block's content is the end of a line of the text. */
function locate(content: string, text: string, lines: LineIndex, from: number, to: number): SourceText {
  const out = new SourceTextBuilder(lines.start(from));
  content.split('\n').forEach((line, k) => {
    const number = Math.min(from + k, Math.max(from, to - 1));
    const { start, end } = lines.span(number);
    const whole = text.slice(start, end);
    const at = placeOf(line, whole);
    if (k > 0) out.addFor('\n', { start: lines.span(number - 1).end, end: start + Math.max(at, 0) });
    if (at < 0) out.addFor(line, { start, end });
    else if (startsWithAt(whole, line, at)) out.add(line, start + at);
    else addIndented(out, line, start + at);
  });
  return out.build();
}

/** Where a line of a block's content begins in the line of the text; -1 for nowhere. */
function placeOf(line: string, whole: string): number {
  const end = whole.length - line.length;
  return end >= 0 && startsWithAt(whole, line, end) ? end : whole.lastIndexOf(line.trim());
}

/** A line whose indentation the parser wrote with spaces of its own (for a tab). */
function addIndented(out: SourceTextBuilder, line: string, at: number): void {
  const text = line.trim();
  const lead = line.slice(0, line.indexOf(text));
  out.addFor(lead, { start: at, end: at });
  out.add(text, at);
}
