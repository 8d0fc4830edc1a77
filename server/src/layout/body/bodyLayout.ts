import type { Paper } from '../../paper/paper.ts';
import type { Section } from '../../paper/structure/sections.ts';
import { countsAsSection, coverNumbers, isSubHeading, numberSections } from '../../analysis/sectionNumbering.ts';
import { readContinuousNumbering } from '../../analysis/continuousNumbering.ts';
import type { Fields } from '../../template/fields.ts';
import type { Template } from '../../template/template.ts';
import { contains, type Span } from '../../text/span.ts';
import { textOf, type Block, type Heading, type Inline } from '../model.ts';
import type { LineMarks } from './markdownBlocks.ts';
import { isStatement } from '../cover/valuePrinter.ts';
import type { LayoutContext } from '../layoutContext.ts';

/** The body of a report: its blocks, and the numbers that were left out. */
export class BodyLayout {
  private blocks: readonly Block[] | undefined;

  constructor(
    private readonly report: Paper,
    private readonly fields: Fields,
    private readonly template: Template,
    private readonly bench: LayoutContext,
  ) {}

  /** The blocks of a stretch of it, such as a field's section. */
  within(span: Span): Block[] {
    return this.read().filter((block) => contains(span, block.span));
  }

  /** What is printed as the body: all but the sections that are fields, and without the sentence that is printed behind it. */
  layOut(): Block[] {
    const first = this.report.body.sections[0]?.span.start ?? this.report.body.span.end;
    const start = this.fields.sections[0]?.span.start ?? this.report.body.span.end;
    const own = this.read().filter(({ span }) => span.start < first || span.start >= start);
    return this.number(withoutFootnote(own, this.template.footnote));
  }

  /** Where the author has typed the sentence that is printed at the end. */
  footnoteSpan(): Span | undefined {
    return this.read().find((block) => isStatement(block, this.template.footnote))?.span;
  }

  private read(): readonly Block[] {
    return (this.blocks ??= this.bench.read(this.report.body.markdown.source, this.marks()));
  }

  private marks(): LineMarks {
    const { lines, body } = this.report;
    const top = lines.lineAt(body.span.start);
    const lineOf = ({ span }: { readonly span: Span }): number => lines.lineAt(span.start) - top;
    const numbered = body.sections.flatMap((section) => [...(section.number ? [section.number] : []), ...section.paragraphs]);
    return {
      numbers: new Set(numbered.map(lineOf)),
      captions: new Map(body.captions.map((caption) => [lineOf(caption), caption.kind])),
    };
  }

  private number(blocks: readonly Block[]): Block[] {
    const sections = new Map(this.fields.sections.map((section) => [section.span.start, section]));
    const isStraight = readContinuousNumbering(this.report, this.fields).items.length > 0;
    const numbers = isStraight
      ? undefined
      : numberSections(this.fields.sections, Math.max(0, ...coverNumbers(this.template.fields)) + 1);
    /** The section whose paragraphs are being given numbers, and the last of these. */
    let section = 0;
    let count: number | undefined;
    const placed = blocks.map((block): Block => {
      if (block.kind === 'heading' && block.level <= 2) {
        const found = sections.get(block.span.start);
        const number = found && numbers?.get(found);
        section = number ?? 0;
        count = found && number !== undefined && this.givesNumbers(found) ? 0 : undefined;
        return this.placed(sectionHeading(block, found, number));
      }
      if (block.kind !== 'paragraph' || block.number !== undefined) return this.placed(block);
      if (count === undefined || !takesNumber(block.content)) return block;
      return this.placed({ ...block, number: `${section}.${++count}` });
    });
    return indented(placed);
  }

  private givesNumbers(section: Section): boolean {
    return this.template.numbersParagraphs && section.paragraphs.length === 0 && countsAsSection(section);
  }

  /** The block with the id by which links to its number lead to it. */
  private placed(block: Block): Block {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return block;
    if (block.id !== undefined || block.number === undefined) return block;
    const id = this.bench.paragraphId(block.number);
    return id === undefined ? block : { ...block, id };
  }
}

/** The blocks, with those that stand under a numbered paragraph of their section marked. */
function indented(blocks: readonly Block[]): Block[] {
  let under = false;
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      if (block.level <= 2) under = false;
      return block;
    }
    if (block.kind === 'paragraph' && block.number !== undefined) under = true;
    else if (under) return { ...block, indented: true };
    return block;
  });
}

/** A heading of the body: its sections are of the second level, as are the titles above them. */
function sectionHeading(heading: Heading, section: Section | undefined, number: number | undefined): Heading {
  if (section && isSubHeading(section)) return { ...heading, level: 3 };
  const given = heading.number === undefined && number !== undefined ? { number: `${number}.` } : {};
  return { ...heading, level: 2, ...given };
}

/** True for a paragraph of its own: not for one that goes on with a sentence, nor for a heading set in bold. */
function takesNumber(content: readonly Inline[]): boolean {
  const isBold = content.every((part) => part.kind === 'strong' || (part.kind === 'text' && part.text.trim() === ''));
  return !isBold && !/^\s*\p{Ll}/u.test(textOf(content));
}

const FOOTNOTE_HEADING = /^footnotes?:?$/i;

/** The blocks without the sentence that is printed behind them, and without the heading that only it stands under. */
function withoutFootnote(blocks: readonly Block[], footnote: string | undefined): Block[] {
  if (footnote === undefined) return [...blocks];
  const dropped = new Set<Block>();
  blocks.forEach((block, i) => {
    if (!isStatement(block, footnote)) return;
    dropped.add(block);
    const before = blocks[i - 1];
    const next = blocks[i + 1];
    const isHeading = before && 'content' in before && FOOTNOTE_HEADING.test(textOf(before.content).trim());
    if (isHeading && (before.kind === 'paragraph' || !next || next.kind === 'heading')) dropped.add(before);
  });
  return blocks.filter((block) => !dropped.has(block));
}
