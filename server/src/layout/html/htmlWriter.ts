import type { Block, Cell, Cover, Figure, Image, Inline, Layout, List, Note, Paragraph, Picture, Table } from '../model.ts';
import { inPlaceOf, textOf } from '../model.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import { writeFlags, writeWords } from './htmlHighlights.ts';
import { placeFindings, type Highlight, type FindingHighlights } from '../findingHighlights.ts';
import { base64 } from '../../text/base64.ts';
import type { Span } from '../../text/span.ts';
import type { Finding } from '../../text/finding.ts';

export interface HtmlOptions {
  /** The line, from 1, of an offset of the source: each block then carries its first and last as `data-line` and `data-end`. */
  readonly lineOf?: (offset: number) => number;
  /** What was found in the report, in the order of its text: shown where its text is printed. */
  readonly findings?: readonly Finding[];
  /** The address of a picture; without it pictures are in the HTML itself. */
  readonly addressOf?: (picture: Picture) => string;
}

/** Tables of more columns than this can be moved sideways on a narrow screen, and are set smaller. */
const WIDE = 6;
const MIME: Readonly<Record<Picture['type'], string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** The report alone, as one element, for a page that has the style sheet and a head of its own. */
export function writeBody(layout: Layout, options: HtmlOptions = {}): string {
  const blocks = new HtmlWriter(options, layout).write(0).map(({ html }) => html);
  return `<main class="report ${layout.kind}">\n${blocks.join('')}</main>\n`;
}

/**
 * A block of the page with lines and places of findings that count from its own: so it stays the same when others become longer
 * or shorter. Those of its elements come after adding `line` and `place`.
 */
export interface HtmlBlock {
  /** One or more elements. */
  readonly html: string;
  readonly line: number;
  readonly place: number;
}

/** What {@link writeBody} puts into its element, block for block. */
export function writeBlocks(layout: Layout, options: HtmlOptions): HtmlBlock[] {
  return new HtmlWriter(options, layout).write();
}

class HtmlWriter {
  private out: string[] = [];
  /** What the lines and the places of findings in a block count from: what it begins with, once that is known. */
  private line: number | undefined;
  private place: number | undefined;
  /** The footnotes that a mark has been made for already: links lead back to the first. */
  private readonly marked = new Set<number>();
  /** What was found in the block that is being written. */
  private found: readonly Highlight[] = [];

  private readonly marks: FindingHighlights;

  constructor(
    private readonly options: HtmlOptions,
    private readonly layout: Layout,
  ) {
    this.marks = placeFindings(layout, options.findings ?? []);
  }

  /** @param base what lines and places count from; without it each block counts from its own */
  write(base?: number): HtmlBlock[] {
    const { blocks, notes } = this.layout;
    const written = blocks.map((block) => this.apart(base, () => this.block(block)));
    return notes.length === 0 ? written : [...written, this.apart(base, () => this.notes(notes))];
  }

  private apart(base: number | undefined, write: () => void): HtmlBlock {
    this.out = [];
    this.line = this.place = base;
    write();
    return { html: this.out.join(''), line: this.line ?? 0, place: this.place ?? 0 };
  }

  private attributes({ span, id, indented }: Pick<Block, 'span' | 'id' | 'indented'>, ...classes: readonly string[]): string {
    const names = [...classes, indented ? 'indented' : ''].filter((name) => name !== '').join(' ');
    return `${id === undefined ? '' : ` id="${escapeHtml(id)}"`}${names === '' ? '' : ` class="${names}"`}${this.lines(span)}`;
  }

  private lines({ start, end }: Span): string {
    const { lineOf } = this.options;
    if (!lineOf) return '';
    const [first, last] = [lineOf(start), lineOf(Math.max(start, end - 1))];
    const from = (this.line ??= first);
    return ` data-line="${first - from}"${last > first ? ` data-end="${last - from}"` : ''}`;
  }

