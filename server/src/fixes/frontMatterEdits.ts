import { endOfEntry } from '../paper/yaml/yamlEntryLines.ts';
import { startOfLine } from '../text/lines.ts';
import { entryOf, nodeAt, type AstEntry, type Mapping, type AstNode } from '../paper/yaml/yamlNode.ts';
import type { Paper } from '../paper/paper.ts';
import { fieldAt } from '../template/template.ts';
import type { Field } from '../template/field.ts';
import type { Value } from '../template/value.ts';
import type { Edit } from '../text/edit.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';

/** Where a finding about a missing key stands: at its parent, or for a top-level one at the template's name. */
export function placeOfMissing(path: Path, report: Paper, { fields }: RuleContext): Span {
  const parent = path.length > 1 ? fields.get(path.slice(0, -1)) : undefined;
  // A group whose parts stand in the body only has no place of its own.
  if (parent?.node) return parent.keySpan ?? firstLineOf(report.text, parent);
  return fields.get(['template'])?.span ?? report.split.open ?? { start: 0, end: 0 };
}

function firstLineOf(text: string, { span, parts }: Value): Span {
  const first = parts[0];
  const line = /^[^\r\n]*/.exec(text.slice(span.start, first ? first.span.end : span.end))?.[0] ?? '';
  return { start: span.start, end: span.start + line.trimEnd().length };
}

/**
 * The edit that adds a key where the template has it: behind the last one that comes before it.
 * @param value what stands behind the colon; a group gets its required parts instead
 * @returns nothing where the parent is not a mapping in block style
 */
export function addKey(path: Path, value: string, report: Paper, { template }: RuleContext): Edit | undefined {
  const key = String(path.at(-1));
  const parent = path.length > 1 ? nodeAt(report.frontMatter.root, path.slice(0, -1)) : report.frontMatter.root;
  if (!template || parent?.kind !== 'mapping' || parent.flow || parent.entries.length === 0) return undefined;
  const field = fieldAt(template, path);
  const before = entryBefore(key, parent, siblingsOf(path, template));
  const indent = ' '.repeat(columnOf(report.text, parent.entries[0]?.keySpan.start ?? 0));
  const lines = skeleton(key, field, value).map((line) => indent + line);
  if (!before) {
    const at = parent.entries[0]?.keySpan.start ?? 0;
    return { span: { start: at, end: at }, text: `${lines.join(report.lineEnd).trimStart()}${report.lineEnd}${indent}` };
  }
  const at = endOfEntry(report.text, before);
  return { span: { start: at, end: at }, text: lines.map((line) => report.lineEnd + line).join('') };
}

/**
 * The edit that adds an item to a list, or begins one in the place of a word such as `none`.
 * @param lines the item's own, without dash and indentation
 * @returns nothing where the list is written in brackets, or the path leads to neither
 */
export function addItem(path: Path, lines: readonly string[], report: Paper): Edit | undefined {
  const entry = entryAt(report.frontMatter.root, path);
  const node = entry?.value;
  if (!entry || !node || node.kind === 'mapping') return undefined;
  const last = node.kind === 'sequence' ? node.items.at(-1) : undefined;
  if (node.kind === 'sequence' && (node.flow || !last)) return undefined;
  const dash = last ? report.text.lastIndexOf('-', last.span.start - 1) : entry.keySpan.start + 2;
  const indent = ' '.repeat(columnOf(report.text, dash));
  const text = lines.map((line, i) => `${report.lineEnd}${indent}${i === 0 ? '- ' : '  '}${line}`).join('');
  const end = endOfEntry(report.text, entry);
  const written = report.text.slice(entry.keySpan.end, node.span.end).indexOf(':') + entry.keySpan.end + 1;
  const start = last ? end : Math.min(written, node.span.start);
  return {
    span: {
      start,
      end: last ? end : Math.max(start, node.span.start + report.text.slice(node.span.start, node.span.end).trimEnd().length),
    },
    text,
  };
}

function siblingsOf(path: Path, template: { readonly fields: readonly Field[] }): readonly string[] {
  const parent = path.length > 1 ? fieldAt(template, path.slice(0, -1)) : undefined;
  const fields = path.length > 1 ? (parent?.kind === 'list' ? parent.item?.fields : parent?.fields) : template.fields;
  return (fields ?? []).map((field) => field.key);
}

/** The entry that a new key is to follow; nothing where it comes first. */
function entryBefore(key: string, mapping: Mapping, order: readonly string[]): AstEntry | undefined {
  for (const candidate of order.slice(0, Math.max(0, order.indexOf(key))).reverse()) {
    const entry = entryOf(mapping, candidate);
    if (entry) return entry;
  }
  return order.includes(key) ? undefined : mapping.entries.at(-1);
}

function skeleton(key: string, field: Field | undefined, value: string): string[] {
  if (field?.kind !== 'group') return [`${key}:${value === '' ? '' : ` ${value}`}`];
  const parts = field.fields.filter((part) => part.required);
  return [`${key}:`, ...parts.flatMap((part) => skeleton(part.key, part, '').map((line) => `  ${line}`))];
}

function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}

/** The entry that a path leads to. */
export function entryAt(root: AstNode | undefined, path: Path): AstEntry | undefined {
  return entryOf(nodeAt(root, path.slice(0, -1)), String(path.at(-1)));
}

/** A text in the quotation marks that need the fewest changes to it. */
export function inQuotes(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
