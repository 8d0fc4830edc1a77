import { diffArrays } from 'diff';
import type { Passage } from '../paper/markdown/markdown.ts';
import type { Paper } from '../paper/paper.ts';
import type { Section } from '../paper/structure/sections.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import { verbStem, introLength, listMarkerLength, readRequestedActions, readClauses } from './requestedActions.ts';
import type { RuleContext } from './ruleContext.ts';
import type { Prose } from './prose.ts';
import { coverRecommendations, leadIn, trimmedSpan } from './recommendations.ts';

/** A section that only says where the recommendations are. */
const POINTS = /\b(?:as|see|set out|shown|given|listed|detailed|refer|contained|stated|outlined|found|repeated)\b/i;
const AT_COVER = /\b(?:cover|covering|front|above|beginning|start|first page|top|page 1|head)\b/i;

/** What recommendations say. */
export interface Wording {
  /** Their clauses without the words of asking. */
  readonly plain: string;
  /** The words of that, by which two wordings are compared. */
  readonly words: readonly Word[];
}

/** One recommendation, on the cover or in the section that restates them. */
export interface Unit extends Wording {
  /** Its Markdown as written, without the number in front. */
  readonly raw: string;
  /** Where that stands in the source. */
  readonly span: Span;
}

interface Word {
  readonly same: string;
  readonly start: number;
  readonly end: number;
}

/** Words before a list that add nothing to it. */
const THE_FOLLOWING = /\bthe following(?: recommendations?)?\s*:\s*$/i;

/** A recommendation of the cover. */
interface CoverUnit extends Unit {
  readonly path: Path;
}

/** The recommendations of a section. */
interface Restated {
  readonly units: readonly Unit[];
  /** The words before the list, such as "That the committee:"; empty where there are none. */
  readonly lead: string;
  /** All of the section's own text, without a paragraph number in front and without a footnote at its end. */
  readonly span: Span;
}

/** What stands behind the recommendations at the end of a report and is none of them. */
const AFTERWORD =
  /^\s*(?:footnotes?:?\s*$|issues relating to financial, legal|please do not delete|(?:report )?author\b|background papers\b|appendi(?:x|ces)\b)/i;

/** What a recommendation of the cover says. */
function unitOf({ path, value, passages }: Prose): CoverUnit | undefined {
  const text = value?.text;
  if (!text) return undefined;
  const span = trimmedSpan(text);
  const whole = text.text.trim();
  const marker = listMarkerLength(foldPunctuation(whole));
  const start = text.sourceOf(text.text.length - text.text.trimStart().length + marker);
  return {
    path,
    raw: whole.slice(marker),
    span: { start, end: span.end },
    ...readWords(passages.map((passage) => passage.text.text)),
  };
}

/** The recommendations that a section restates: the items of its list, or its paragraphs that ask for something. */
function readRestated(report: Paper, { content }: Section): Restated {
  const inside = report.body.markdown.passages.filter(
    ({ block, kind }) => kind !== 'cell' && block.start >= content.start && block.end <= content.end,
  );
  const last = inside.findIndex(({ text }) => AFTERWORD.test(text.text));
  const passages = last === -1 ? inside : inside.slice(0, last);
  const end = passages.at(-1)?.block.end ?? content.start;
  const items = itemSpans(report, content, end);
  const byItem = new Map<Span, Passage[]>();
  const paragraphs: Passage[] = [];
  let i = 0;
  for (const passage of passages) {
    const at = passage.text.span.start;
    while ((items[i]?.end ?? Infinity) <= at) i++;
    const item = items[i];
    if (item && item.start <= at) byItem.set(item, [...(byItem.get(item) ?? []), passage]);
    else paragraphs.push(passage);
  }
  const listed = [...byItem].map(([span, own]) => makeUnit(report, span, own));
  const before = paragraphs.findLast(({ block }) => block.start < (items[0]?.start ?? 0));
  const leader =
    before && /:\s*$/.test(before.text.text) ? before : paragraphs.find(({ text }) => readWords([text.text]).words.length === 0);
  const others = paragraphs.filter((passage) => passage !== leader && readWords([passage.text.text]).words.length > 0);
  const asking = others.filter(({ text }) =>
    readRequestedActions([text.text]).some(({ kind }) => kind === 'action' || kind === 'weak'),
  );
  const own = (asking.length > 0 || listed.length > 0 ? asking : others).map((passage) =>
    makeUnit(report, passage.block, [passage]),
  );
  const units = [...own, ...listed].sort((a, b) => a.span.start - b.span.start);
  return { units, lead: leader?.text.text ?? '', span: { start: startOf(report, passages[0], content), end } };
}

function startOf(report: Paper, first: Passage | undefined, content: Span): number {
  if (!first) return content.start;
  const number = /^\d+(?:\.\d+)+[.)]?\s+/.exec(report.text.slice(first.block.start, first.block.end))?.[0].length ?? 0;
  return first.block.start + number;
}

/** The items of the lists that stand directly in a section, without their markers. */
function itemSpans(report: Paper, content: Span, end: number): Span[] {
  const lists = report.body.markdown.lists.filter(
    ({ depth, span }) => depth === 0 && span.start >= content.start && span.start < end,
  );
  return lists
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap(({ markers, span }) =>
      markers.map((marker, i) => ({
        start: marker.end,
        end: Math.max(marker.end, Math.min(end, markers[i + 1]?.start ?? span.end)),
      })),
    );
}