  private block(block: Block): void {
    this.found = this.foundAt(block);
    switch (block.kind) {
      case 'masthead': {
        const logo = block.logo ? `<img src="${this.addressOf(block.logo)}" alt="">` : '';
        return this.add(
          `<div${this.attributes(block, 'masthead')}>${logo}<p>${escapeHtml(block.name)}${this.flags()}</p></div>\n`,
        );
      }
      case 'heading': {
        const content = numberOf(block.number) + this.inlines(block.content) + this.flags();
        return this.add(`<h${block.level}${this.attributes(block)}>${content}</h${block.level}>\n`);
      }
      case 'paragraph':
        return this.paragraph(block);
      case 'list':
        return this.list(block);
      case 'table':
        return this.table(block);
      case 'figure':
        return this.figure(block);
      case 'quote':
        this.add(`<blockquote${this.attributes(block)}>\n`);
        block.blocks.forEach((inner) => this.block(inner));
        return this.add('</blockquote>\n');
      case 'code':
        this.add(this.flags('div'));
        return this.add(`<pre${this.attributes(block)}><code>${escapeHtml(block.text)}\n</code></pre>\n`);
      case 'rule':
        return this.add(`<hr${this.attributes(block)}>\n`);
      case 'cover':
        return this.cover(block);
    }
  }

  private foundAt(block: Block): readonly Highlight[] {
    const marks = this.marks.get(block);
    if (!marks) return [];
    const from = (this.place ??= marks[0]?.place ?? 0);
    return marks.map(({ place, finding }) => ({ place: place - from, finding }));
  }

  private add(html: string): void {
    this.out.push(html);
  }

  private paragraph(block: Paragraph): void {
    const role = block.role ?? (block.number === undefined ? '' : 'numbered');
    const label = block.label === undefined ? '' : `<strong class="label">${escapeHtml(block.label)}:</strong> `;
    this.add(
      `<p${this.attributes(block, role)}>${numberOf(block.number)}${label}${this.inlines(block.content)}${this.flags()}</p>\n`,
    );
  }

  private list(block: List): void {
    const name = block.marks === 'numbers' ? 'ol' : 'ul';
    const start = block.marks === 'numbers' && block.start !== 1 ? ` start="${block.start}"` : '';
    // Browsers take the role from a list that shows no marks.
    const plain = block.marks === 'plain' ? ' role="list"' : '';
    this.add(`<${name}${start}${plain}${this.attributes(block, block.marks === 'plain' ? 'plain' : '')}>\n`);
    for (const item of block.items) {
      this.add('<li>');
      item.forEach((inner) => this.block(inner));
      this.add('</li>\n');
    }
    this.add(`</${name}>\n`);
  }

  private table(block: Table): void {
    const isWide = block.head.length > WIDE;
    const name = textOf(block.caption).trim() || 'Table';
    this.add(this.flags('div'));
    if (isWide) this.add(`<div class="wide" role="group" tabindex="0" aria-label="${escapeHtml(name)}">\n`);
    this.add(`<table${this.attributes(block, block.total ? 'total' : '')}>\n`);
    if (block.caption.length > 0) this.add(`<caption>${this.inlines(block.caption)}</caption>\n`);
    const head = block.head.map((cell) => this.cell(cell, textOf(cell.content).trim() === '' ? 'td' : 'th scope="col"'));
    this.add(`<thead>\n<tr>${head.join('')}</tr>\n</thead>\n<tbody>\n`);
    for (const row of block.rows) {
      this.add(
        `<tr>${row.map((cell, i) => this.cell(cell, i === 0 && block.rowHeads ? 'th scope="row"' : 'td')).join('')}</tr>\n`,
      );
    }
    this.add(`</tbody>\n</table>\n${isWide ? '</div>\n' : ''}`);
  }

  private cell({ content, align }: Cell, tag: string): string {
    const place = align === undefined || align === 'left' ? '' : ` class="${align}"`;
    return `<${tag}${place}>${this.inlines(content)}</${tag.slice(0, 2)}>`;
  }

