import { readMarkdown, type Markdown, type Passage } from '../paper/markdown/markdown.ts';
import type { Paper } from '../paper/paper.ts';
import type { Fields } from '../template/fields.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import { Memo } from '../text/memo.ts';
import { matchesOf } from '../text/search.ts';
import type { Path } from '../text/path.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { Value } from '../template/value.ts';

/** One text of a report that people read: a field's, or the body's. */
export interface Prose {
  readonly path: Path;
  /** The field's value; nothing for the body. */
  readonly value?: Value;
  /** The text as written, Markdown and all. */
  readonly source: string;
  /** The same, folded ({@link foldPunctuation}). */
  readonly foldedSource: string;
  /** The words of it without marks of emphasis, a field's on one line, which need not be read as Markdown for that. */
  readonly singleLine: string;
  /** The same in lower case. */
  readonly lowerCase: string;
  /** What is in it; a text that is no Markdown is one paragraph. */
  readonly markdown: Markdown;
  /** What a reader sees of it, code left out: paragraphs, headings, table cells. */
  readonly passages: readonly Passage[];
  /** The texts of the passages, folded, each on one line. */
  readonly passageTexts: readonly string[];
  /** These in one, {@link PASSAGE_SEPARATOR} two of them: one search of it tells whether to look at each. */
  readonly joinedPassages: string;
  /** Where each passage begins in {@link joinedPassages}. */
  readonly starts: readonly number[];
  /** The places of the passages in {@link passages}, in the order of the source: footnotes stand behind the rest there. */
  readonly inOrder: readonly number[];
  /** What rules have worked out of it for each other. */
  readonly kept: Memo;
}

/** Stands between two passages: no pattern for words matches it, and a line ends on either side. */
export const PASSAGE_SEPARATOR = '\n\0\n';

/** A stretch of prose that a pattern was found in. */
export interface Match {
  readonly path: Path;
  readonly value: Value | undefined;
  readonly passage: Passage;
  /** The passage's text, folded, on one line. */
  readonly text: string;
  readonly groups: RegExpExecArray;
  readonly index: number;
  readonly end: number;
  readonly span: Span;
}

/** The texts of a report: each text value of the front matter, then the body (without the sections that are fields' values). */
export function readProse(report: Paper, fields: Fields): Prose[] {
  const prose: Prose[] = [];
  for (const value of fields.all()) {
    if (!value.text || value.blank || value.path[0] === 'template') continue;
    prose.push(new FieldProse(value, value.text));
  }
  const start = fields.sections[0]?.span.start ?? report.body.span.end;
  const first = report.body.sections[0]?.span.start ?? report.body.span.end;
  const { markdown, span } = report.body;
  const own = first === start ? markdown : outside(markdown, { start: first, end: start });
  return [...prose, new LazyProse(['body'], report.text.slice(span.start, span.end), () => own)];
}

/** What is in a body without the sections that are fields' values. */
function outside(body: Markdown, fields: Span): Markdown {
  const isOwn = ({ start }: Span): boolean => start < fields.start || start >= fields.end;
  const own = <T extends { readonly span: Span }>(items: readonly T[]): T[] => items.filter(({ span }) => isOwn(span));
  return {
    source: body.source,
    passages: body.passages.filter(({ block }) => isOwn(block)),
    tables: own(body.tables),
    lists: own(body.lists),
    links: own(body.links),
    images: own(body.images),
    comments: own(body.comments),
  };
}

class LazyProse implements Prose {
  readonly kept = new Memo();
  private readonly read: {
    raw?: string;
    line?: string;
    glance?: string;
    markdown?: Markdown;
    folded?: readonly string[];
    plain?: string;
    starts?: readonly number[];
    inOrder?: readonly number[];
  } = {};

  constructor(
    readonly path: Path,
    readonly source: string,
    private readonly readText: () => Markdown,
  ) {}

  get foldedSource(): string {
    return (this.read.raw ??= foldPunctuation(this.source));
  }

  get singleLine(): string {
    return (this.read.line ??= this.path[0] === 'body' ? this.joinedPassages : unmarked(this.foldedSource));
  }

  get lowerCase(): string {
    return (this.read.glance ??= this.singleLine.toLowerCase());
  }

  get markdown(): Markdown {
    return (this.read.markdown ??= this.readText());
  }

