import { WIDTH, GUTTER, STEP, LABEL_WIDTH, WIDE } from './docxStyles.ts';
import type { FileChild, Paragraph as WordParagraph, ParagraphChild } from 'docx';
import type { Block, Cell, Cover, Figure, Heading, Image, Layout, List, Paragraph, Picture, Table } from '../model.ts';
import { textOf } from '../model.ts';
import { withoutControlCharacters } from '../../text/controlCharacters.ts';
import { readPalette } from '../palette.ts';
import { WordInlines, type Docx } from './docxInlines.ts';
import { shortened } from '../cover/labels.ts';
import { INK, SIZE, wordNumbering, wordStyles } from './docxStyles.ts';
const LINE = 'C3CACD';

/**
 * A layout as a Word document: the bytes of a `.docx`. Numbers are text, as in the HTML, so that nothing renumbers them;
 * lists, headings, table headers and footnotes are Word's own.
 * @param drawn as PNG, the pictures that not every program can show ({@link needsDrawing}), as far as somebody has drawn them
 */
export async function writeWord(layout: Layout, drawn: ReadonlyMap<Picture, Uint8Array> = new Map()): Promise<Uint8Array> {
  // Loaded only by those who want a Word file: it is larger than all the rest.
  const docx = await import('docx');
  return new WordWriter(docx, layout, drawn).write();
}

/** True for a picture that Word, or a program like it, may be unable to show. */
export function needsDrawing({ type }: Picture): boolean {
  return type === 'svg' || type === 'webp';
}

/** Where a block stands: how far in, and in a table of what size. */
interface Place {
  readonly indent: number;
  readonly size?: number;
  /** The list that its first paragraph is the item of. */
  readonly item?: { readonly reference: string; readonly level: number; readonly instance: number } | undefined;
}

const TOP: Place = { indent: 0 };

class WordWriter {
  private readonly inlines: WordInlines;
  private readonly band: string;
  private readonly brand: string;
  private lists = 0;
  private depth = 0;
  private readonly starts = new Set<number>([1]);

  constructor(
    private readonly docx: Docx,
    private readonly layout: Layout,
    drawn: ReadonlyMap<Picture, Uint8Array>,
  ) {
    const { band, text } = readPalette(layout.colour, '#000000');
    this.band = (band ?? `#${INK}`).slice(1);
    this.brand = (text ?? `#${INK}`).slice(1);
    this.inlines = new WordInlines(docx, drawn);
  }

  async write(): Promise<Uint8Array> {
    const { docx, layout } = this;
    const children = layout.blocks.flatMap((block) => this.block(block, TOP));
    const notes = layout.notes.map(({ blocks }, i) => {
      const found = blocks.flatMap((block) => this.block(block, TOP)).filter((child) => child instanceof docx.Paragraph);
      return [String(i + 1), { children: found }] as const;
    });
    const page = { size: { width: 11906, height: 16838 }, margin: { top: 1361, bottom: 1247, left: 1247, right: 1247 } };
    const document = new docx.Document({
      title: withoutControlCharacters(layout.title),
      subject: withoutControlCharacters(layout.committee),
      creator: withoutControlCharacters(layout.blocks.find((block) => block.kind === 'masthead')?.name ?? ''),
      styles: wordStyles(this.brand),
      numbering: { config: wordNumbering(docx, this.starts) },
      ...(notes.length > 0 ? { footnotes: Object.fromEntries(notes) } : {}),
      sections: [{ properties: { page, titlePage: true }, headers: this.headers(), footers: this.footers(), children }],
    });
    return docx.Packer.pack(document, 'uint8array');
  }

  private headers(): Record<'default' | 'first', InstanceType<Docx['Header']>> {
    const { Header, Paragraph, Tab, TabStopType, TextRun } = this.docx;
    const left = this.layout.exempt ? 'Not for publication' : this.layout.committee;
    const children = [
      new TextRun(withoutControlCharacters(shortened(left))),
      new TextRun({ children: [new Tab(), withoutControlCharacters(shortened(this.layout.title))] }),
    ];
    const tabStops = [{ type: TabStopType.RIGHT, position: WIDTH }];
    return {
      default: new Header({ children: [new Paragraph({ style: 'RunningHead', tabStops, children })] }),
      first: new Header({ children: [new Paragraph({})] }),
    };
  }

  private footers(): Record<'default' | 'first', InstanceType<Docx['Footer']>> {
    const { AlignmentType, Footer, PageNumber, Paragraph, TextRun } = this.docx;
    const children = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
    const make = (): InstanceType<Docx['Footer']> =>
      new Footer({ children: [new Paragraph({ style: 'RunningHead', alignment: AlignmentType.RIGHT, children: [new TextRun({ children })] })] }); // prettier-ignore
    return { default: make(), first: make() };
  }

