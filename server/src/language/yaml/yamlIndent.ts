import { Parser, type CST } from 'yaml';
import type { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** A value that is text, as the parser found it: what a formatter may write in another style. */
export interface PlacedScalar {
  /** Its first character. */
  readonly start: number;
  /** Behind the colon or dash before it. */
  readonly from: number;
  /** The column at which the lines of a block of text under its key stand. */
  readonly column: number;
}

/** How YAML in block style should stand, line by line. */
export interface YamlIndent {
  /** The column at which each line (from 0) should begin, for those that should begin anywhere in particular. */
  readonly columns: ReadonlyMap<number, number>;
  /** Gaps within lines that should be one blank, or nothing. */
  readonly gaps: readonly { readonly span: Span; readonly text: string }[];
  /** The texts on one line or several, in no block of their own. */
  readonly scalars: readonly PlacedScalar[];
  /** The lines that are text: their blanks are left alone. */
  readonly texts: ReadonlySet<number>;
}

/** As much deeper is what stands in something. */
const STEP = 2;
/** What nobody writes in a form, and a formatter leaves alone. */
const RARE = new Set(['anchor', 'tag', 'alias', 'explicit-key-ind', 'byte-order-mark', 'directive-line']);

/**
 * Finds out how the YAML in a stretch of a text should stand.
 * @returns nothing for YAML in brackets as a whole, and where it has anchors, tags or keys that are no words
 */
export function computeYamlIndent(text: string, span: Span, lines: LineIndex): YamlIndent | undefined {
  const [first, ...others] = [...new Parser().parse(text.slice(span.start, span.end))].filter(({ type }) => type !== 'comment' && type !== 'newline' && type !== 'space'); // prettier-ignore
  if (first?.type !== 'document' || first.value?.type !== 'block-map' || others.length > 0) return undefined;
  const walk = new Walk(text, span.start, lines);
  walk.marks(first.start, 0);
  walk.map(first.value, 0);
  walk.marks(first.end ?? [], 0);
  return walk.isRare ? undefined : walk;
}

class Walk implements YamlIndent {
  readonly columns = new Map<number, number>();
  readonly gaps: { span: Span; text: string }[] = [];
  readonly scalars: PlacedScalar[] = [];
  readonly texts = new Set<number>();
  isRare = false;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly lines: LineIndex,
  ) {}

  /** @param column where its keys should stand */
  map(map: CST.BlockMap, column: number): void {
    for (const { start, key, sep = [], value } of map.items) {
      this.marks(start, column);
      if (key) {
        if (key.type !== 'scalar' && key.type !== 'single-quoted-scalar' && key.type !== 'double-quoted-scalar')
          this.isRare = true;
        this.begin(key.offset, column);
      }
      this.marks(sep, column + STEP);
      const colon = sep.find(({ type }) => type === 'map-value-ind');
      if (!colon) continue;
      const behind = this.start + colon.offset + 1;
      if (key && 'source' in key) this.gap(this.start + key.offset + key.source.length, behind - 1, '');
      if (value) this.value(value, behind, column, map.indent, column + STEP);
    }
  }

  private sequence(sequence: CST.BlockSequence, column: number): void {
    for (const { start, value } of sequence.items) {
      this.marks(start, column);
      const dash = start.find(({ type }) => type === 'seq-item-ind');
      if (!dash) continue;
      this.begin(dash.offset, column);
      if (value) this.value(value, this.start + dash.offset + 1, column, sequence.indent, column + STEP);
    }
  }

  /**
   * @param behind the colon or dash before it
   * @param column where what holds it should stand, and `was` where it stands
   * @param below where its own lines should stand
   */
  private value(value: CST.Token, behind: number, column: number, was: number, below: number): void {
    const from = this.start + value.offset;
    switch (value.type) {
      case 'block-map':
        this.gap(behind, this.start + (value.items[0]?.key?.offset ?? value.offset), ' ');
        return this.map(value, below);
      case 'block-seq':
        this.gap(behind, this.start + (value.items[0]?.start.find(({ type }) => type === 'seq-item-ind')?.offset ?? value.offset), ' '); // prettier-ignore
        return this.sequence(value, below);
      case 'block-scalar':
        return this.block(value, behind, below, column - was);
      case 'flow-collection':
        this.gap(behind, from, ' ');
        return this.flow(value, column, was);
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar': {
        this.gap(behind, from, ' ');
        this.scalars.push({ start: from, from: behind, column: below });
        const [first, last] = [this.lines.lineAt(from), this.lines.lineAt(from + value.source.length)];
        // Blank lines within a text are line ends of it, and a backslash may keep the blanks before a line end.
        for (let line = first; line < last; line++) this.texts.add(line);
        this.begin(value.offset, below);
        for (let line = first + 1; line <= last; line++) if (this.lines.read(line).trim() !== '') this.column(line, below);
        return this.marks(value.end ?? [], below);
      }
      case 'alias':
        this.isRare = true;
    }
  }

  /** A block of text keeps its own indentation, all of it moved. */
  private block({ props, source, offset }: CST.BlockScalar, behind: number, below: number, moved: number): void {
    const head = props.find(({ type }) => type === 'block-scalar-header');
    this.marks(props as CST.SourceToken[], below);
    if (head) this.gap(behind, this.start + head.offset, ' ');
    const content = this.start + (props.reduce((end, { offset: at, ...prop }) => Math.max(end, at + ('source' in prop ? prop.source.length : 0)), offset)); // prettier-ignore
    const end = content + source.length;
    const numbers: number[] = [];
    for (let line = this.lines.lineAt(content); this.lines.start(line) < end && line < this.lines.count; line++)
      numbers.push(line);
    const indents = numbers.filter((line) => this.lines.read(line).trim() !== '').map((line) => this.indentOf(line));
    // Where the header says how far it is indented, that counts from what holds it.
    const shift = /\d/.test(head && 'source' in head ? head.source : '') ? moved : below - (indents[0] ?? below);
    const isKept = head !== undefined && 'source' in head && head.source.includes('+');
    const last = numbers.findLast((line) => isKept || this.lines.read(line).trim() !== '') ?? -1;
    for (const line of numbers) {
      if (line > last) continue;
      this.texts.add(line);
      const indent = this.indentOf(line);
      if (this.lines.read(line).trim() !== '' || indent >= (indents[0] ?? 0)) this.column(line, Math.max(0, indent + shift));
    }
  }

  /** Brackets over several lines are moved as a whole. */
  private flow(flow: CST.FlowCollection, column: number, was: number): void {
    if (flow.start.type === 'flow-map-start' || flow.start.type === 'flow-seq-start') this.begin(flow.offset, column + STEP);
    const last = this.lines.lineAt(this.start + (flow.end.at(-1)?.offset ?? flow.offset));
    for (let line = this.lines.lineAt(this.start + flow.offset) + 1; line <= last; line++) {
      const isEnd = /^\s*[\]}]/.test(this.lines.read(line));
      this.column(line, Math.max(isEnd ? column : column + 1, this.indentOf(line) + column - was));
      this.texts.add(line);
    }
    if (this.hasRare(flow)) this.isRare = true;
    // What follows the closing bracket: a comment, or a comment on a line of its own.
    this.marks(flow.end, column + STEP);
  }

  private hasRare(flow: CST.FlowCollection): boolean {
    return flow.items.some(({ start, key, sep = [], value }) => {
      const own = [...start, ...sep].some(({ type }) => RARE.has(type));
      return own || [key, value].some((part) => part && (part.type === 'alias' || (part.type === 'flow-collection' && this.hasRare(part)))); // prettier-ignore
    });
  }

  /** Comments on lines of their own stand where what they are about stands. */
  marks(tokens: readonly CST.SourceToken[], column: number): void {
    for (const { type, offset } of tokens) {
      if (RARE.has(type)) this.isRare = true;
      if (type === 'comment') this.begin(offset, column);
    }
  }

  /** What begins its line should begin it at a column. */
  private begin(offset: number, column: number): void {
    const at = this.start + offset;
    const line = this.lines.lineAt(at);
    if (this.text.slice(this.lines.start(line), at).trim() === '') this.column(line, column);
  }

  private column(line: number, column: number): void {
    this.columns.set(line, column);
  }

  private gap(start: number, end: number, text: string): void {
    const between = this.text.slice(start, end);
    if (end >= start && /^[ \t]*$/.test(between) && between !== text) this.gaps.push({ span: { start, end }, text });
  }

  private indentOf(line: number): number {
    const text = this.lines.read(line);
    return text.length - text.trimStart().length;
  }
}
