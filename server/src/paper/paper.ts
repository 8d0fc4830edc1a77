import { LineIndex, lineEndOf } from '../text/lines.ts';
import { startsWithAt } from '../text/search.ts';
import { SourceText, SourceTextBuilder } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import { readCaptions, type Caption } from './structure/captions.ts';
import { readFrontMatter, type FrontMatter } from './yaml/frontMatter.ts';
import { readMarkdown, type Markdown } from './markdown/markdown.ts';
import { findExceededLimit, type ExceededLimit } from './limits.ts';
import { readParts, readSections, type Part, type Section } from './structure/sections.ts';
import { splitFrontMatter, type FrontMatterSplit } from './yaml/splitFrontMatter.ts';

/** A committee report: its text, and what was read out of it, every part with its place. */
export interface Paper {
  readonly text: string;
  readonly lines: LineIndex;
  readonly lineEnd: '\n' | '\r\n';
  readonly split: FrontMatterSplit;
  readonly frontMatter: FrontMatter;
  readonly body: PaperBody;
  /** Why the report was not read further, where it is too large to. */
  readonly excess: ExceededLimit | undefined;
}

export interface PaperBody {
  readonly span: Span;
  readonly markdown: Markdown;
  readonly sections: readonly Section[];
  readonly captions: readonly Caption[];
  /** The stretches after the first in which numbers start afresh. */
  readonly parts: readonly Part[];
}

/**
 * Reads a report. Never throws, whatever the text.
 * @param before an earlier version of it: its front matter is taken over where not a character of it has changed
 */
export function parsePaper(text: string, before?: Paper): Paper {
  const excess = findExceededLimit(text);
  const split = excess ? { body: { start: text.length, end: text.length } } : splitFrontMatter(text);
  const markdown = readMarkdown(readLines(text, split.body));
  const parts = readParts(markdown);
  return {
    text,
    lines: new LineIndex(text),
    lineEnd: lineEndOf(text),
    split,
    frontMatter: before && isSameUpToBody(text, split, before) ? before.frontMatter : readFrontMatter(text, split),
    body: { span: split.body, markdown, parts, sections: readSections(markdown, parts), captions: readCaptions(markdown, parts) },
    excess,
  };
}

/** True where two versions of a report begin alike, up to the line that ends the front matter. */
function isSameUpToBody(text: string, { close }: FrontMatterSplit, before: Paper): boolean {
  const end = before.split.close?.end;
  return close !== undefined && close.end === end && startsWithAt(text, before.text.slice(0, end), 0);
}

/** A stretch of a text as written, with CRLF read as LF. */
export function readLines(text: string, span: Span): SourceText {
  const part = text.slice(span.start, span.end);
  if (!part.includes('\r\n')) return SourceText.verbatim(text, span);
  const out = new SourceTextBuilder(span.start);
  let from = 0;
  for (let at = part.indexOf('\r\n'); at !== -1; at = part.indexOf('\r\n', from)) {
    out.add(part.slice(from, at), span.start + from);
    out.addFor('\n', { start: span.start + at, end: span.start + at + 2 });
    from = at + 2;
  }
  out.add(part.slice(from), span.start + from);
  return out.build();
}
