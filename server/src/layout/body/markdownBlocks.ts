import type { CaptionKind } from '../../paper/structure/captions.ts';
import { blockContentOf, placeMarkdown, type MarkdownText } from '../../paper/markdown/blockContent.ts';
import { markdownIt, type PlacedToken } from '../../paper/markdown/markdownParser.ts';
import { cellsOf } from '../../paper/markdown/tableRow.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import { joinCaptions } from './joinCaptions.ts';
import { dropStart, readInlines, trimInlines, withoutComments, type InlineContext } from './inlines.ts';
import type { Block, Cell, Heading, Image, Inline, List, Note, Paragraph, Table } from '../model.ts';
import { textOf } from '../model.ts';

/** What is known to begin on lines of the text, which are counted from 0. */
export interface LineMarks {
  /** Sections, sub-headings and paragraphs with a number. */
  readonly numbers: ReadonlySet<number>;
  readonly captions: ReadonlyMap<number, CaptionKind>;
}

export const NO_MARKS: LineMarks = { numbers: new Set(), captions: new Map() };

/** What the blocks of one text are made with. */
export interface BlockContext extends InlineContext {
  readonly marks: LineMarks;
  /** The id of a heading that stands at an offset of the source. */
  id(offset: number): string | undefined;
  /** Takes a footnote, by its place among those of the same text. */
  addNote(id: number, note: Note): void;
}

const NUMBER = /^\s*(\d+(?:\.\d+)*)[.):]?(?:\s+|$)/;
const TOTAL = /^(?:grand |overall )?totals?\b/i;

/** Reads a Markdown text as blocks. Comments vanish, other HTML is kept as text. Never throws. */
export function readBlocks(source: SourceText, context: BlockContext): Block[] {
  return new BlockReader(source, context).readAll();
}

class BlockReader {
  private readonly place: MarkdownText;
  private readonly tokens: readonly PlacedToken[];
  private readonly captions = new Map<Block, CaptionKind>();
  private at = 0;

  constructor(
    private readonly source: SourceText,
    private readonly context: BlockContext,
  ) {
    this.place = placeMarkdown(source);
    this.tokens = markdownIt.parse(this.place.text, {});
  }

  readAll(): Block[] {
    return this.readUntil(undefined);
  }

  private readUntil(close: string | undefined): Block[] {
    const blocks: Block[] = [];
    for (let token = this.next(); token && token.type !== close; token = this.next()) this.readBlock(token, blocks);
    return joinCaptions(blocks, this.captions);
  }

  private next(): PlacedToken | undefined {
    return this.tokens[this.at++];
  }

  private readBlock(token: PlacedToken, out: Block[]): void {
    switch (token.type) {
      case 'heading_open':
        return void out.push(this.readHeading(token));
      case 'paragraph_open': {
        const inline = this.next();
        if (inline) this.readParagraphs(inline, token, out);
        return this.skipTo('paragraph_close');
      }
      case 'bullet_list_open':
      case 'ordered_list_open':
        return void out.push(this.readList(token));
      case 'blockquote_open':
        return void out.push({ kind: 'quote', span: this.spanOf(token), blocks: this.readUntil('blockquote_close') });
      case 'table_open':
        return void out.push(this.readTable(token));
      case 'fence':
      case 'code_block':
        return void out.push({ kind: 'code', span: this.spanOf(token), text: token.content.replace(/\n$/, '') });
      case 'hr':
        return void out.push({ kind: 'rule', span: this.spanOf(token) });
      case 'html_block': {
        const text = withoutComments(token.content).trim();
        const content: Inline[] = [{ kind: 'text', text }];
        if (text !== '') out.push({ kind: 'paragraph', role: 'verbatim', span: this.spanOf(token), content });
        return;
      }
      case 'footnote_open': {
        const { id } = token.meta as { id: number };
        const blocks = this.readUntil('footnote_close');
        const { start } = this.source.span;
        this.context.addNote(id, { span: blocks[0]?.span ?? { start, end: start }, blocks });
        return;
      }
    }
  }

  private skipTo(close: string): void {
    for (let token = this.next(); token && token.type !== close;) token = this.next();
  }

  private spanOf(token: PlacedToken): Span {
    const [from, to] = token.map ?? [0, 0];
    return this.spanOfLines(from, to);
  }

  private spanOfLines(from: number, to: number): Span {
    const { lines } = this.place;
    return this.source.spanOf(lines.start(from), lines.span(Math.max(from, to - 1)).end);
  }

