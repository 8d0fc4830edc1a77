import type { Passage } from '../../paper/markdown/markdown.ts';
import type { Paper } from '../../paper/paper.ts';
import type { NumberedParagraph, Section } from '../../paper/structure/sections.ts';
import type { Span } from '../../text/span.ts';

/** A paragraph or sub-heading of the body that begins with its number, with its place. */
export interface PlacedParagraph {
  readonly paragraph: NumberedParagraph;
  readonly section: Section;
  /** From its number to its end, or to the next number where several stand in one paragraph of Markdown. */
  readonly span: Span;
}

const known = new WeakMap<Paper, readonly PlacedParagraph[]>();

/** The numbered paragraphs of a report's body, in the order of the text. Read once. */
export function paragraphsOf(report: Paper): readonly PlacedParagraph[] {
  let paragraphs = known.get(report);
  if (!paragraphs) known.set(report, (paragraphs = readParagraphs(report)));
  return paragraphs;
}

function readParagraphs({ body }: Paper): PlacedParagraph[] {
  const numbered = body.sections.flatMap((section) => section.paragraphs.map((paragraph) => ({ paragraph, section, at: paragraph.span.start }))); // prettier-ignore
  const passages = inOrder(body.markdown.passages);
  let next = 0;
  return numbered.map(({ paragraph, section, at }, i) => {
    while ((passages[next]?.block.end ?? Infinity) <= at) next++;
    const end = passages[next]?.block.end ?? paragraph.span.end;
    return {
      paragraph,
      section,
      span: { start: at, end: Math.max(paragraph.span.end, Math.min(end, numbered[i + 1]?.at ?? end)) },
    };
  });
}

/** Passages as they stand in the text: the parser gives footnotes behind the rest. */
export function inOrder(passages: readonly Passage[]): Passage[] {
  return [...passages].sort((a, b) => a.block.start - b.block.start);
}