  private block(block: Block, place: Place): FileChild[] {
    const at = block.indented ? { ...place, indent: place.indent + GUTTER } : place;
    switch (block.kind) {
      case 'masthead': {
        const border = { bottom: { style: this.docx.BorderStyle.SINGLE, size: 24, color: this.band, space: 8 } };
        const { Paragraph, Tab, TabStopType, TextRun } = this.docx;
        const image = { picture: block.logo, alt: block.name, decorative: true, src: '' };
        const logo = block.logo ? [...this.inlines.image(image, 230, 60), new TextRun({ children: [new Tab()] })] : [];
        const tabStops = [{ type: TabStopType.RIGHT, position: WIDTH }];
        return [
          new Paragraph({
            style: 'Masthead',
            border,
            tabStops,
            children: [...logo, new TextRun(withoutControlCharacters(block.name))],
          }),
        ];
      }
      case 'heading':
        return [this.heading(block)];
      case 'paragraph':
        return [this.paragraph(block, at)];
      case 'list':
        return this.list(block, at);
      case 'table':
        return this.table(block, at);
      case 'figure':
        return this.figure(block, at);
      case 'quote':
        return block.blocks.flatMap((inner) => this.block(inner, { ...at, indent: at.indent + STEP, item: undefined }));
      case 'code':
        return [this.code(block.text, at)];
      case 'rule':
        return [new this.docx.Paragraph({ thematicBreak: true })];
      case 'cover':
        return this.cover(block);
    }
  }