  private readHeading(token: PlacedToken): Heading {
    const inline = this.next();
    this.skipTo('heading_close');
    const span = this.spanOf(token);
    const [from, to] = token.map ?? [0, 1];
    const source = inline && blockContentOf(inline.content, this.place, from, to);
    const content = trimInlines(readInlines(inline?.children ?? [], this.context, source));
    const id = this.context.id(span.start);
    const level = Number(token.tag.slice(1)) as Heading['level'];
    const heading: Heading = { kind: 'heading', level, span, content, ...(id === undefined ? {} : { id }) };
    return this.context.marks.numbers.has(token.map?.[0] ?? -1) ? withNumber(heading) : heading;
  }

  /** A paragraph of the source; several where a number or a caption begins on one of its lines. */
  private readParagraphs(inline: PlacedToken, open: PlacedToken, out: Block[]): void {
    const [from, to] = open.map ?? inline.map ?? [0, 1];
    const children: readonly PlacedToken[] = inline.children ?? [];
    const source = blockContentOf(inline.content, this.place, from, to);
    let start = 0;
    let line = from;
    let depth = 0;
    const flush = (end: number, nextLine: number): void => {
      if (end > start) this.addParagraph(children.slice(start, end), source, line, nextLine, out);
      line = nextLine;
    };
    children.forEach((token, i) => {
      depth += token.nesting;
      if (depth > 0 || (token.type !== 'softbreak' && token.type !== 'hardbreak')) return;
      const next = from + countLines(inline.content, children[i + 1]?.at ?? token.at ?? 0);
      const { numbers, captions } = this.context.marks;
      if (next <= line || !(numbers.has(next) || captions.has(next))) return;
      flush(i, next);
      start = i + 1;
    });
    flush(children.length, Math.max(to, line + 1));
  }

  private addParagraph(tokens: readonly PlacedToken[], source: SourceText, line: number, next: number, out: Block[]): void {
    const content = trimInlines(readInlines(tokens, this.context, source));
    if (content.length === 0) return;
    const span = this.spanOfLines(line, next);
    const images = imagesOf(content);
    if (images) return void out.push({ kind: 'figure', span, images, caption: [] });
    const paragraph: Paragraph = { kind: 'paragraph', span, content };
    const { numbers, captions } = this.context.marks;
    if (numbers.has(line)) return void out.push(withNumber(paragraph));
    const caption = captions.get(line);
    if (caption) this.captions.set(paragraph, caption);
    out.push(paragraph);
  }

  private readList(open: PlacedToken): List {
    const ordered = open.type === 'ordered_list_open';
    const close = open.type.replace('_open', '_close');
    const items: Block[][] = [];
    for (let token = this.next(); token && token.type !== close; token = this.next()) {
      if (token.type === 'list_item_open') items.push(this.readUntil('list_item_close'));
    }
    const start = ordered ? Number(open.attrGet('start') ?? 1) : 1;
    return { kind: 'list', span: this.spanOf(open), marks: ordered ? 'numbers' : 'bullets', start, items };
  }

  private readTable(open: PlacedToken): Table {
    const rows: Cell[][] = [];
    let sources: SourceText[] = [];
    for (let token = this.next(); token && token.type !== 'table_close'; token = this.next()) {
      if (token.type === 'tr_open') {
        rows.push([]);
        sources = token.map ? cellsOf(this.place.text, this.place.lines.span(token.map[0])) : [];
      }
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      const align = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1] as Cell['align'];
      const inline = this.next();
      const source = sources[rows.at(-1)?.length ?? 0];
      const own = source?.text === inline?.content ? source?.within(this.source) : undefined;
      rows.at(-1)?.push({ content: trimInlines(readInlines(inline?.children ?? [], this.context, own)), align });
    }
    const [head = [], ...others] = rows;
    const names = others.map(([first]) => (first ? textOf(first.content).trim() : ''));
    const rowHeads = head.length > 1 && others.length > 0 && names.every((name) => name !== '');
    const total = rowHeads && names.length > 1 && TOTAL.test(names.at(-1) ?? '');
    return { kind: 'table', span: this.spanOf(open), caption: [], head, rows: others, rowHeads, total };
  }
}

/** The block with the number that its text begins with in a place of its own. */
function withNumber<T extends Heading | Paragraph>(block: T): T {
  const found = NUMBER.exec(textOf(block.content));
  if (!found?.[1]) return block;
  return {
    ...block,
    number: block.kind === 'heading' ? found[0].trim() : found[1],
    content: dropStart(block.content, found[0].length),
  };
}

function imagesOf(content: readonly Inline[]): Image[] | undefined {
  const images: Image[] = [];
  for (const part of content) {
    if (part.kind === 'image') images.push(part.image);
    else if (part.kind !== 'break' && !(part.kind === 'text' && part.text.trim() === '')) return undefined;
  }
  return images;
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
