import type { Paper } from '../paper/paper.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import type { RuleContext } from './ruleContext.ts';
import { withMarkdown } from './prose.ts';

/** A link or a picture of a report, in the body or in a field. */
export interface PlacedLink {
  readonly path: Path;
  readonly kind: 'link' | 'picture';
  /** The address as the parser gives it: `%20` for a space. */
  readonly address: string;
  /** What a reader sees of a link; the description of a picture. */
  readonly words: string;
  /** The link as it is written, from its opening bracket on. */
  readonly span: Span;
}

/** How a link, or the address of one, looks in Markdown. */
const LINK = /\]\(|\]:|\]\[|<\w+:|<[^\s<>]+@/;

/** The links and pictures of the fields that hold long text and of the body. */
export function* readLinks({ prose }: RuleContext): Iterable<PlacedLink> {
  for (const { path, markdown } of withMarkdown(prose, LINK)) {
    for (const { href, text, span } of markdown.links) yield { path, kind: 'link', address: href, words: text, span };
    for (const { src, alt, span } of markdown.images) yield { path, kind: 'picture', address: src, words: alt, span };
  }
}

/** True for a link without an address: none at all, a bare `#`, or a scheme with nothing behind it. */
export function leadsNowhere({ kind, address }: PlacedLink): boolean {
  return kind === 'link' && /^(?:#|\?|(?:https?|ftp|mailto|tel):\/*#?)?$/i.test(address.trim());
}

/**
 * Where the address of a link stands, `<` and `>` left out.
 * @returns nothing for a link whose address stands elsewhere (`[text][1]`) or is its text (`<https://…>`)
 */
export function spanOfAddress({ text }: Paper, { span }: Pick<PlacedLink, 'span'>): Span | undefined {
  const written = text.slice(span.start, span.end);
  const bracket = written.lastIndexOf('](');
  if (bracket === -1) return undefined;
  const found = /^\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))+))/.exec(written.slice(bracket + 2));
  const address = found?.[1] ?? found?.[2];
  if (!found || address === undefined) return undefined;
  const start = span.start + bracket + 2 + found[0].indexOf(address);
  return { start, end: start + address.length };
}
