import { isBlank, type AstEntry, type AstNode, type Scalar } from '../paper/yaml/yamlNode.ts';
import { readLines } from '../paper/paper.ts';
import type { Path } from '../text/path.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { Field } from './field.ts';

/** A field's value as it stands in a text. */
export interface Value {
  readonly path: Path;
  /** Nothing for a key that the template does not know. */
  readonly field: Field | undefined;
  readonly span: Span;
  /** The key in the front matter, or the heading of the body's section; an item of a list has neither. */
  readonly keySpan: Span | undefined;
  /** There, but it says nothing. */
  readonly blank: boolean;
  /** What it says, for a value that is one text. */
  readonly text: SourceText | undefined;
  /** The value as the schema sees it; `undefined` where a known field is blank. */
  readonly data: unknown;
  /** The values in a list, a group or a map. */
  readonly parts: readonly Value[];
  /** The node in the front matter; a value written as a section of the body has none. */
  readonly node: AstNode | undefined;
  /** Text that YAML took for something else, for want of quotes. */
  readonly needsQuotes: boolean;
}

const NONE: readonly Value[] = [];

type Where = Pick<Value, 'path' | 'field' | 'keySpan'>;

/** Makes a value; all have one shape, which is what makes reading many of them fast. */
export function makeValue(where: Where, span: Span, rest: Partial<Omit<Value, keyof Where | 'span'>>): Value {
  const { blank = false, text, data, parts = NONE, node, needsQuotes = false } = rest;
  return { path: where.path, field: where.field, span, keySpan: where.keySpan, blank, text, data, parts, node, needsQuotes };
}

/** Reads a node as a field asks for it: text stays what was typed, choices in any letter case are what they mean. */
export function readValue(source: string, node: AstNode, where: Where): Value {
  const { field } = where;
  const { span } = node;
  if (isBlank(node)) {
    // A blank value of an unknown key is kept, so that the key is seen.
    return makeValue(where, span, { node, blank: true, data: field ? undefined : null });
  }
  if (node.kind === 'scalar') {
    return makeValue(where, span, {
      node,
      needsQuotes: node.needsQuotes,
      data: scalarData(node, field),
      text: node.text,
    });
  }
  if (isOneText(field) && isOnOneLine(source, span)) {
    const text = readLines(source, trimmed(source, span));
    return makeValue(where, text.span, { node, text, data: text.text, needsQuotes: true });
  }
  if (node.kind === 'sequence') {
    const item = field?.kind === 'list' ? field.item : undefined;
    const parts = node.items.map((child, i) =>
      readValue(source, child, { path: [...where.path, i], field: item, keySpan: undefined }),
    );
    return makeValue(where, span, { node, parts, data: parts.map((part) => part.data ?? null) });
  }
  const group = field?.kind === 'list' && field.acceptsSingleItem ? field.item : field;
  const parts = node.entries.map((entry) => readEntry(source, entry, where.path, partField(group, entry.key)));
  return makeValue(where, span, { node, parts, data: objectOf(parts) });
}

export function readEntry(source: string, entry: AstEntry, parent: Path, field: Field | undefined): Value {
  return readValue(source, entry.value, { path: [...parent, entry.key], field, keySpan: entry.keySpan });
}

/** The data of values by their keys, in an object that has no inherited ones (`__proto__` is a key like any other). */
export function objectOf(values: readonly Value[]): unknown {
  const out = Object.create(null) as Record<string, unknown>;
  for (const { path, data } of values) if (data !== undefined) out[String(path.at(-1))] = data;
  return out;
}

function partField(group: Field | undefined, key: string): Field | undefined {
  if (group?.kind === 'map') return group.item;
  return group?.kind === 'group' ? group.fields.find((field) => field.key === key) : undefined;
}

function scalarData(node: Scalar, field: Field | undefined): unknown {
  const text = node.text.text;
  switch (field?.kind) {
    case undefined:
    case 'flag':
    case 'number':
      return node.value;
    case 'list':
      if (field.choices.length > 0) return choiceOf(field, text);
      return field.acceptsSingleItem && field.item ? scalarData(node, field.item) : text;
    case 'choice':
      return choiceOf(field, text);
    default:
      return text;
  }
}

function choiceOf(field: Field, text: string): string {
  const meant = field.caseInsensitive ? field.choices.find((choice) => choice === text.trim().toLowerCase()) : undefined;
  return meant ?? text;
}

function isOneText(field: Field | undefined): boolean {
  return field !== undefined && ['text', 'markdown', 'date', 'email', 'choice'].includes(field.kind);
}

function isOnOneLine(source: string, span: Span): boolean {
  return !/[\r\n]/.test(source.slice(span.start, span.end).trimEnd());
}

function trimmed(source: string, span: Span): Span {
  return { start: span.start, end: span.start + source.slice(span.start, span.end).trimEnd().length };
}
