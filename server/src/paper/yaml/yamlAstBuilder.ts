import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node as YamlNode } from 'yaml';
import type { Span } from '../../text/span.ts';
import { SourceText, type Piece } from '../../text/sourceText.ts';
import type { AstEntry, Mapping, AstNode, Scalar, ScalarStyle, Sequence } from './yamlNode.ts';
import { ScalarNode } from './scalarNode.ts';
import { readScalar } from './scalarSourceMap.ts';

/** Aliases may repeat what they name; past this many values, of all of them together, they are an attack, not a convenience. */
const MAX_VALUES = 5000;

/** Deeper nesting than this is not read: no form has it, and what walks the tree must not run out of stack. */
const MAX_DEPTH = 100;

const STYLES: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** What stands in the tree differently from what was typed. */
export interface YamlAstFaults {
  readonly duplicateKeys: Span[];
  readonly badKeys: Span[];
  readonly badAliases: Span[];
  readonly tooDeep: Span[];
  /** Offsets of values that were read, but not as what they look like: `*emphasis*`, `!important`, `&c`. */
  readonly suspects: number[];
}

/** Makes {@link AstNode}s of a parsed YAML document. */
export class YamlAstBuilder {
  readonly faults: YamlAstFaults = { duplicateKeys: [], badKeys: [], badAliases: [], tooDeep: [], suspects: [] };
  private readonly made = new Map<YamlNode, AstNode>();
  private readonly making = new Set<YamlNode>();
  private readonly masked: ReadonlySet<number>;
  private readonly anchors = new Map<string, YamlNode>();
  private aliases: ReadonlySet<string> | undefined;
  /** How many values a node holds, itself included and aliases followed. */
  private readonly sizes = new Map<AstNode, number>();
  /** How many values stand behind the aliases so far. */
  private followed = 0;

  /**
   * @param text the text that holds the YAML
   * @param span where in it the YAML stands
   * @param masks values that YAML could not read and that were hidden from it
   */
  constructor(
    private readonly text: string,
    private readonly span: Span,
    private readonly doc: Document.Parsed,
    masks: readonly Span[],
  ) {
    this.masked = new Set(masks.map(({ start }) => start));
  }

  build(): AstNode | undefined {
    const contents = this.doc.contents as YamlNode | null;
    return contents ? this.makeNode(contents) : undefined;
  }

  private makeNode(node: YamlNode): AstNode {
    const known = this.made.get(node);
    if (known) return known;
    this.noteAnchor(node);
    if (this.making.size > MAX_DEPTH) return this.tooDeep(node);
    this.making.add(node);
    const made = isMap(node) ? this.makeMapping(node) : isSeq(node) ? this.makeSequence(node) : this.makeScalar(node);
    this.making.delete(node);
    this.made.set(node, made);
    this.sizes.set(made, sizeOf(made, this.sizes));
    if (isTagged(node) || (isScalar(node) && node.anchor !== undefined && !this.isAliased(node.anchor))) {
      this.faults.suspects.push(made.span.start);
    }
    return made;
  }

  private tooDeep(node: YamlNode): AstNode {
    const { start } = this.spanOf(node, node);
    this.faults.tooDeep.push({ start, end: start + 1 });
    return this.blank({ start, end: start });
  }

  /** An alias is what was last named so before it. */
  private noteAnchor(node: YamlNode): void {
    if ('anchor' in node && node.anchor) this.anchors.set(node.anchor, node);
  }

  private isAliased(anchor: string): boolean {
    this.aliases ??= new Set(this.text.slice(this.span.start, this.span.end).match(/(?<=\*)[^\s*,[\]{}]+/g));
    return this.aliases.has(anchor);
  }