function makeUnit(report: Paper, within: Span, passages: readonly Passage[]): Unit {
  const source = report.text.slice(within.start, within.end);
  const skipped = source.length - source.trimStart().length;
  const start = within.start + skipped + listMarkerLength(foldPunctuation(source.trimStart()));
  const end = within.start + source.trimEnd().length;
  return {
    raw: report.text.slice(start, end).replaceAll('\r\n', '\n'),
    span: { start, end: Math.max(start, end) },
    ...readWords(passages.map(({ text }) => text.text)),
  };
}

/** The words that say what is recommended: without who is asked, numbers of items, punctuation, and the endings of verbs. */
function readWords(paragraphs: readonly string[]): Wording {
  const clauses = paragraphs.flatMap((paragraph) =>
    readClauses(paragraph.replace(/[,;]?\s(?:and|or)[;:,]?\s*$/i, '')).map(({ text }) =>
      text.slice(introLength(text)).replace(THE_FOLLOWING, ''),
    ),
  );
  const plain = clauses.join(' ');
  const words = [...plain.matchAll(/£?[\p{L}\p{N}]+(?:['.,][\p{L}\p{N}]+)*%?/gu)].map((found): Word => {
    const word = found[0].toLowerCase();
    return { same: verbStem(word) ?? word, start: found.index, end: found.index + found[0].length };
  });
  return { plain, words };
}

function sameWords(a: readonly Word[], b: readonly Word[]): boolean {
  return a.length === b.length && a.every(({ same }, i) => same === b[i]?.same);
}

/** True for the same clauses: reading their words anew is spared. */
function samePlain(a: readonly Wording[], b: readonly Wording[]): boolean {
  return a.length === b.length && a.every(({ plain }, i) => plain === b[i]?.plain);
}

/** The first stretch in which two wordings differ, as each has it, and whether there are others. */
export function difference(a: Wording, b: Wording): { readonly a: string; readonly b: string; readonly more: boolean } {
  const changes = diffArrays(a.words.map(({ same }) => same), b.words.map(({ same }) => same), { maxEditLength: 200 }); // prettier-ignore
  if (!changes) return { a: a.plain, b: b.plain, more: false };
  const first = changes.findIndex(({ added, removed }) => added || removed);
  const next = changes.findIndex(({ added, removed }, i) => i > first && !added && !removed);
  const own = changes.slice(first, next === -1 ? undefined : next);
  const start = changes[first - 1]?.count ?? 0;
  const cut = ({ plain, words }: Wording, count: number): string =>
    count === 0 ? '' : plain.slice(words[start]?.start, words[start + count - 1]?.end);
  const countOf = (side: 'added' | 'removed'): number => own.reduce((sum, change) => sum + (change[side] ? change.count : 0), 0);
  const more = next !== -1 && changes.slice(next).some(({ added, removed }) => added || removed);
  return { a: cut(a, countOf('removed')), b: cut(b, countOf('added')), more };
}

/** A recommendation that is worded in two ways. */
interface Pair {
  readonly here: Unit;
  readonly there: CoverUnit;
}

/** The recommendations on the cover and at the end of a report, where they differ. */
export interface ComparedWordings {
  readonly cover: readonly CoverUnit[];
  readonly closing: Restated;
  /** All that each place says, as one. */
  readonly here: Wording;
  readonly there: Wording;
  /** The recommendations that differ; none where one place has more of them than the other. */
  readonly pairs: readonly Pair[];
}

/** The recommendations in both places; nothing where they say the same, or where one place says nothing. */
export function compareWordings(report: Paper, context: RuleContext): ComparedWordings | undefined {
  const section = context.fields.sections.findLast(({ role, part }) => role === 'recommendations' && part === 0);
  const cover = section ? coverRecommendations(context).flatMap((item) => unitOf(item) ?? []) : [];
  if (!section || cover.length === 0) return undefined;
  const closing = readRestated(report, section);
  const lead = leadIn(context);
  if (lead === closing.lead && samePlain(cover, closing.units)) return undefined;
  const here = readWords([closing.lead, ...closing.units.map(({ plain }) => plain)]);
  const there = readWords([lead, ...cover.map(({ plain }) => plain)]);
  if (closing.units.length === 0 || pointsToCover(closing) || sameWords(here.words, there.words)) return undefined;
  const matched = cover.length === closing.units.length;
  const pairs = cover.flatMap((unit, i): Pair[] => {
    const other = matched ? closing.units[i] : undefined;
    return other && !sameWords(unit.words, other.words) ? [{ here: other, there: unit }] : [];
  });
  return { cover, closing, here, there, pairs };
}

function pointsToCover({ units }: Restated): boolean {
  const text = units.map(({ plain }) => plain).join(' ');
  const asks = readRequestedActions([text]).some(({ kind }) => kind === 'action' || kind === 'weak');
  return text.length < 400 && AT_COVER.test(text) && (/\brecommendations?\b/i.test(text) || (POINTS.test(text) && !asks));
}
