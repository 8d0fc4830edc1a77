import { applyEdits, type Edit } from '../../text/edit.ts';
import { startOfLine } from '../../text/lines.ts';
import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { linesOfEntry } from './yamlEntryLines.ts';
import { readFrontMatter, readYaml } from './frontMatter.ts';
import { entryOf, nodeAt, type AstNode, type Scalar } from './yamlNode.ts';
import type { Paper } from '../paper.ts';
import { splitFrontMatter } from './splitFrontMatter.ts';

/**
 * The edit of the source that changes a stretch of a front-matter value, written as the file writes it: indented, quoted and
 * with its line ends. The rest of the value is left alone where its style can hold the new text; otherwise the value is
 * written anew in a style that can.
 * @param span a stretch of the value's text; for a blank value `{start: 0, end: 0}`
 * @param text what is to stand there, with `\n` for line ends
 * @returns nothing where the path leads to no scalar, or where no way of writing it reads back as wanted
 */
export function editIn(report: Paper, path: Path, span: Span, text: string): Edit | undefined {
  const node = nodeAt(report.frontMatter.root, path);
  if (node?.kind !== 'scalar') return undefined;
  const old = node.text.text;
  const wanted = old.slice(0, span.start) + text + old.slice(span.end);
  for (const edit of candidates(report, node, span, text, wanted)) {
    if (readsAs(report, path, edit, wanted, node.comment !== undefined)) return edit;
  }
  return undefined;
}

function* candidates(report: Paper, node: Scalar, span: Span, text: string, wanted: string): Iterable<Edit> {
  const { lineEnd } = report;
  const indent = ' '.repeat(contentColumn(report.text, node.span.start));
  if (!node.needsQuotes && node.span.end > node.span.start) {
    yield { span: node.text.spanOf(span.start, span.end), text: encode(node, text, indent, lineEnd) };
  }
  const trimmed = report.text.slice(node.span.start, node.span.end).trimEnd().length;
  const write = (value: string): Edit => ({
    span: { start: node.span.start, end: node.span.start + trimmed },
    text: /[:-]/.test(report.text[node.span.start - 1] ?? '') ? ` ${value}` : value,
  });
  if (!wanted.includes('\n')) {
    yield write(wanted);
    if (!wanted.includes("'")) yield write(`'${wanted}'`);
  } else if (!/^\s|[^\S\n]\n|\n$/.test(wanted)) {
    yield write(`|-${blockLines(wanted, indent, lineEnd)}`);
  } else if (wanted.endsWith('\n') && !/^\s|\n\n$/.test(wanted)) {
    yield write(`|${blockLines(wanted.slice(0, -1), indent, lineEnd)}`);
  }
  yield write(doubleQuoted(wanted));
}

function blockLines(text: string, indent: string, lineEnd: string): string {
  return text
    .split('\n')
    .map((line) => lineEnd + (line === '' ? '' : indent + line))
    .join('');
}

/** The text as a scalar of the node's style holds it. */
function encode(node: Scalar, text: string, indent: string, lineEnd: string): string {
  switch (node.style) {
    case 'single':
      return text.replaceAll("'", "''");
    case 'double':
      return doubleQuoted(text).slice(1, -1);
    case 'literal':
      return text.replace(/\n(?=(.?))/g, (_, next: string) => lineEnd + (next === '' ? '' : indent));
    default:
      return text;
  }
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The column at which the lines of a block under the value's key stand: two more than the key's, or the list item's text. */
function contentColumn(text: string, offset: number): number {
  const lineStart = startOfLine(text, offset);
  const before = text.slice(lineStart, offset);
  const prefix = /^ *(?:- +)*/.exec(before)?.[0] ?? '';
  return prefix === before ? prefix.length : prefix.length + 2;
}

/** True when the text with the edit has the wanted value at the path and no mistake in its YAML that it had not before. */
function readsAs(report: Paper, path: Path, edit: Edit, wanted: string, commented: boolean): boolean {
  const text = applyEdits(report.text, [edit]);
  const isWanted = (node: AstNode | undefined): boolean => {
    if (node?.kind !== 'scalar' || node.needsQuotes || (node.comment && !commented)) return false;
    // The word `null` is no value unless it stands in quotation marks.
    return node.text.text === wanted && (node.value !== null || wanted.trim() === '');
  };
  const entry = linesReadAlone(report, path);
  if (entry) {
    // Only the lines of the top-level key can have changed: read alone, they must still be that one key.
    const end = entry.end + text.length - report.text.length;
    // What follows must go on beginning a line of its own.
    if (report.text[entry.end - 1] === '\n' && text[end - 1] !== '\n') return false;
    const { root, problems } = readYaml(text, { start: entry.start, end });
    const node = nodeAt(root, path);
    return isWanted(node) && problems.length === 0 && root?.entries.length === 1;
  }
  const after = readFrontMatter(text, splitFrontMatter(text));
  const node = nodeAt(after.root, path);
  return (
    isWanted(node) &&
    after.problems.length <= report.frontMatter.problems.length &&
    keysOf(after.root) === keysOf(report.frontMatter.root)
  );
}

/** The lines of the top-level key that a path begins with, where they can be read alone: in block style, without aliases. */
function linesReadAlone(report: Paper, path: Path): Span | undefined {
  const { text, frontMatter } = report;
  const key = entryOf(frontMatter.root, String(path[0]));
  if (!key || frontMatter.root?.flow) return undefined;
  const { start, end } = linesOfEntry(text, key);
  // Text that keeps its blank lines ends behind them.
  const span = { start, end: Math.max(end, key.value.span.end) };
  const lines = text.slice(span.start, span.end);
  const { root, problems } = readYaml(text, span);
  const alone = start === key.keySpan.start && !/[&*]/.test(lines) && problems.length === 0 && root?.entries.length === 1;
  return alone ? span : undefined;
}

function keysOf(root: ReturnType<typeof readFrontMatter>['root']): string {
  return (root?.entries ?? []).map((entry) => entry.key).join('\n');
}
