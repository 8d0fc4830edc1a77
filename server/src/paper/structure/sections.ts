import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Span } from '../../text/span.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Markdown, Passage } from '../markdown/markdown.ts';
import {
  paragraphNumber,
  sameNumber,
  sectionNumber,
  successors,
  type NumberAtStart,
  type SectionNumber,
} from './sectionNumber.ts';

/** A paragraph or sub-heading that begins with its number. */
export interface NumberedParagraph extends SectionNumber {
  /** What follows the number on its line. */
  readonly text: string;
  readonly heading: boolean;
}

export type SectionRole = 'section' | 'appendix' | 'footnote' | 'recommendations';

/** A `## ` heading with all that stands under it. */
export interface Section {
  readonly heading: Passage;
  readonly number: SectionNumber | undefined;
  /** The heading without its number. */
  readonly title: string;
  readonly titleSpan: Span;
  readonly role: SectionRole;
  /** From the heading to the next section, or to the end of the text. */
  readonly span: Span;
  /** What stands under the heading. */
  readonly content: Span;
  readonly paragraphs: readonly NumberedParagraph[];
  /** 0 for the report itself; 1, 2 … for what comes after it, such as each appendix in the text: numbers start afresh there. */
  readonly part: number;
}

/** A stretch of the body in which numbers run on: 0 is the report itself, 1, 2 … what comes after it. */
export interface Part {
  readonly start: number;
  /** The part's number. */
  readonly part: number;
}

/** Finds the sections of a body and the numbered paragraphs in each. */
export function readSections(body: Markdown, parts: readonly Part[]): Section[] {
  const end = body.source.span.end;
  const stops = mainHeadings(body);
  // Footnotes stand at the end of what the parser gives, wherever they were written.
  const passages = [...body.passages].sort((a, b) => a.block.start - b.block.start);
  let last: readonly number[] = [];
  let before = 0;
  return stops.flatMap((heading, i) => {
    const part = partAt(parts, heading.block.start);
    if (part !== before) last = [];
    before = part;
    if (heading.level !== 2) return [];
    const span = { start: heading.block.start, end: stops[i + 1]?.block.start ?? end };
    const section = readSection(passages, heading, span, part, last);
    last = section.paragraphs.at(-1)?.parts ?? section.number?.parts ?? last;
    return [section];
  });
}

/** The number of the part that an offset of the source lies in. */
export function partAt(parts: readonly Part[], offset: number): number {
  return parts[firstFrom(parts, offset + 1, ({ start }) => start) - 1]?.part ?? 0;
}

/** The headings that sections and parts begin with. */
function mainHeadings(body: Markdown): Passage[] {
  return body.passages.filter(
    ({ kind, quoted, listDepth, level }) => kind === 'heading' && !quoted && listDepth === 0 && (level ?? 0) <= 2,
  );
}

/** The parts after the first: an appendix, or what a new title of the highest level begins with a section that is 1 again. */
export function readParts(body: Markdown): Part[] {
  const parts: Part[] = [];
  const headings = mainHeadings(body);
  let numbered = 0;
  headings.forEach((heading, i) => {
    const next = headings[i + 1];
    const restarts = heading.level === 1 && numbered > 0 && next?.level === 2 && sectionNumber(next.text.text)?.parts[0] === 1;
    if (restarts || roleOf(heading.text.text) === 'appendix') parts.push({ start: heading.block.start, part: parts.length + 1 });
    if (heading.level === 2 && sectionNumber(heading.text.text)) numbered++;
  });
  return parts;
}

function readSection(passages: readonly Passage[], heading: Passage, span: Span, part: number, last: readonly number[]): Section {
  const title = heading.text.text;
  const found = sectionNumber(title);
  const dotted = found ? undefined : paragraphNumber(title, successors(last));
  const until = found?.until ?? dotted?.until ?? 0;
  const paragraphs = readParagraphs(passages, span, expectedAfter(found?.parts, dotted?.parts, last));
  return {
    heading,
    number: found && new PlacedNumber(heading.text, 0, found, true),
    title: title.slice(until).trim(),
    titleSpan: heading.text.spanOf(until, title.length),
    role: roleOf(title.slice(until)),
    span,
    content: { start: Math.min(heading.block.end, span.end), end: span.end },
    paragraphs: dotted ? [new PlacedNumber(heading.text, 0, dotted, true), ...paragraphs] : paragraphs,
    part,
  };
}

/** The numbers with which the first paragraph under a heading may begin. */
function expectedAfter(
  section: readonly number[] | undefined,
  dotted: readonly number[] | undefined,
  last: readonly number[],
): number[][] {
  if (section) return [[...section, 1]];
  if (dotted) return successors(dotted);
  return last.length === 0 ? [] : [...successors(last), [(last[0] ?? 0) + 1, 1]];
}

function readParagraphs(passages: readonly Passage[], span: Span, first: readonly (readonly number[])[]): NumberedParagraph[] {
  const out: NumberedParagraph[] = [];
  let expected = first;
  for (const passage of under(passages, span)) {
    if (passage.kind === 'cell' || passage.quoted || passage.listDepth > 0) continue;
    const { text } = passage.text;
    for (const offset of linesWithFigure(text)) {
      const found = paragraphNumber(lineFrom(text, offset), expected);
      // Inside a paragraph only the very next number starts a new one; anything else is a wrapped line of prose.
      if (found && (offset === 0 || expected.some((number) => sameNumber(number, found.parts)))) {
        out.push(new PlacedNumber(passage.text, offset, found, passage.kind === 'heading'));
        expected = successors(found.parts);
      }
    }
  }
  return out;
}

const NONE: readonly number[] = [];

/** Where the lines of a text begin that begin with a figure: in most texts none does. */
function linesWithFigure(text: string): readonly number[] {
  let found: number[] | undefined;
  for (let start = 0; ;) {
    const code = text.charCodeAt(start);
    if (code >= 48 && code <= 57) (found ??= []).push(start);
    const feed = text.indexOf('\n', start);
    if (feed === -1) return found ?? NONE;
    start = feed + 1;
  }
}

function lineFrom(text: string, offset: number): string {
  const feed = text.indexOf('\n', offset);
  return text.slice(offset, feed === -1 ? text.length : feed);
}

/** The passages under the heading that a span begins with. */
function under(passages: readonly Passage[], span: Span): readonly Passage[] {
  const from = (offset: number): number => firstFrom(passages, offset, ({ block }) => block.start);
  return passages.slice(from(span.start + 1), from(span.end));
}

/** Where in a list in the order of the text the first thing stands that begins at an offset or after it. */
function firstFrom<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A number in a text; where it stands in the source is found out only when somebody asks. */
class PlacedNumber implements NumberedParagraph {
  readonly parts: readonly number[];
  readonly text: string;
  private readonly length: number;

  constructor(
    private readonly source: SourceText,
    private readonly offset: number,
    found: NumberAtStart,
    readonly heading: boolean,
  ) {
    this.parts = found.parts;
    this.text = found.rest;
    this.length = found.length;
  }

  get span(): Span {
    return this.source.spanOf(this.offset, this.offset + this.length);
  }
}

function roleOf(title: string): SectionRole {
  const name = foldPunctuation(title).trim().toLowerCase();
  if (/^(?:\d+\.?\s+)?(?:appendix|annexe?)\b/.test(name)) return 'appendix';
  if (/^(?:\d+\.?\s+)?footnotes?:?$/.test(name)) return 'footnote';
  if (/^(?:\d+\.?\s+)?recommendations?:?$/.test(name)) return 'recommendations';
  return 'section';
}
