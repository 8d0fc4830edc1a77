import type { IStylesOptions } from 'docx';
import type { Docx } from './docxInlines.ts';

export const SOFT = '4C565B';
export const INK = '1C2326';
const FONT = 'Arial';
/** Of the text, in half points. */
export const SIZE = 22;
const IN_CELLS = { after: 0, line: 252, lineRule: 'auto' };

/** Word's styles: the headings, and those that the report's own parts have. */
export function wordStyles(brand: string): IStylesOptions {
  const heading = (size: number, before: number, color: string) => ({
    run: { size, bold: true, color, font: FONT },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  });
  const text = (id: string, name: string, run: object, spacing: object = { after: 60 }) => ({
    id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, run, paragraph: { spacing },
  }); // prettier-ignore
  return {
    default: {
      document: {
        run: { font: FONT, size: SIZE, color: INK, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 140, line: 288, lineRule: 'auto' } },
      },
      heading1: heading(40, 200, INK),
      heading2: heading(26, 360, brand),
      heading3: heading(23, 260, INK),
      heading4: heading(22, 220, SOFT),
      heading5: heading(22, 220, SOFT),
      heading6: heading(22, 220, SOFT),
    },
    paragraphStyles: [
      text('Masthead', 'Masthead', { bold: true, size: 24, color: brand }, { after: 360 }),
      text('Notice', 'Notice', { bold: true, color: '8F1D14' }, { after: 240 }),
      text('Committee', 'Committee', { bold: true, size: 25 }),
      text('Meeting', 'Meeting', { size: 24, color: SOFT }),
      text('Purpose', 'Purpose', { bold: true, size: 24, color: brand }, { after: 320 }),
      text('TableText', 'Table Text', { size: 20 }, IN_CELLS),
      text('SmallTableText', 'Small Table Text', { size: 15 }, IN_CELLS),
      text('TableCaption', 'Table Caption', { bold: true }, { before: 160, after: 100 }),
      text('FigureCaption', 'Figure Caption', { bold: true }, { before: 60, after: 200 }),
      text('ClosingNote', 'Closing Note', { size: 19, color: SOFT }, { before: 480 }),
      text('RunningHead', 'Running Head', { size: 17, color: SOFT }, { after: 0 }),
      text('Code', 'Code', { font: 'Consolas', size: 20 }),
    ],
  };
}

/**
 * The marks of lists.
 * @param starts the numbers that lists begin with
 */
export function wordNumbering(docx: Docx, starts: Iterable<number>) {
  const { AlignmentType, LevelFormat } = docx;
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, start: number) => ({
    level: at, format, text, start, alignment: AlignmentType.LEFT, suffix: 'tab' as const,
  }); // prettier-ignore
  const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  return [
    { reference: 'bullets', levels: levels.map((at) => level(at, LevelFormat.BULLET, at % 2 === 0 ? '•' : '–', 1)) },
    ...[...starts].map((start) => ({
      reference: `numbers-${start}`,
      levels: levels.map((at) => level(at, LevelFormat.DECIMAL, `%${at + 1}.`, start)),
    })),
  ];
}

/** Twentieths of a point: the text's width on A4 with margins of 22 mm, and the margin in which numbers hang. */
export const WIDTH = 9412;

export const GUTTER = 794;

export const STEP = 425;

export const LABEL_WIDTH = 2700;

/** Tables with more columns have smaller text. */
export const WIDE = 6;
