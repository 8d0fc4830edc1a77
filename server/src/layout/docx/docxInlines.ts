import type { IRunOptions, ParagraphChild } from 'docx';
import { inPlaceOf, type Image, type Inline, type Picture } from '../model.ts';
import { withoutControlCharacters } from '../../text/controlCharacters.ts';

export type Docx = typeof import('docx');

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'style' | 'font'>;

/** A dot that nobody sees: what a program that cannot show SVG shows in place of one that nobody has drawn. */
const EMPTY_PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII='),
  (character) => character.charCodeAt(0),
);

/** Writes running text for Word. */
export class WordInlines {
  private readonly bookmarks = new Map<string, string>();

  /** @param drawn pictures as PNG, for programs that cannot show them as they are */
  constructor(
    private readonly docx: Docx,
    private readonly drawn: ReadonlyMap<Picture, Uint8Array>,
  ) {}

  make(content: readonly Inline[], look: Look = {}): ParagraphChild[] {
    return content.flatMap((part) => this.one(part, look));
  }

  /** The runs as what links to an id lead to. */
  marked(id: string | undefined, children: readonly ParagraphChild[]): ParagraphChild[] {
    return id === undefined ? [...children] : [new this.docx.Bookmark({ id: this.nameOf(id), children: [...children] })];
  }

  /** A picture no larger than so many pixels; its words where there is none, or none that Word can show. */
  image(image: Image, maxWidth: number, maxHeight: number, look: Look = {}): ParagraphChild[] {
    const { ImageRun, TextRun } = this.docx;
    const { picture, alt, decorative } = image;
    const drawn = picture && this.drawn.get(picture);
    if (!picture || (picture.type === 'webp' && !drawn))
      return [new TextRun({ text: withoutControlCharacters(inPlaceOf(image)), ...look })];
    const scale = Math.min(1, maxWidth / picture.width, maxHeight / picture.height);
    const transformation = { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) }; // prettier-ignore
    const words = decorative ? '' : withoutControlCharacters(alt === '' ? 'Picture without a description' : alt);
    const altText = { name: 'Picture', title: '', description: words };
    if (picture.type === 'webp') return [new ImageRun({ type: 'png', data: drawn ?? picture.bytes, transformation, altText })];
    const data = picture.bytes;
    const fallback = { type: 'png' as const, data: drawn ?? EMPTY_PNG };
    if (picture.type === 'svg') return [new ImageRun({ type: 'svg', data, fallback, transformation, altText })];
    return [new ImageRun({ type: picture.type === 'jpeg' ? 'jpg' : picture.type, data, transformation, altText })];
  }

  private one(part: Inline, look: Look): ParagraphChild[] {
    const { ExternalHyperlink, FootnoteReferenceRun, InternalHyperlink, TextRun } = this.docx;
    switch (part.kind) {
      case 'text':
        return [new TextRun({ text: withoutControlCharacters(part.text), ...look })];
      case 'code':
        return [new TextRun({ text: withoutControlCharacters(part.text), ...look, font: 'Consolas' })];
      case 'strong':
        return this.make(part.content, { ...look, bold: true });
      case 'emphasis':
        return this.make(part.content, { ...look, italics: true });
      case 'struck':
        return this.make(part.content, { ...look, strike: true });
      case 'link': {
        const children = this.make(part.content, { ...look, style: 'Hyperlink' });
        if (part.href.startsWith('#')) return [new InternalHyperlink({ anchor: this.nameOf(part.href.slice(1)), children })];
        return [new ExternalHyperlink({ link: part.href, children })];
      }
      case 'image':
        return this.image(part.image, 400, 300, look);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'note':
        return [new FootnoteReferenceRun(part.number)];
    }
  }

  /** Word's names of bookmarks are short and have no punctuation. */
  private nameOf(id: string): string {
    const name = this.bookmarks.get(id) ?? `place${this.bookmarks.size + 1}`;
    this.bookmarks.set(id, name);
    return name;
  }
}
