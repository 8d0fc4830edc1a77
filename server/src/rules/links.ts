import { readMarkdown, type Markdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import type { Context } from './context.ts';

/** A link or a picture of a report, in the body or in a field. */
export interface PlacedLink {
  readonly path: Path;
  readonly kind: 'link' | 'picture';
  /** The address as the parser gives it: `%20` for a space. */
  readonly address: string;
  /** The link as it is written, from its opening bracket on. */
  readonly span: Span;
}

/** How a link, or the address of one, looks in Markdown. */
const LINK = /\]\(|\]:/;

/** The links and pictures of the body and of the fields that hold long text. */
export function* readLinks(report: Report, { fields }: Context): Iterable<PlacedLink> {
  for (const { path, field, text, node } of fields.all()) {
    // A field that stands in the body is read with it.
    if (field?.kind === 'markdown' && text && node && LINK.test(text.text)) yield* linksOf(readMarkdown(text), path);
  }
  yield* linksOf(report.body.markdown, ['body']);
}

function* linksOf({ links, images }: Markdown, path: Path): Iterable<PlacedLink> {
  for (const { href, span } of links) yield { path, kind: 'link', address: href, span };
  for (const { src, span } of images) yield { path, kind: 'picture', address: src, span };
}

/**
 * Where the address of a link stands, `<` and `>` left out.
 * @returns nothing for a link whose address stands elsewhere (`[text][1]`) or is its text (`<https://…>`)
 */
export function spanOfAddress({ text }: Report, { span }: Pick<PlacedLink, 'span'>): Span | undefined {
  const written = text.slice(span.start, span.end);
  const bracket = written.lastIndexOf('](');
  if (bracket === -1) return undefined;
  const found = /^\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))+))/.exec(written.slice(bracket + 2));
  const address = found?.[1] ?? found?.[2];
  if (!found || address === undefined) return undefined;
  const start = span.start + bracket + 2 + found[0].indexOf(address);
  return { start, end: start + address.length };
}
