import { formatNumber } from '../paper/structure/sectionNumber.ts';
import type { Paper } from '../paper/paper.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Block, Image, Inline, Note, Picture } from './model.ts';
import { readBlocks, type LineMarks } from './body/markdownBlocks.ts';
import { decodeImage } from './decodeImage.ts';

/** Gives the bytes of a file that a report shows: a path from the report's folder, or from that of `council.yaml`. */
export type Asset = (path: string, from: 'report' | 'council') => Uint8Array | undefined;

/** An address with a scheme, or on another computer. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i;

interface OpenNote {
  /** Every mark of it. */
  readonly marks: { kind: 'note'; number: number }[];
  note: Note | undefined;
}

/** What all parts of one report are laid out with: its pictures, links and footnotes. */
export class LayoutContext {
  private readonly pictures = new Map<string, Picture | undefined>();
  private readonly ids: ReadonlyMap<number, string>;
  /** The ids that links may lead to, and those that something has already. */
  private readonly known: ReadonlySet<string>;
  private readonly given = new Set<string>();
  private readonly openNotes: OpenNote[] = [];

  /** @param appendices the ids of the appendices by the addresses of their files */
  constructor(
    report: Paper,
    private readonly asset: Asset | undefined,
    private readonly appendices: ReadonlyMap<string, string>,
  ) {
    this.ids = headingIds(report);
    const numbers = report.body.sections.flatMap(({ paragraphs }) => paragraphs);
    this.known = new Set([...this.ids.values(), ...numbers.map(({ parts }) => paragraphId(formatNumber(parts)))]);
  }

  /** The blocks of a Markdown text. */
  read(source: SourceText, marks: LineMarks): Block[] {
    const own = new Map<number, OpenNote>();
    const noteOf = (id: number): OpenNote => {
      const known = own.get(id);
      if (known) return known;
      const note: OpenNote = { marks: [], note: undefined };
      own.set(id, note);
      this.openNotes.push(note);
      return note;
    };
    return readBlocks(source, {
      marks,
      image: (src, alt, title) => this.image(src, alt, title),
      link: (href) => this.link(href),
      id: (offset) => this.ids.get(offset),
      note: (id) => {
        const mark = { kind: 'note' as const, number: 0 };
        noteOf(id).marks.push(mark);
        return mark;
      },
      addNote: (id, note) => void (noteOf(id).note = note),
    });
  }

  /** Numbers the footnotes in the order in which the blocks mention them, and gives them. */
  numberNotes(blocks: readonly Block[]): Note[] {
    if (this.openNotes.length === 0) return [];
    const byMark = new Map<Inline, OpenNote>();
    for (const open of this.openNotes) for (const mark of open.marks) byMark.set(mark, open);
    const notes: OpenNote[] = [];
    const visit = (part: Inline): void => {
      const open = part.kind === 'note' ? byMark.get(part) : undefined;
      if (open?.marks[0]?.number === 0) {
        notes.push(open);
        for (const mark of open.marks) mark.number = notes.length;
      }
      if ('content' in part) part.content.forEach(visit);
    };
    visitBlocks(blocks, visit);
    // A footnote may mention another, which then comes after all that the report itself mentions.
    for (const { note } of notes) visitBlocks(note?.blocks ?? [], visit);
    return notes.map(({ note }) => note ?? { span: { start: 0, end: 0 }, blocks: [] });
  }

  /** Where a link may lead; nothing for an address that is not to be followed. */
  link(href: string): string | undefined {
    if (/^mailto:[^\s"<>\\^`{|}]+$|^tel:[\d+][\d;=a-z.-]*$/i.test(href)) return href;
    if (/^https?:\/\//i.test(href)) return URL.canParse(href) ? new URL(href).href : undefined;
    if (!href.startsWith('#')) return ELSEWHERE.test(href) ? undefined : this.appendixLink(href);
    const name = decoded(href.slice(1));
    return [`s-${name.toLowerCase()}`, paragraphId(name)].filter((id) => this.known.has(id)).map((id) => `#${id}`)[0];
  }

  /** The id of a numbered paragraph; nothing for the second one of a number. */
  paragraphId(number: string): string | undefined {
    const id = paragraphId(number);
    if (this.given.has(id)) return undefined;
    this.given.add(id);
    return id;
  }

  image(src: string, alt: string, title: string): Image {
    const decorative = title.trim().toLowerCase() === 'decorative';
    return { src, alt: alt.replace(/\s+/g, ' ').trim(), decorative, picture: this.picture(src, 'report') };
  }

  /** The pictures that were asked for and are there. */
  allPictures(): Picture[] {
    return [...this.pictures.values()].filter((picture) => picture !== undefined);
  }

  picture(address: string, from: 'report' | 'council'): Picture | undefined {
    const path = from === 'report' ? decoded(address.replace(/[?#].*$/s, '')) : address;
    if (ELSEWHERE.test(address) || ELSEWHERE.test(path)) return undefined;
    const key = `${from} ${path}`;
    if (!this.pictures.has(key)) {
      const bytes = this.asset?.(path, from);
      this.pictures.set(key, bytes && decodeImage(bytes));
    }
    return this.pictures.get(key);
  }

  private appendixLink(href: string): string | undefined {
    const id = this.appendices.get(plainPath(href));
    return id === undefined ? undefined : `#${id}`;
  }
}

function paragraphId(number: string): string {
  return `p-${number}`;
}

/** A relative address for comparison. */
export function plainPath(href: string): string {
  return decoded(href.replace(/[?#].*$/s, '')).replace(/^(?:\.\/)+/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return text;
  }
}

/** The ids of the body's headings by the offsets at which they begin, made of their words as on code hosts. */
function headingIds(report: Paper): Map<number, string> {
  const ids = new Map<number, string>();
  const counts = new Map<string, number>();
  for (const { kind, text, block } of report.body.markdown.passages) {
    if (kind !== 'heading') continue;
    const words = foldPunctuation(text.text).toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-'); // prettier-ignore
    const count = counts.get(words) ?? 0;
    counts.set(words, count + 1);
    ids.set(block.start, `s-${words}${count === 0 ? '' : `-${count}`}`);
  }
  return ids;
}

/** Shows a function every piece of running text, in the order of print. */
function visitBlocks(blocks: readonly Block[], visit: (part: Inline) => void): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        block.content.forEach(visit);
        break;
      case 'list':
        for (const item of block.items) visitBlocks(item, visit);
        break;
      case 'table':
        block.caption.forEach(visit);
        for (const row of [block.head, ...block.rows]) for (const cell of row) cell.content.forEach(visit);
        break;
      case 'figure':
        block.caption.forEach(visit);
        break;
      case 'quote':
        visitBlocks(block.blocks, visit);
        break;
      case 'cover':
        for (const row of block.rows) for (const cell of row.cells) visitBlocks(cell, visit);
        break;
    }
  }
}
