import type { Span } from '../../text/span.ts';
import { SourceText } from '../../text/sourceText.ts';
import { blockContentOf, placeMarkdown, type MarkdownText } from './blockContent.ts';
import { readHtml, readInline, type Comment, type MarkdownImage, type Link } from './inline.ts';
import { markdownIt, type PlacedToken } from './markdownParser.ts';
import { cellsOf } from './tableRow.ts';

/** A run of prose as a reader sees it: a paragraph, a heading or a table cell. */
export interface Passage {
  readonly kind: 'paragraph' | 'heading' | 'cell';
  readonly text: SourceText;
  /** The whole block with its marks (`## `), from the start of its first line; a cell's own span. */
  readonly block: Span;
  /** Inside a block quotation. */
  readonly quoted: boolean;
  /** How many lists it stands in. */
  readonly listDepth: number;
  /** Heading level from 1, for a heading. */
  readonly level?: number;
}

export interface MarkdownTable {
  readonly span: Span;
  /** The header row's cells, then the other rows'. */
  readonly rows: readonly (readonly SourceText[])[];
}

/** Where the lines of one list stand; `start` is the number of its first item, for an ordered one. */
export interface MarkdownList {
  readonly span: Span;
  readonly ordered: boolean;
  /** For every item: the span of its marker (`- `, `3. `) up to its text. */
  readonly markers: readonly Span[];
  readonly start: number;
  readonly depth: number;
}

/** What is in a Markdown text. All spans are the source's. */
export interface Markdown {
  readonly source: SourceText;
  readonly passages: readonly Passage[];
  readonly tables: readonly MarkdownTable[];
  readonly lists: readonly MarkdownList[];
  readonly links: readonly Link[];
  readonly images: readonly MarkdownImage[];
  readonly comments: readonly Comment[];
}

/** Reads Markdown. Never throws, whatever the text. */
export function readMarkdown(source: SourceText): Markdown {
  return new MarkdownReader(source).read();
}

class MarkdownReader {
  private readonly place: MarkdownText;
  private readonly passages: Passage[] = [];
  private readonly tables: MarkdownTable[] = [];
  private readonly lists: MarkdownList[] = [];
  private readonly links: Link[] = [];
  private readonly images: MarkdownImage[] = [];
  private readonly comments: Comment[] = [];

  private quoteDepth = 0;
  private readonly openLists: (MarkdownList & { readonly markers: Span[] })[] = [];
  private row: { cells: SourceText[]; texts: SourceText[] } | undefined;
  private table: { span: Span; rows: SourceText[][] } | undefined;

  constructor(private readonly source: SourceText) {
    this.place = placeMarkdown(source);
  }

  read(): Markdown {
    // The tokens are let go of at once: they are the largest part of what a parse leaves behind.
    const tokens: readonly PlacedToken[] = markdownIt.parse(this.place.text, {});
    tokens.forEach((token, i) => this.visit(token, tokens[i - 1]));
    const { source, passages, tables, lists, links, images, comments } = this;
    return { source, passages, tables, lists, links, images, comments };
  }

  private visit(token: PlacedToken, before: PlacedToken | undefined): void {
    switch (token.type) {
      case 'blockquote_open':
        this.quoteDepth++;
        return;
      case 'blockquote_close':
        this.quoteDepth--;
        return;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.openLists.push({
          span: this.blockSpan(token),
          ordered: token.type === 'ordered_list_open',
          start: Number(token.attrGet('start') ?? 1),
          markers: [],
          depth: this.openLists.length,
        });
        return;
      case 'list_item_open':
        this.openLists.at(-1)?.markers.push(this.markerSpan(token));
        return;
      case 'bullet_list_close':
      case 'ordered_list_close': {
        const list = this.openLists.pop();
        if (list) this.lists.push(list);
        return;
      }
      case 'table_open':
        this.table = { span: this.blockSpan(token), rows: [] };
        return;
      case 'table_close':
        if (this.table) this.tables.push(this.table);
        this.table = undefined;
        return;
      case 'tr_open':
        this.row = { cells: this.readRow(token), texts: [] };
        return;
      case 'tr_close':
        this.table?.rows.push(this.row?.texts ?? []);
        this.row = undefined;
        return;
      case 'html_block':
        return this.addHtmlBlock(token);
      case 'inline':
        return this.addInline(token, before);
    }
  }

  private blockSpan(token: PlacedToken): Span {
    const [from, to] = token.map ?? [0, 0];
    return this.source.spanOf(this.place.lines.start(from), this.place.lines.span(Math.max(from, to - 1)).end);
  }

  private markerSpan(token: PlacedToken): Span {
    const line = token.map?.[0] ?? 0;
    const { start } = this.place.lines.span(line);
    const text = this.place.lines.read(line);
    const marker = token.info === '' ? token.markup : token.info + token.markup;
    const at = Math.max(0, text.indexOf(marker));
    const gap = /^[ \t]*/.exec(text.slice(at + marker.length))?.[0].length ?? 0;
    return this.source.spanOf(start + at, start + at + marker.length + gap);
  }

  private addHtmlBlock(token: PlacedToken): void {
    const [from, to] = token.map ?? [0, 0];
    const { text, comments } = readHtml(blockContentOf(token.content.trim(), this.place, from, to));
    this.comments.push(...comments);
    if (text.text.trim() !== '') this.addPassage('paragraph', text, this.blockSpan(token), undefined);
  }

  private addInline(token: PlacedToken, parent: PlacedToken | undefined): void {
    const content = this.row
      ? this.nextCell(token.content)
      : blockContentOf(token.content, this.place, token.map?.[0] ?? 0, token.map?.[1] ?? 0);
    const inline = readInline(content, token.children ?? []);
    this.links.push(...inline.links);
    this.images.push(...inline.images);
    this.comments.push(...inline.comments);
    this.row?.texts.push(inline.text);
    const heading = parent?.type === 'heading_open' ? Number(parent.tag.slice(1)) : undefined;
    const block = this.row ? inline.text.span : this.blockSpan(parent?.map ? parent : token);
    this.addPassage(this.row ? 'cell' : heading ? 'heading' : 'paragraph', inline.text, block, heading);
  }

  private addPassage(kind: Passage['kind'], text: SourceText, block: Span, level: number | undefined): void {
    const [quoted, listDepth] = [this.quoteDepth > 0, this.openLists.length];
    this.passages.push(level ? { kind, text, block, quoted, listDepth, level } : { kind, text, block, quoted, listDepth });
  }

  private readRow(token: PlacedToken): SourceText[] {
    const line = token.map?.[0];
    if (line === undefined) return [];
    return cellsOf(this.place.text, this.place.lines.span(line)).map((cell) => cell.within(this.source));
  }

  private nextCell(content: string): SourceText {
    const cell = this.row?.cells[this.row.texts.length];
    if (cell && (cell.text === content || content === '')) return cell;
    const row = this.table?.span ?? this.source.span;
    return SourceText.of(content, content ? [{ at: 0, length: content.length, source: row }] : [], row.start);
  }
}
