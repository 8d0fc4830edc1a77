import type { Span } from '../../text/span.ts';
import { startsWithAt } from '../../text/search.ts';
import { SourceTextBuilder, type SourceText } from '../../text/sourceText.ts';
import type { PlacedToken } from './markdownParser.ts';

/** Stands in a passage for what is not prose: code, an image, a footnote mark. */
export const OBJECT = '\ufffc';

export interface Link {
  readonly href: string;
  readonly title: string;
  readonly text: string;
  /** From the opening bracket to the closing one behind the address. */
  readonly span: Span;
}

export interface MarkdownImage {
  readonly src: string;
  readonly alt: string;
  readonly title: string;
  readonly span: Span;
}

/** An HTML comment: never printed, read for suppressions and by the rule on notes to colleagues. */
export interface Comment {
  /** What stands between the marks, trimmed. */
  readonly text: string;
  readonly span: Span;
}

export interface InlineContent {
  /** The text as a reader sees it; line ends stay line ends. */
  readonly text: SourceText;
  readonly links: readonly Link[];
  readonly images: readonly MarkdownImage[];
  readonly comments: readonly Comment[];
}

/**
 * Reads the inline tokens of one block.
 * @param content the block's Markdown with its place in the source
 */
export function readInline(content: SourceText, children: readonly PlacedToken[]): InlineContent {
  const only = children.length === 1 ? children[0] : undefined;
  if (only?.type === 'text' && only.content === content.text) return { text: content, links: [], images: [], comments: [] };
  const reader = new InlineReader(content);
  children.forEach((token, i) => reader.read(token, children, i));
  return { text: reader.out.build().within(content), links: reader.links, images: reader.images, comments: reader.comments };
}

class InlineReader {
  /** The text as read from the block's content. */
  readonly out = new SourceTextBuilder(0);
  readonly links: Link[] = [];
  readonly images: MarkdownImage[] = [];
  readonly comments: Comment[] = [];
  private openLink: { token: PlacedToken; at: number; text: string } | undefined;
  /** Where the last token ended, for those of a run that share one mark (`***`). */
  private end = 0;

  constructor(private readonly content: SourceText) {}

  read(token: PlacedToken, all: readonly PlacedToken[], i: number): void {
    const at = Math.max(token.at ?? this.end, this.end);
    switch (token.type) {
      case 'text':
        return this.addText(token.content, at, () => startAfter(all, i, this.content.text));
      case 'text_special':
        return this.addFor(token.content, at, at + token.markup.length);
      case 'softbreak':
      case 'hardbreak':
        return this.addFor('\n', at, startAfter(all, i, this.content.text));
      case 'code_inline':
        return this.addFor(OBJECT, at, endOfCode(this.content.text, at, token.markup));
      case 'footnote_ref':
        return this.addFor(OBJECT, at, startAfter(all, i, this.content.text));
      case 'image':
        return this.addImage(token, at, endOfImage(all, i, at, this.content.text));
      case 'html_inline':
        return this.addHtml(token.content, at);
      case 'link_open':
        this.openLink = { token, at, text: '' };
        return;
      case 'link_close':
        return this.closeLink(startAfter(all, i, this.content.text));
    }
  }

  /** Text as it stands; behind the bracket of `<https://…>`; or as a whole where the parser wrote an address anew. */
  private addText(text: string, at: number, next: () => number): void {
    const all = this.content.text;
    if (startsWithAt(all, text, at)) this.add(text, at);
    else if (startsWithAt(all, text, at + 1)) this.add(text, at + 1);
    else this.addFor(text, at, next());
  }

  /** Text as it stands at an offset. */
  private add(text: string, from: number): void {
    this.end = from + text.length;
    if (this.openLink) this.openLink.text += text;
    this.out.add(text, from);
  }

  private addFor(text: string, from: number, to: number): void {
    if (this.content.text.slice(from, to) === text) return this.add(text, from);
    this.end = to;
    if (this.openLink) this.openLink.text += text;
    this.out.addFor(text, { start: from, end: to });
  }

  private addImage(token: PlacedToken, from: number, to: number): void {
    this.images.push({
      src: String(token.attrGet('src') ?? ''),
      alt: token.content,
      title: String(token.attrGet('title') ?? ''),
      span: this.content.spanOf(from, to),
    });
    this.addFor(OBJECT, from, to);
  }

  private addHtml(html: string, at: number): void {
    if (!html.startsWith('<!--')) return this.addFor(html, at, at + html.length);
    const text = html.slice('<!--'.length).replace(/-->$/, '').trim();
    this.comments.push({ text, span: this.content.spanOf(at, at + html.length) });
    this.end = at + html.length;
  }

  private closeLink(end: number): void {
    if (!this.openLink) return;
    const { token, at, text } = this.openLink;
    this.openLink = undefined;
    this.end = end;
    const href = String(token.attrGet('href') ?? '');
    const title = String(token.attrGet('title') ?? '');
    this.links.push({ href, title, text, span: this.content.spanOf(at, end) });
  }
}

const HTML_COMMENT = /<!--([^]*?)(?:-->|$)/g;

/** Parts a piece of HTML into its comments and what is shown of it. */
export function readHtml(html: SourceText): Pick<InlineContent, 'text' | 'comments'> {
  const shown = new SourceTextBuilder(0);
  const comments: Comment[] = [];
  let at = 0;
  for (const { 0: whole, 1: text = '', index } of html.text.matchAll(HTML_COMMENT)) {
    shown.add(html.text.slice(at, index), at);
    at = index + whole.length;
    comments.push({ text: text.trim(), span: html.spanOf(index, at) });
  }
  shown.add(html.text.slice(at), at);
  return { text: shown.build().within(html), comments };
}

/** Where the next token that has a place of its own begins. */
function startAfter(tokens: readonly PlacedToken[], i: number, content: string): number {
  const from = tokens[i]?.at ?? 0;
  for (let next = i + 1; next < tokens.length; next++) {
    const token = tokens[next];
    if (token && token.type !== 'link_close' && token.at !== undefined && token.at > from) return token.at;
  }
  return content.length;
}

/** Where an image ends: at the next token or, at the end of a link's words, at the bracket that closes them. */
function endOfImage(tokens: readonly PlacedToken[], i: number, at: number, content: string): number {
  const next = startAfter(tokens, i, content);
  if (tokens[i + 1]?.type !== 'link_close') return next;
  const rest = content.slice(at, next);
  const close = Math.max(rest.lastIndexOf(']('), rest.lastIndexOf(']['));
  return at + (close > 0 ? close : rest.lastIndexOf(']'));
}

function endOfCode(content: string, at: number, markup: string): number {
  const run = new RegExp(`(?<!\`)${markup}(?!\`)`, 'g');
  run.lastIndex = at + markup.length;
  return run.exec(content) ? run.lastIndex : content.length;
}