  private figure(block: Figure): void {
    this.add(`<figure${this.attributes(block)}>\n`);
    const caption = textOf(block.caption).trim();
    for (const image of block.images) this.add(`${this.image(image, caption)}\n`);
    if (caption !== '') this.add(`<figcaption>${this.inlines(block.caption)}</figcaption>\n`);
    this.add(this.flags('div'));
    this.add('</figure>\n');
  }

  /** @param caption what a picture without words of its own is called */
  private image(image: Image, caption = ''): string {
    const { picture, alt, decorative } = image;
    if (!picture) return decorative ? '' : `<span class="not-found">${escapeHtml(inPlaceOf(image))}</span>`;
    const words = decorative ? '' : alt || caption || 'Picture without a description';
    const size = `width="${Math.round(picture.width)}" height="${Math.round(picture.height)}"`;
    return `<img src="${this.addressOf(picture)}" alt="${escapeHtml(words)}" ${size}>`;
  }

  private addressOf(picture: Picture): string {
    return this.options.addressOf ? escapeHtml(this.options.addressOf(picture)) : dataUri(picture);
  }

  private flags(tag?: 'div'): string {
    return writeFlags(this.found, tag);
  }

  private cover(block: Cover): void {
    this.add(`<table${this.attributes(block, 'cover')}>\n`);
    for (const row of block.rows) {
      this.add('<tbody>\n');
      const scope = row.cells.length > 1 ? `rowgroup" rowspan="${row.cells.length}` : 'row';
      row.cells.forEach((cell, i) => {
        this.add(`<tr${this.attributes(row)}>`);
        if (i === 0) this.add(`<th scope="${scope}">${escapeHtml(row.label)}</th>`);
        this.add('<td>');
        cell.forEach((inner) => this.block(inner));
        this.add('</td></tr>\n');
      });
      this.add('</tbody>\n');
    }
    this.add('</table>\n');
  }

  private notes(notes: readonly Note[]): void {
    this.add('<section class="notes" role="doc-endnotes" aria-label="Footnotes">\n<ol>\n');
    notes.forEach((note, i) => {
      this.add(`<li id="note-${i + 1}">`);
      note.blocks.forEach((block) => this.block(block));
      this.add(
        `<a class="back" href="#mark-${i + 1}" role="doc-backlink" aria-label="Back to the text, footnote ${i + 1}">↩</a></li>\n`,
      );
    });
    this.add('</ol>\n</section>\n');
  }

  private inlines(content: readonly Inline[]): string {
    return content.map((part) => this.inline(part)).join('');
  }

  private inline(part: Inline): string {
    switch (part.kind) {
      case 'text':
        return writeWords(part, this.found);
      case 'code':
        return `<code>${escapeHtml(part.text)}</code>`;
      case 'strong':
        return `<strong>${this.inlines(part.content)}</strong>`;
      case 'emphasis':
        return `<em>${this.inlines(part.content)}</em>`;
      case 'struck':
        return `<s>${this.inlines(part.content)}</s>`;
      case 'link':
        return `<a href="${escapeHtml(part.href)}">${this.inlines(part.content)}</a>`;
      case 'image':
        return this.image(part.image);
      case 'break':
        return '<br>';
      case 'note': {
        const id = this.marked.has(part.number) ? '' : ` id="mark-${part.number}"`;
        this.marked.add(part.number);
        return `<sup class="note"><a${id} href="#note-${part.number}" role="doc-noteref" aria-label="Footnote ${part.number}">${part.number}</a></sup>`;
      }
    }
  }
}

function numberOf(number: string | undefined): string {
  return number === undefined ? '' : `<span class="number">${escapeHtml(number)} </span>`;
}

/** A picture as an address that holds all of it. */
export function dataUri({ bytes, type }: Picture): string {
  return `data:${MIME[type]};base64,${base64(bytes)}`;
}
