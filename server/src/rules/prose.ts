import { readMarkdown, type Passage } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import type { Fields } from '../template/fields.ts';
import { fold } from '../text/fold.ts';
import type { Path } from '../text/path.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';
import type { Value } from '../template/value.ts';

/** One text of a report that people read: a field's, or the body's. */
export interface Prose {
  readonly path: Path;
  /** The field's value; nothing for the body. */
  readonly value?: Value;
  /** The text as written, Markdown and all, folded ({@link fold}): a quick look before the passages are read. */
  readonly raw: string;
  /** What a reader sees of it, code left out: paragraphs, headings, table cells. */
  readonly passages: readonly Passage[];
}

/** A stretch of prose that a pattern was found in. */
export interface Match {
  readonly path: Path;
  readonly value?: Value;
  readonly passage: Passage;
  /** The passage's text, folded. */
  readonly text: string;
  readonly groups: RegExpExecArray;
  readonly index: number;
  readonly end: number;
  readonly span: Span;
}

/** The texts of a report: each text value of the front matter, then the body (without the sections that are fields' values). */
export function readProse(report: Report, fields: Fields): Prose[] {
  const prose: Prose[] = [];
  for (const value of fields.all()) {
    if (!value.text || value.blank || value.path[0] === 'template') continue;
    prose.push(lazyProse(value.path, value.text, value, value.field?.kind === 'markdown'));
  }
  const start = fields.sections[0]?.span.start ?? report.body.span.end;
  const first = report.body.sections[0]?.span.start ?? report.body.span.end;
  const passages = report.body.markdown.passages.filter(({ block }) => block.start < first || block.start >= start);
  const raw = fold(report.text.slice(report.body.span.start, report.body.span.end));
  return [...prose, { path: ['body'], raw, passages }];
}

function lazyProse(path: Path, text: SourceText, value: Value, isMarkdown: boolean): Prose {
  let passages: readonly Passage[] | undefined;
  return {
    path,
    value,
    raw: fold(text.text),
    get passages() {
      passages ??= isMarkdown ? readMarkdown(text).passages : [plainPassage(text)];
      return passages;
    },
  };
}

function plainPassage(text: SourceText): Passage {
  return { kind: 'paragraph', text, block: text.span, quoted: false, listDepth: 0 };
}

/**
 * Finds a pattern in what people read of a report; code is never looked at.
 * @param pattern with the flag `g`, matched against folded text
 */
export function* findInProse(prose: readonly Prose[], pattern: RegExp): Iterable<Match> {
  for (const text of prose) {
    pattern.lastIndex = 0;
    // Marks of emphasis may stand within the words, so only a text without any can be passed over by its raw form.
    if (!/[*_\\&[\n]/.test(text.raw) && !pattern.test(text.raw)) continue;
    for (const passage of text.passages) yield* matches(text, passage, pattern);
  }
}

function* matches(prose: Prose, passage: Passage, pattern: RegExp): Iterable<Match> {
  const text = fold(passage.text.text);
  // The search below begins where the last test of the pattern ended.
  pattern.lastIndex = 0;
  for (const groups of text.matchAll(pattern)) {
    const end = groups.index + groups[0].length;
    const value = prose.value ? { value: prose.value } : {};
    yield {
      path: prose.path,
      ...value,
      passage,
      text,
      groups,
      index: groups.index,
      end,
      span: passage.text.spanOf(groups.index, end),
    };
  }
}