  private makeMapping(node: YamlNode & { items: { key: unknown; value: unknown }[]; flow?: boolean }): AstNode {
    const entries: AstEntry[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      if (isScalar(pair.key)) this.noteAnchor(pair.key);
      const keySpan = this.spanOf(pair.key as YamlNode | null, node);
      const key = isScalar(pair.key) ? this.text.slice(keySpan.start, keySpan.end).replace(/^(["'])(.*)\1$/s, '$2') : undefined;
      if (key === undefined || key === '') {
        this.faults.badKeys.push(keySpan);
        continue;
      }
      if (seen.has(key)) this.faults.duplicateKeys.push(keySpan);
      seen.add(key);
      entries.push({ key, keySpan, value: this.makeValue(pair.value as YamlNode | null, keySpan.end) });
    }
    const last = entries.at(-1);
    const span = this.spanOf(node, node);
    const end = node.flow ? span.end : Math.max(last?.keySpan.end ?? span.end, last?.value.span.end ?? 0);
    return { kind: 'mapping', span: { start: span.start, end }, entries, flow: node.flow === true } satisfies Mapping;
  }

  private makeSequence(node: YamlNode & { items: unknown[]; flow?: boolean }): AstNode {
    const span = this.spanOf(node, node);
    const items = node.items.map((item) => this.makeValue(item as YamlNode | null, span.start));
    const last = node.items.at(-1) as YamlNode | null | undefined;
    // What an alias names stands elsewhere.
    const end = node.flow || isAlias(last) ? span.end : (items.at(-1)?.span.end ?? span.end);
    return { kind: 'sequence', span: { start: span.start, end }, items, flow: node.flow === true } satisfies Sequence;
  }

  /** The node for a value, a missing one (`key:`) being blank, an alias being what it names. */
  private makeValue(node: YamlNode | null, after: number): AstNode {
    if (!node) {
      const at = Math.min(after + 1, this.span.end);
      return this.blank({ start: at, end: at });
    }
    if (!isAlias(node)) return this.makeNode(node);
    const target = this.anchors.get(node.source);
    const span = this.spanOf(node, node);
    if (!target) {
      this.faults.suspects.push(span.start);
      return this.blank(span);
    }
    const known = this.making.has(target) ? undefined : this.makeNode(target);
    const total = known ? (this.sizes.get(known) ?? 1) : Infinity;
    if (known && this.followed + total <= MAX_VALUES) {
      this.followed += total;
      return known;
    }
    this.faults.badAliases.push(span);
    return this.blank(span);
  }

  private blank(span: Span): Scalar {
    return new ScalarNode(span, 'plain', this.located('', span, 'plain'), this.commentBehind(span.end), false);
  }

  private makeScalar(node: YamlNode): AstNode {
    const style = (isScalar(node) ? STYLES[node.type ?? ''] : undefined) ?? 'plain';
    const span = this.withoutReturn(this.spanOf(node, node), style);
    const masked = this.masked.has(span.start);
    if (masked) return new ScalarNode(span, style, readScalar(this.text, span, style), undefined, true);
    const text = this.located(isScalar(node) ? (node.source ?? '') : '', span, style);
    return new ScalarNode(span, style, text, style === 'plain' ? this.commentBehind(span.end) : undefined, false);
  }

  /** A scalar's text as the library has it, with the map back to its source. */
  private located(expected: string, span: Span, style: ScalarStyle): SourceText {
    const locate = (): readonly Piece[] => {
      const read = readScalar(this.text, span, style);
      return read.text === expected ? read.pieces : [{ at: 0, length: expected.length, source: span }];
    };
    return SourceText.of(expected, locate, span.start);
  }

  /** The YAML reader takes the CR of a line end into plain text. */
  private withoutReturn(span: Span, style: ScalarStyle): Span {
    return style === 'plain' && this.text[span.end - 1] === '\r' ? { start: span.start, end: span.end - 1 } : span;
  }

  private commentBehind(offset: number): Span | undefined {
    const rest = /[ \t]+#[^\r\n]*/y;
    rest.lastIndex = offset;
    const found = rest.exec(this.text)?.[0];
    return found ? { start: offset + found.indexOf('#'), end: offset + found.length } : undefined;
  }

  private spanOf(node: YamlNode | null, fallback: YamlNode): Span {
    const range = (isNode(node) ? node.range : undefined) ?? fallback.range;
    return range
      ? { start: this.span.start + range[0], end: this.span.start + range[1] }
      : { start: this.span.start, end: this.span.start };
  }
}

function sizeOf(node: AstNode, sizes: ReadonlyMap<AstNode, number>): number {
  if (node.kind === 'scalar') return 1;
  const below = node.kind === 'mapping' ? node.entries.map((entry) => entry.value) : node.items;
  return below.reduce((sum, child) => sum + (sizes.get(child) ?? 1), 1);
}

function isTagged(node: YamlNode): boolean {
  return 'tag' in node && typeof node.tag === 'string' && /^!(?!!)/.test(node.tag);
}
