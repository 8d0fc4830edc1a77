import type { PlacedToken } from '../../paper/markdown/markdownParser.ts';
import { startsWithAt } from '../../text/search.ts';
import type { SourceText } from '../../text/sourceText.ts';
import { textOf, type Image, type Inline, type Origin, type Text } from '../model.ts';

/** What running text refers to and does not hold itself. */
export interface InlineContext {
  /** The picture of an address as written. */
  image(src: string, alt: string, title: string): Image;
  /** Where a link may lead; nothing for an address that is not to be followed. */
  link(href: string): string | undefined;
  /** The mark of a footnote, by its place among those of the same text. */
  note(id: number): Inline;
}

const MARKS: Readonly<Record<string, 'strong' | 'emphasis' | 'struck'>> = { strong: 'strong', em: 'emphasis', s: 'struck' };

/**
 * Running text as read from inline tokens.
 * @param source the Markdown that they were read from; without it nobody can tell where the words stand
 */
export function readInlines(tokens: readonly PlacedToken[], around: InlineContext, source: SourceText | undefined): Inline[] {
  const open: Inline[][] = [[]];
  const hrefs: string[] = [];
  const add = (part: Inline): void => void open.at(-1)?.push(part);
  for (const token of tokens) {
    const mark = MARKS[token.type.replace(/_(?:open|close)$/, '')];
    if (mark || token.type === 'link_open' || token.type === 'link_close') {
      if (token.nesting > 0) {
        open.push([]);
        if (!mark) hrefs.push(String(token.attrGet('href') ?? ''));
        continue;
      }
      const content = open.length > 1 ? (open.pop() ?? []) : [];
      const href = mark ? undefined : around.link(hrefs.pop() ?? '');
      if (mark) add({ kind: mark, content });
      else if (href === undefined || textOf(content).trim() + imageNames(content) === '') content.forEach(add);
      else add({ kind: 'link', href, content });
      continue;
    }
    const part = readOne(token, around, source);
    if (part) add(part);
  }
  return open.flat();
}

function imageNames(content: readonly Inline[]): string {
  return content.map((part) => (part.kind === 'image' ? part.image.alt : '')).join('');
}

function readOne(token: PlacedToken, around: InlineContext, source: SourceText | undefined): Inline | undefined {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return token.content === '' ? undefined : withOrigin(token.content, source && originOf(token, source));
    case 'softbreak':
      return { kind: 'text', text: ' ' };
    case 'hardbreak':
      return { kind: 'break' };
    case 'code_inline':
      return { kind: 'code', text: token.content };
    case 'image':
      return {
        kind: 'image',
        image: around.image(String(token.attrGet('src') ?? ''), token.content, String(token.attrGet('title') ?? '')),
      };
    case 'footnote_ref':
      return around.note((token.meta as { id: number }).id);
    case 'html_inline': {
      const text = withoutComments(token.content);
      return text === '' ? undefined : { kind: 'text', text };
    }
    default:
      return undefined;
  }
}

function originOf({ type, at, content, markup }: PlacedToken, source: SourceText): Origin | undefined {
  if (at === undefined) return undefined;
  if (type === 'text_special') return { source, from: at, to: at + markup.length };
  // An address in pointed brackets begins behind the first of them.
  const from = [at, at + 1].find((offset) => startsWithAt(source.text, content, offset));
  return from === undefined ? undefined : { source, from, to: from + content.length };
}

function withOrigin(text: string, origin: Origin | undefined): Text {
  return { kind: 'text', text, ...(origin ? { origin } : {}) };
}

/** Words without so many characters at their ends. */
function cut({ text, origin }: Text, start: number, end: number): Text {
  const isExact = origin && origin.to - origin.from === text.length;
  return withOrigin(
    text.slice(start, text.length - end),
    isExact ? { ...origin, from: origin.from + start, to: origin.to - end } : origin,
  );
}

/** HTML without its comments, which are never printed. */
export function withoutComments(html: string): string {
  return html.replace(/<!--[^]*?(?:-->|$)/g, '');
}

/** The content without so many characters at its start, and without white space before what is left. */
export function dropStart(content: readonly Inline[], count: number): Inline[] {
  let left = count;
  const out: Inline[] = [];
  for (const part of content) {
    const isFirst = out.length === 0;
    if (part.kind === 'text') {
      const rest = part.text.slice(left);
      left = Math.max(0, left - part.text.length);
      const shown = isFirst ? rest.trimStart() : rest;
      if (shown !== '') out.push(cut(part, part.text.length - shown.length, 0));
    } else if ('content' in part && isFirst) {
      const inner = dropStart(part.content, left);
      left = Math.max(0, left - textOf(part.content).length);
      if (inner.length > 0) out.push({ ...part, content: inner });
    } else if (!(isFirst && part.kind === 'break')) {
      out.push(part);
    }
  }
  return out;
}

/** The content without white space at its ends. */
export function trimInlines(content: readonly Inline[]): Inline[] {
  const out = dropStart(content, 0);
  for (let last = out.at(-1); last; last = out.at(-1)) {
    if (last.kind === 'break' || (last.kind === 'text' && last.text.trim() === '')) out.pop();
    else {
      if (last.kind === 'text') out[out.length - 1] = cut(last, 0, last.text.length - last.text.trimEnd().length);
      break;
    }
  }
  return out;
}
