import type { Paper } from '../../paper/paper.ts';
import type { AstNode } from '../../paper/yaml/yamlNode.ts';
import type { Span } from '../../text/span.ts';

/** A block of Markdown, from the start of its first line. */
export interface TextBlock {
  readonly span: Span;
  readonly onFirstLine: boolean;
}

/** The outermost block of the body that an offset stands in: a table, a list, a quotation or a paragraph. */
export function blockAround(report: Paper, offset: number): TextBlock {
  const { body, lines } = report;
  const { tables, lists, passages } = body.markdown;
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const found = [
    ...tables.map(({ span }) => span),
    ...lists.filter(({ depth }) => depth === 0).map(({ span }) => span),
    ...passages.filter(({ kind }) => kind !== 'cell').map(({ block }) => block),
  ].filter(holds);
  const line = lines.span(lines.lineAt(offset));
  const outer = found.reduce((whole, one) => (one.end - one.start > whole.end - whole.start ? one : whole), line);
  const span = withQuotation(report, outer);
  return { span, onFirstLine: lines.lineAt(span.start) === lines.lineAt(offset) };
}

/** The span with all the lines of the quotation that it stands in. */
function withQuotation({ lines }: Paper, { start, end }: Span): Span {
  const quoted = (line: number): boolean => line >= 0 && line < lines.count && /^ {0,3}>/.test(lines.read(line));
  let [first, last] = [lines.lineAt(start), lines.lineAt(end)];
  if (!quoted(first)) return { start, end };
  while (quoted(first - 1)) first--;
  while (quoted(last + 1)) last++;
  return { start: lines.start(first), end: lines.span(last).end };
}

/**
 * The paragraph of a field in block text whose first line a stretch begins in; nothing elsewhere, and nothing for all of the text:
 * what is said of that concerns the key.
 */
export function inLongText(report: Paper, { start: offset, end }: Span): TextBlock | undefined {
  const { lines, frontMatter } = report;
  const number = lines.lineAt(offset);
  const node = frontMatter.root && scalarAt(frontMatter.root, offset);
  if (node?.kind !== 'scalar' || node.style !== 'literal' || lines.lineAt(node.span.start) === number) return undefined;
  if (node.text.text.trim() === node.text.text.slice(node.text.offsetOf(offset), node.text.offsetOf(end))) return undefined;
  const begins = lines.lineAt(node.span.start) === number - 1 || lines.read(number - 1).trim() === '';
  // In a list or a table the comment would part what belongs together.
  if (!begins || /^\s*(?:[-*+|>]|\d+[.)])(?:\s|$)/.test(lines.read(number))) return undefined;
  return { span: lines.span(number), onFirstLine: true };
}

function scalarAt(node: AstNode, offset: number): AstNode | undefined {
  if (node.kind === 'scalar') return node;
  const below = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items;
  const inner = below.find(({ span }) => span.start <= offset && offset <= span.end);
  return inner && scalarAt(inner, offset);
}