  get passages(): readonly Passage[] {
    return this.markdown.passages;
  }

  get passageTexts(): readonly string[] {
    const { joinedPassages, starts } = this;
    return (this.read.folded ??= this.passages.map(({ text }, i) => {
      const start = starts[i] ?? 0;
      return joinedPassages.slice(start, start + text.text.length);
    }));
  }

  get joinedPassages(): string {
    // Folded in one go: no character is added or taken away.
    return (this.read.plain ??= foldPunctuation(this.passages.map(({ text }) => onOneLine(text.text)).join(PASSAGE_SEPARATOR)));
  }

  get starts(): readonly number[] {
    let next = 0;
    return (this.read.starts ??= this.passages.map(({ text }) => {
      const start = next;
      next += text.text.length + PASSAGE_SEPARATOR.length;
      return start;
    }));
  }

  get inOrder(): readonly number[] {
    const startOf = (i: number): number => this.passages[i]?.block.start ?? 0;
    return (this.read.inOrder ??= this.passages.map((_, i) => i).sort((a, b) => startOf(a) - startOf(b)));
  }
}

/** Most passages stand on one line as they are. */
function onOneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

/** A text without marks of emphasis and line ends. */
function unmarked(raw: string): string {
  const words = raw.replace(/[*_\\]/g, '');
  return words.includes('\n') ? words.replace(/(?<![ \t])[ \t]*\n\s*/g, ' ') : words;
}

/** The text of a field. */
class FieldProse extends LazyProse {
  constructor(
    readonly value: Value,
    text: SourceText,
  ) {
    const isMarkdown = value.field?.kind === 'markdown';
    super(value.path, text.text, () => (isMarkdown ? readMarkdown(text) : onePassage(text)));
  }
}

function onePassage(text: SourceText): Markdown {
  const passage: Passage = { kind: 'paragraph', text, block: text.span, quoted: false, listDepth: 0 };
  return { source: text, passages: [passage], tables: [], lists: [], links: [], images: [], comments: [] };
}

/**
 * The texts that may hold Markdown of some kind, the body always among them.
 * @param mark stands in the source wherever there is some (`![` for an image), so that other fields are not read for it
 */
export function withMarkdown(prose: readonly Prose[], mark: RegExp): readonly Prose[] {
  return prose.filter(({ value, source }) => !value || (value.field?.kind === 'markdown' && mark.test(source)));
}

/**
 * Finds a pattern in what people read of a report; code is never looked at.
 * @param pattern with the flag `g`, matched against folded text
 */
export function* findInProse(prose: readonly Prose[], pattern: RegExp): Iterable<Match> {
  const anywhere = inAnyLine(pattern);
  for (const text of prose) {
    if (!anywhere.test(text.joinedPassages)) continue;
    for (let i = 0; i < text.passages.length; i++) yield* matches(text, i, pattern);
  }
}

const perLine = new WeakMap<RegExp, RegExp>();

/** The pattern for texts of several passages, where `^` and `$` are the ends of each. */
function inAnyLine(pattern: RegExp): RegExp {
  const known = perLine.get(pattern);
  if (known) return known;
  const made = new RegExp(pattern.source, `${pattern.flags.replace(/[gm]/g, '')}m`);
  perLine.set(pattern, made);
  return made;
}

function* matches(prose: Prose, i: number, pattern: RegExp): Iterable<Match> {
  const passage = prose.passages[i];
  const text = prose.passageTexts[i];
  if (!passage || text === undefined) return;
  for (const groups of matchesOf(pattern, text)) {
    const end = groups.index + groups[0].length;
    const span = passage.text.spanOf(groups.index, end);
    yield { path: prose.path, value: prose.value, passage, text, groups, index: groups.index, end, span };
  }
}

/**
 * The match with what stands before it as well, as far as `lead` finds it there.
 * @param lead ends in `$`; looking back is cheaper than a pattern that begins with what may not be there
 */
export function extendLeft(match: Match, lead: RegExp): Match {
  const { text, index, end, passage, groups } = match;
  const found = lead.exec(text.slice(Math.max(0, index - 160), index))?.[0].trimStart() ?? '';
  if (found === '') return match;
  const from = index - found.length;
  groups[0] = text.slice(from, end);
  return { ...match, groups, index: from, span: passage.text.spanOf(from, end) };
}
