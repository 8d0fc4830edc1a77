import type { Path } from '../text/path.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';

/** A picture that is ready to be shown. */
export interface Picture {
  readonly type: 'png' | 'jpeg' | 'gif' | 'webp' | 'svg';
  readonly bytes: Uint8Array;
  /** In CSS pixels, 96 to the inch. */
  readonly width: number;
  readonly height: number;
}

/** A picture in a report, whether it could be had or not. */
export interface Image {
  /** Nothing where the file is not there, is no picture, or stands on another computer. */
  readonly picture: Picture | undefined;
  /** What it shows, in words; empty where it shows nothing that matters. */
  readonly alt: string;
  readonly decorative: boolean;
  /** Its address as written. */
  readonly src: string;
}

/** The stretch of a read text that words were made of: from one offset of it up to another. */
export interface Origin {
  readonly source: SourceText;
  readonly from: number;
  readonly to: number;
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  /** Absent for what the layout adds by itself. */
  readonly origin?: Origin;
}

/** A stretch of running text. */
export type Inline =
  | Text
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly content: readonly Inline[] }
  /** `href` begins with `https:`, `http:`, `mailto:` or `tel:`, or is `#` and the id of a block. */
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] }
  | { readonly kind: 'image'; readonly image: Image }
  | { readonly kind: 'break' }
  /** A footnote's mark, which is its number. */
  | { readonly kind: 'note'; readonly number: number };

interface Placed {
  /** What it was made of, in the report's text; of what the layout adds by itself, the place where it belongs. */
  readonly span: Span;
  /** What links lead to. */
  readonly id?: string;
  /** It stands under a numbered paragraph, and in line with its text. */
  readonly indented?: boolean;
  /** The field that it stands in for: one that is missing. */
  readonly path?: Path;
}

/** The council's name and logo above the report, or the name of another organisation whose paper it is. */
export interface Masthead extends Placed {
  readonly kind: 'masthead';
  readonly name: string;
  readonly logo: Picture | undefined;
}

export interface Heading extends Placed {
  readonly kind: 'heading';
  /** From 1, and never more than one below that of the heading before it. */
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** As it is printed: `10.`, `2.1`. */
  readonly number?: string;
  readonly content: readonly Inline[];
}

/** What a paragraph is, where it is none of the running text. */
export type ParagraphRole =
  /** Says that the report, or a part of it, is not for publication. */
  | 'notice'
  | 'committee'
  | 'date'
  | 'also'
  | 'purpose'
  /** A label and its value on a line. */
  | 'line'
  /** Words that the layout adds by itself. */
  | 'statement'
  | 'footnote'
  /** Stands for a value that is required and not there. */
  | 'missing'
  /** HTML, which is shown as it was typed. */
  | 'verbatim';

export interface Paragraph extends Placed {
  readonly kind: 'paragraph';
  readonly role?: ParagraphRole;
  readonly number?: string;
  /** Printed in bold before the text, with a colon. */
  readonly label?: string;
  readonly content: readonly Inline[];
}

export interface List extends Placed {
  readonly kind: 'list';
  /** `plain`: without bullets or numbers. */
  readonly marks: 'bullets' | 'numbers' | 'plain';
  /** The number of the first item. */
  readonly start: number;
  readonly items: readonly (readonly Block[])[];
}

export interface Cell {
  readonly content: readonly Inline[];
  readonly align: 'left' | 'center' | 'right' | undefined;
}

export interface Table extends Placed {
  readonly kind: 'table';
  readonly caption: readonly Inline[];
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** The first cell of each row names the row. */
  readonly rowHeads: boolean;
  /** The last row is the sum of the others. */
  readonly total: boolean;
}

export interface Figure extends Placed {
  readonly kind: 'figure';
  readonly images: readonly Image[];
  readonly caption: readonly Inline[];
}

export interface Quote extends Placed {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

export interface Code extends Placed {
  readonly kind: 'code';
  readonly text: string;
}

export interface HorizontalRule extends Placed {
  readonly kind: 'rule';
}

/** The table on the first page: labels on the left, values on the right. */
export interface Cover extends Placed {
  readonly kind: 'cover';
  readonly rows: readonly CoverRow[];
}

export interface CoverRow extends Placed {
  readonly label: string;
  /** One value; several for a label that has parts. */
  readonly cells: readonly (readonly Block[])[];
}

/** A piece of a laid-out report. */
export type Block = Masthead | Heading | Paragraph | List | Table | Figure | Quote | Code | HorizontalRule | Cover;

/** A footnote; its number is its place in the list, from 1. */
export interface Note extends Placed {
  readonly blocks: readonly Block[];
}

/** A report as the committee will see it, before it is written as HTML or for Word. */
export interface Layout {
  readonly kind: 'cover-table' | 'labelled-values' | 'numbered-sections' | 'paper';
  /** What the document is called. */
  readonly title: string;
  /** Who will consider it; empty where that is not given. */
  readonly committee: string;
  /** The council's colour, `#rrggbb`. */
  readonly colour: string | undefined;
  /** The whole report is withheld from the public. */
  readonly exempt: boolean;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** All pictures in it, each once. */
  readonly pictures: readonly Picture[];
}

/** The words of running text, as a reader sees them. */
export function textOf(content: readonly Inline[]): string {
  return content
    .map((part) => {
      switch (part.kind) {
        case 'text':
        case 'code':
          return part.text;
        case 'break':
          return '\n';
        case 'note':
          return '';
        case 'image':
          return part.image.picture ? '' : inPlaceOf(part.image);
        default:
          return textOf(part.content);
      }
    })
    .join('');
}

/** What is printed for a picture that cannot be shown. */
export function inPlaceOf({ alt, src, decorative }: Image): string {
  return decorative ? '' : `[Picture not found: ${alt === '' ? src : alt}]`;
}
