import { readAnchors } from '../paper/markdown/anchors.ts';
import { formatNumber } from '../paper/structure/sectionNumber.ts';
import { readReferences, type Reference } from '../paper/structure/references.ts';
import { parsePaper, type Paper } from '../paper/paper.ts';
import { partAt } from '../paper/structure/sections.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import type { Fix } from '../text/finding.ts';
import { contains, type Span } from '../text/span.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';
import { replaceAt } from './textEdits.ts';
import { readLinks, spanOfAddress } from '../analysis/links.ts';
import { coverNumbers } from '../analysis/sectionNumbering.ts';
import { readContinuousNumbering } from '../analysis/continuousNumbering.ts';

/** Where the number of a section of the cover stands: the layout prints it. */
const NOWHERE: Span = { start: -1, end: -1 };

/** A number of the report, as references name it. */
export interface Numbered {
  readonly kind: 'section' | 'paragraph' | 'figure' | 'table';
  /** As references write it: `12`, `12.3.3`, `2a`. */
  readonly number: string;
  /** The number alone. */
  readonly span: Span;
}

/** A number that becomes another. */
export interface Move extends Numbered {
  readonly to: string;
}

/**
 * The fix that gives things other numbers, with all the references in the body and the fields that mean them, and the links to
 * their headings. A reference to a number that stands twice is left alone: nobody can tell which is meant.
 * @returns none where nothing moves
 */
export function renumber(all: readonly Move[], what: string, report: Paper, context: RuleContext): Fix[] {
  const moves = all.filter(({ number, to }) => number !== to);
  const [first] = moves;
  if (!first) return [];
  const own = moves.map(({ span, to }): Edit => ({ span, text: to }));
  const edits = [...own, ...referenceEdits(moves, report, context), ...linkEdits(own, report, context)];
  const others = moves.some(({ kind, number }) => kind === first.kind && number !== first.number)
    ? ', and those after it on from there'
    : '';
  return [{ title: `Number this ${what} ${first.to}${others}`, edits, safe: false }];
}

function referenceEdits(moves: readonly Move[], report: Paper, context: RuleContext): Edit[] {
  const { parts } = report.body;
  const part = partAt(parts, moves[0]?.span.start ?? 0);
  const numbers = numbersIn(part, report, context);
  const times = new Map<string, number>();
  for (const one of numbers) times.set(keyOf(one), (times.get(keyOf(one)) ?? 0) + 1);
  const meant = new Map(moves.filter((move) => times.get(keyOf(move)) === 1).map((move) => [keyOf(move), move.to]));
  const taken = new Set(numbers.map(({ span }) => span.start));
  return context.prose.flatMap(({ path, value, passages }) => {
    // The titles of other documents speak of their own numbers, and appendices of theirs.
    if (value && (value.field?.kind !== 'markdown' || part > 0)) return [];
    return passages
      .flatMap((passage) => (passage.quoted ? [] : readReferences(passage)))
      .flatMap((reference): Edit[] => {
        const to = meant.get(keyOfReference(reference));
        if (to === undefined || taken.has(reference.span.start)) return [];
        if (!value && partAt(parts, reference.span.start) !== part) return [];
        const edit = replaceAt({ path, span: reference.span }, to, report, context);
        return edit && contains(reference.span, edit.span) ? [edit] : [];
      });
  });
}

function keyOf({ kind, number }: Numbered): string {
  return `${kind} ${number.toLowerCase()}`;
}

/** A section may be asked for as “section 12”, its paragraphs as “section 12.3”. */
function keyOfReference({ kind, label }: Reference): string {
  const name = kind === 'section' && label.includes('.') ? 'paragraph' : kind;
  return `${name} ${/^[\d.]+$/.test(label) ? formatNumber(label.split('.').map(Number)) : label.toLowerCase()}`;
}

/** All numbers of a part of the report; of the report itself also those of the cover's sections. */
function numbersIn(part: number, report: Paper, { fields, template }: RuleContext): Numbered[] {
  const { body } = report;
  const sections = body.sections.filter((section) => section.part === part);
  const { parts } = body;
  const straight = part === 0 ? readContinuousNumbering(report, fields).items : [];
  return [
    ...(part === 0 ? coverNumbers(template?.fields ?? []) : []).map((number) => numbered('section', [number], NOWHERE)),
    ...sections.flatMap(({ number }) => (number ? [numbered('section', number.parts.slice(0, 1), number.span)] : [])),
    ...sections.flatMap(({ paragraphs }) => paragraphs.map(({ parts: number, span }) => numbered('paragraph', number, span))),
    ...straight.map(({ number, span }) => numbered('paragraph', [number], span)),
    ...body.captions
      .filter(({ span, continued }) => !continued && partAt(parts, span.start) === part)
      .map(({ kind, label, span }) => ({ kind, number: label, span })),
  ];
}

export function numbered(kind: Numbered['kind'], parts: readonly number[], span: Span): Numbered {
  return { kind, number: formatNumber(parts), span };
}

/** The edits of the links to headings whose names change with their numbers. */
export function linkEdits(own: readonly Edit[], report: Paper, context: RuleContext): Edit[] {
  const links = [...readLinks(context)].filter(({ address }) => address.startsWith('#'));
  if (links.length === 0) return [];
  const before = new Map(readAnchors(report.body.markdown).map((anchor, i) => [anchor, i]));
  const after = readAnchors(parsePaper(applyEdits(report.text, own)).body.markdown);
  return links.flatMap((link): Edit[] => {
    const to = after[before.get(link.address.slice(1)) ?? -1];
    const span = spanOfAddress(report, link);
    if (to === undefined || span === undefined || `#${to}` === link.address) return [];
    const edit = replaceAt({ path: link.path, span }, `#${to}`, report, context);
    return edit ? [edit] : [];
  });
}
