import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Markdown, Passage } from './markdown.ts';
import { paragraphNumber, sectionNumber, successors, type NumberAtStart, type Numbering } from './number.ts';

/** A paragraph or sub-heading that begins with its number. */
export interface NumberedParagraph extends Numbering {
  /** What follows the number in the same paragraph, up to the next numbered line. */
  readonly text: string;
  readonly heading: boolean;
}

export type SectionRole = 'section' | 'appendix' | 'footnote' | 'recommendations';

/** A `## ` heading with all that stands under it. */
export interface Section {
  readonly heading: Passage;
  readonly number?: Numbering;
  /** The heading without its number. */
  readonly title: string;
  readonly titleSpan: Span;
  readonly role: SectionRole;
  /** From the heading to the next section, or to the end of the text. */
  readonly span: Span;
  /** What stands under the heading. */
  readonly content: Span;
  readonly paragraphs: readonly NumberedParagraph[];
  /** 0 for the report itself; 1, 2 … for each appendix in the text, whose numbers start afresh. */
  readonly part: number;
}

/** Finds the sections of a body and the numbered paragraphs in each. */
export function readSections(body: Markdown): Section[] {
  const end = body.source.span.end;
  const headings = body.passages.filter((passage) => passage.kind === 'heading' && !passage.quoted && passage.listDepth === 0);
  const stops = headings.filter((heading) => (heading.level ?? 0) <= 2);
  let part = 0;
  let last: readonly number[] = [];
  return stops.flatMap((heading, i) => {
    const stop = stops[i + 1]?.block.start ?? end;
    if (roleOf(heading.text.text) === 'appendix') {
      part++;
      last = [];
    }
    if (heading.level !== 2) return [];
    const span = { start: heading.block.start, end: stop };
    const section = readSection(body, heading, span, part, last);
    last = section.paragraphs.at(-1)?.parts ?? last;
    return [section];
  });
}

function readSection(body: Markdown, heading: Passage, span: Span, part: number, last: readonly number[]): Section {
  const title = heading.text.text;
  const found = sectionNumber(title);
  const dotted = found ? undefined : paragraphNumber(title, successors(last));
  const until = found?.until ?? dotted?.until ?? 0;
  const paragraphs = readParagraphs(body, span, found?.parts[0] ?? last[0], dotted ? last : []);
  return {
    heading,
    ...(found ? { number: numberingAt(heading.text, 0, found) } : {}),
    title: title.slice(until).trim(),
    titleSpan: heading.text.spanOf(until, title.length),
    role: roleOf(title.slice(until)),
    span,
    content: { start: Math.min(heading.block.end, span.end), end: span.end },
    paragraphs: dotted ? [{ ...numberingAt(heading.text, 0, dotted), text: dotted.rest, heading: true }, ...paragraphs] : paragraphs,
    part,
  };
}

function readParagraphs(body: Markdown, span: Span, section: number | undefined, before: readonly number[]): NumberedParagraph[] {
  const out: NumberedParagraph[] = [];
  let last = before;
  for (const passage of body.passages) {
    if (passage.block.start <= span.start || passage.block.start >= span.end) continue;
    if (passage.kind === 'cell' || passage.quoted || passage.listDepth > 0) continue;
    let offset = 0;
    for (const line of passage.text.text.split('\n')) {
      const expected = last.length > 0 ? successors(last) : section === undefined ? [] : [[section, 1]];
      const found = paragraphNumber(line, expected);
      // Inside a paragraph only the very next number starts a new one; anything else is a wrapped line of prose.
      const next = found && expected.some((number) => number.join('.') === found.parts.join('.'));
      if (found && (offset === 0 || next)) {
        out.push({ ...numberingAt(passage.text, offset, found), text: found.rest, heading: passage.kind === 'heading' });
        last = found.parts;
      }
      offset += line.length + 1;
    }
  }
  return out;
}

function numberingAt(text: SourceText, offset: number, found: NumberAtStart): Numbering {
  return { parts: found.parts, span: text.spanOf(offset, offset + found.length) };
}

function roleOf(title: string): SectionRole {
  const name = fold(title).trim().toLowerCase();
  if (/^(?:\d+\.?\s+)?(?:appendix|annexe?)\b/.test(name)) return 'appendix';
  if (/^(?:\d+\.?\s+)?footnotes?:?$/.test(name)) return 'footnote';
  if (/^(?:\d+\.?\s+)?recommendations?:?$/.test(name)) return 'recommendations';
  return 'section';
}