  private heading({ level, number, content, id }: Heading): WordParagraph {
    const { HeadingLevel, Paragraph, Tab, TextRun } = this.docx;
    const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6]; // prettier-ignore
    const heading = levels[level - 1] ?? HeadingLevel.HEADING_6;
    const runs = this.inlines.make(content);
    if (number === undefined) return new Paragraph({ heading, children: this.inlines.marked(id, runs) });
    const children = [new TextRun({ children: [withoutControlCharacters(number), new Tab()] }), ...runs];
    return new Paragraph({ heading, indent: { left: GUTTER, hanging: GUTTER }, children: this.inlines.marked(id, children) });
  }

  private paragraph(block: Paragraph, { indent, size, item }: Place): WordParagraph {
    const { Paragraph, Tab, TextRun } = this.docx;
    const { role, number, label, content, id } = block;
    const isLine = role === 'line' && size === undefined && indent === 0;
    const gap = isLine ? new TextRun({ children: [new Tab()] }) : new TextRun(' ');
    const bold = label === undefined ? [] : [...this.strong(`${label}:`), gap];
    const lead = number === undefined ? [] : [new TextRun({ children: [withoutControlCharacters(number), new Tab()] })];
    const style = role && STYLES[role];
    const italics = role === 'missing' ? { italics: true } : {};
    const left = number !== undefined ? indent + GUTTER : isLine ? LABEL_WIDTH : indent;
    const hanging = number !== undefined ? GUTTER : isLine && label !== undefined ? LABEL_WIDTH : item ? STEP : 0;
    return new Paragraph({
      ...(style ? { style } : {}),
      ...(item ? { numbering: item } : {}),
      ...(isLine || size ? { spacing: { after: 60 } } : {}),
      ...(left > 0 ? { indent: { left, hanging } } : {}),
      children: this.inlines.marked(id, [
        ...lead,
        ...bold,
        ...this.inlines.make(content, { ...italics, ...(size ? { size } : {}) }),
      ]),
    });
  }

  private strong(text: string): ParagraphChild[] {
    return this.inlines.make([{ kind: 'strong', content: [{ kind: 'text', text }] }]);
  }

  private list(block: List, place: Place): FileChild[] {
    const isPlain = block.marks === 'plain';
    if (block.marks === 'numbers') this.starts.add(block.start);
    const reference = block.marks === 'numbers' ? `numbers-${block.start}` : 'bullets';
    const instance = ++this.lists;
    const level = Math.min(this.depth, 8);
    const inner: Place = { ...place, indent: isPlain ? place.indent : place.indent + STEP, item: undefined };
    this.depth += isPlain ? 0 : 1;
    const children = block.items.flatMap((blocks) => {
      // An item that begins with no paragraph needs one to hang its mark on.
      const own = isPlain || blocks[0]?.kind === 'paragraph' ? blocks : [emptyParagraph(block), ...blocks];
      return own.flatMap((one, i) => this.block(one, i === 0 && !isPlain ? { ...inner, item: { reference, level, instance } } : inner)); // prettier-ignore
    });
    this.depth -= isPlain ? 0 : 1;
    return children;
  }

  private table(block: Table, place: Place): FileChild[] {
    const { BorderStyle, Paragraph, Table, TableRow, WidthType } = this.docx;
    const width = WIDTH - place.indent;
    const columns = Math.max(1, block.head.length);
    const style = columns > WIDE ? 'SmallTableText' : 'TableText';
    // The first column names the rows, and has more to say than the others.
    const first = columns === 1 ? width : Math.round((width * (columns > WIDE ? 1.6 : 2)) / (columns - 1 + (columns > WIDE ? 1.6 : 2))); // prettier-ignore
    const widths = block.head.map((_, i) => (i === 0 ? first : Math.floor((width - first) / (columns - 1))));
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
    const edge = { style: BorderStyle.SINGLE, size: 12, color: this.band };
    const row = (cells: readonly Cell[], bold: boolean, tableHeader: boolean): InstanceType<Docx['TableRow']> =>
      new TableRow({ tableHeader, cantSplit: true, children: cells.map((cell, i) => this.cell(cell, { bold, style, width: widths[i] ?? 0, isHead: tableHeader })) }); // prettier-ignore
    const rows = block.rows.map((cells, i) => row(cells, block.total && i === block.rows.length - 1, false));
    const table = new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      margins: { top: 60, bottom: 60, left: 40, right: 80 },
      indent: { size: place.indent, type: WidthType.DXA },
      borders: { top: none, left: none, right: none, insideVertical: none, bottom: edge, insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: LINE } }, // prettier-ignore
      rows: [row(block.head, true, true), ...rows],
    });
    const indent = { left: place.indent };
    const children = this.inlines.make(block.caption);
    const caption = children.length > 0 ? [new Paragraph({ style: 'TableCaption', indent, keepNext: true, children })] : [];
    return [...caption, table, new Paragraph({ spacing: { after: 60 } })];
  }

  private cell(
    { content, align }: Cell,
    how: { bold: boolean; style: string; width: number; isHead: boolean },
  ): InstanceType<Docx['TableCell']> {
    // prettier-ignore
    const { AlignmentType, BorderStyle, Paragraph, TableCell, VerticalAlignTable, WidthType } = this.docx;
    const alignment = align === 'right' ? AlignmentType.RIGHT : align === 'center' ? AlignmentType.CENTER : undefined;
    const children = this.inlines.make(content, how.bold ? { bold: true } : {});
    const edge = { bottom: { style: BorderStyle.SINGLE, size: 12, color: this.band } };
    return new TableCell({
      width: { size: how.width, type: WidthType.DXA },
      ...(how.isHead ? { verticalAlign: VerticalAlignTable.BOTTOM, borders: edge } : {}),
      children: [new Paragraph({ style: how.style, ...(alignment ? { alignment } : {}), children })],
    });
  }

  private figure(block: Figure, { indent }: Place): FileChild[] {
    const { Paragraph } = this.docx;
    const caption = textOf(block.caption).trim();
    const named = (image: Image): Image => (image.alt === '' ? { ...image, alt: caption } : image);
    const keepNext = caption !== '';
    const width = (WIDTH - indent) / 15;
    const pictures = block.images.flatMap((image) => {
      const children =
        image.picture || !image.decorative ? this.inlines.image(image.picture ? named(image) : image, width, 900) : [];
      return children.length > 0 ? [new Paragraph({ indent: { left: indent }, keepNext, children })] : [];
    });
    if (!keepNext) return pictures;
    const children = this.inlines.make(block.caption);
    return [...pictures, new Paragraph({ style: 'FigureCaption', indent: { left: indent }, children })];
  }

  private code(text: string, { indent }: Place): WordParagraph {
    const { Paragraph, TextRun } = this.docx;
    const children = withoutControlCharacters(text).split('\n').map((line, i) => new TextRun({ text: line, ...(i > 0 ? { break: 1 } : {}) })); // prettier-ignore
    return new Paragraph({ style: 'Code', indent: { left: indent }, children });
  }

  private cover({ rows }: Cover): FileChild[] {
    const { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } = this.docx;
    const widths = [2500, WIDTH - 2500];
    const margins = { top: 100, bottom: 60, left: 140, right: 140 };
    const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
    const cells = rows.flatMap(({ label, cells: values }) =>
      values.map((blocks, i) => {
        const name = new TableCell({
          rowSpan: values.length,
          width: { size: widths[0] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: 'F2F5F5', color: 'auto' },
          margins,
          children: [new Paragraph({ children: this.strong(label) })],
        });
        const made = blocks.flatMap((block) => this.block(block, { indent: 0, size: SIZE }));
        const children = made.filter((child) => child instanceof Paragraph || child instanceof Table);
        // Word asks for a paragraph at the end of every cell.
        const whole = children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({})];
        const value = new TableCell({ width: { size: widths[1] ?? 0, type: WidthType.DXA }, margins, children: whole });
        return new TableRow({ children: i === 0 ? [name, value] : [value] });
      }),
    );
    const borders = { top: { style: BorderStyle.SINGLE, size: 24, color: this.band }, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }; // prettier-ignore
    return [
      new Table({ width: { size: WIDTH, type: WidthType.DXA }, columnWidths: widths, borders, rows: cells }),
      new Paragraph({}),
    ];
  }
}

const STYLES: Readonly<Partial<Record<NonNullable<Paragraph['role']>, string>>> = {
  notice: 'Notice',
  committee: 'Committee',
  date: 'Meeting',
  also: 'Meeting',
  purpose: 'Purpose',
  footnote: 'ClosingNote',
};

function emptyParagraph({ span }: Block): Paragraph {
  return { kind: 'paragraph', span, content: [] };
}
