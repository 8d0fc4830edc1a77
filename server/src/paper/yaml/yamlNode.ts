import type { Path } from '../../text/path.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A value of YAML front matter that is text, a number, true or false, or blank. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly style: ScalarStyle;
  /** What YAML 1.2 (core) makes of it. */
  readonly value: string | number | boolean | null;
  /** What was typed: `01305224186` and `no` stay as they are. Read on first use. */
  readonly text: SourceText;
  /** A comment behind it on the same line, from the `#`. */
  readonly comment: Span | undefined;
  /** YAML could not read the value as it stands, and it was taken as the text that it looks like. */
  readonly needsQuotes: boolean;
}

export interface AstEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: AstNode;
}

export interface Mapping {
  readonly kind: 'mapping';
  readonly span: Span;
  readonly entries: readonly AstEntry[];
  /** Written in brackets on a line, `{a: 1}`. */
  readonly flow: boolean;
}

export interface Sequence {
  readonly kind: 'sequence';
  readonly span: Span;
  readonly items: readonly AstNode[];
  readonly flow: boolean;
}

/** A value of the front matter with its place. Aliases are already followed; the whole has no cycles. */
export type AstNode = Scalar | Mapping | Sequence;

/** The entry of a mapping, the last one where a key is given twice (as YAML readers take it). */
export function entryOf(node: AstNode | undefined, key: string): AstEntry | undefined {
  return node?.kind === 'mapping' ? node.entries.findLast((entry) => entry.key === key) : undefined;
}

/** The node at a path below `root`, or nothing. */
export function nodeAt(root: AstNode | undefined, path: Path): AstNode | undefined {
  let node = root;
  for (const step of path) {
    if (typeof step === 'string') node = entryOf(node, step)?.value;
    else node = node?.kind === 'sequence' ? node.items[step] : undefined;
    if (!node) return undefined;
  }
  return node;
}

/** True for a value that is there but says nothing: no text, white space, `~` or `null`. */
export function isBlank(node: AstNode): boolean {
  if (node.kind !== 'scalar') return (node.kind === 'mapping' ? node.entries : node.items).length === 0;
  return node.text.text.trim() === '' || node.value === null;
}
