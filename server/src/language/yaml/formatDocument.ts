import { readFrontMatter } from '../../paper/yaml/frontMatter.ts';
import type { AstNode } from '../../paper/yaml/yamlNode.ts';
import type { Paper } from '../../paper/paper.ts';
import { splitFrontMatter } from '../../paper/yaml/splitFrontMatter.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { computeYamlIndent, type PlacedScalar, type YamlIndent } from './yamlIndent.ts';

/** Longer text on one line is hard to read and to compare: it stands as a block. */
const LONG = 120;

/**
 * The edits that put the front matter of a report in order: indentation by two, one blank behind a colon or dash, no blanks at the
 * end of a line, no more than one blank line, long text as a block (`|`). Comments, quotation marks, the order of keys and the body
 * are left alone.
 * @returns none where the YAML has mistakes (rules tell of them), or where the edits would change what the report says
 */
export function formatDocument(report: Paper, { fields }: RuleContext): readonly Edit[] {
  const { text, split, frontMatter, lines } = report;
  const { yaml, close } = split;
  if (!yaml || !close || frontMatter.problems.length > 0 || !frontMatter.root) return [];
  if (fields.all().some(({ node, needsQuotes }) => node && needsQuotes)) return [];
  const layout = computeYamlIndent(text, yaml, lines);
  if (!layout) return [];
  const long = new Map(fields.all().flatMap(({ node, field }) => (node && field?.kind === 'markdown' ? [[node.span.start, node] as const] : []))); // prettier-ignore
  const blocks = layout.scalars.flatMap((scalar) => asBlock(scalar, long.get(scalar.start), report) ?? []);
  const isIn = ({ start }: Span): boolean => blocks.some(({ span }) => span.start <= start && start < span.end);
  const edits = [
    ...blocks,
    ...layout.gaps.filter(({ span }) => !isIn(span)),
    ...lineEdits(report, layout, yaml).filter(({ span }) => !isIn(span)),
  ].sort((a, b) => a.span.start - b.span.start);
  const made = edits.filter(({ span, text: now }) => text.slice(span.start, span.end) !== now);
  return saysTheSame(report, made) ? made : [];
}

/** A long text, or one of several lines, as a block; nothing where it is short, or a block cannot hold it. */
function asBlock(
  { start, from, column }: PlacedScalar,
  node: AstNode | undefined,
  { text, lineEnd, lines }: Paper,
): Edit | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const own = node.text.text;
  const written = text.slice(node.span.start, node.span.end).trimEnd();
  const isLong = own.length > LONG || lines.lineAt(start) !== lines.lineAt(start + written.length);
  if (!isLong || /^\s|[^\S\n]\n|[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]/.test(own) || /\n\n$|[ \t]$/.test(own)) return undefined;
  const end = start + written.length;
  const behind = /^[ \t]+(#[^\r\n]*)/.exec(text.slice(end, lines.span(lines.lineAt(end)).end));
  const comment = behind ? ` ${behind[1] ?? ''}` : '';
  const indent = ' '.repeat(column);
  const block = own.replace(/\n$/, '').split('\n').map((line) => lineEnd + (line === '' ? '' : indent + line)); // prettier-ignore
  return { span: { start: from, end: end + (behind?.[0].length ?? 0) }, text: ` |${comment}${block.join('')}` };
}

/** Indentation, the ends of lines, and blank lines. */
function lineEdits({ text, lines }: Paper, { columns, texts }: YamlIndent, yaml: Span): Edit[] {
  const edits: Edit[] = [];
  const first = lines.lineAt(yaml.start);
  const end = lines.lineAt(Math.max(yaml.start, yaml.end - 1));
  const isBlank = (line: number): boolean => lines.read(line).trim() === '' && !texts.has(line);
  for (let line = first; line <= end; line++) {
    const { start, end: to } = lines.span(line);
    if (isBlank(line)) {
      // One blank line may stand between two others; none at either end.
      const isLast = text.slice(lines.start(line), yaml.end).trim() === '';
      const isWanted = line > first && !isLast && !(line > first && lines.read(line - 1).trim() === '');
      edits.push(isWanted ? { span: { start, end: to }, text: '' } : { span: { start, end: lines.start(line + 1) }, text: '' });
      continue;
    }
    const own = text.slice(start, to);
    const indent = own.length - own.trimStart().length;
    const column = columns.get(line);
    if (column !== undefined) edits.push({ span: { start, end: start + indent }, text: ' '.repeat(column) });
    if (!texts.has(line)) edits.push({ span: { start: start + own.trimEnd().length, end: to }, text: '' });
  }
  return edits;
}

/** True where the text with the edits is still the same report: its values, its comments and its body. */
function saysTheSame({ text, split, frontMatter }: Paper, edits: readonly Edit[]): boolean {
  if (edits.length === 0) return true;
  const after = applyEdits(text, edits);
  const now = splitFrontMatter(after);
  const read = readFrontMatter(after, now);
  return (
    read.problems.length === 0 &&
    spelled(read.root) === spelled(frontMatter.root) &&
    commentsIn(after, now.yaml) === commentsIn(text, split.yaml) &&
    after.slice(now.close?.start ?? -1) === text.slice(split.close?.start ?? -2)
  );
}

/** What a value says; the line end that a block of text closes with says nothing. */
function spelled(node: AstNode | undefined): string {
  const plainly = (one: AstNode): unknown => {
    if (one.kind === 'mapping') return one.entries.map(({ key, value }) => [key, plainly(value)]);
    if (one.kind === 'sequence') return one.items.map(plainly);
    return typeof one.value === 'string' ? one.value.replace(/\n$/, '') : one.value;
  };
  return JSON.stringify(node && plainly(node));
}

/** The comments, as far as they are surely some. */
function commentsIn(text: string, yaml: Span | undefined): string {
  return yaml ? (text.slice(yaml.start, yaml.end).match(/(?<=^|\s)#[^\r\n]*/gm) ?? []).map((comment) => comment.trimEnd()).sort().join('\n') : ''; // prettier-ignore
}
