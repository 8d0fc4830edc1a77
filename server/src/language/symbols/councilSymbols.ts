import { findCommittee, plainName } from '../../council/committees.ts';
import type { Council, Officer } from '../../council/council.ts';
import { findPeople, plainPerson } from '../../council/people.ts';
import type { Paper } from '../../paper/paper.ts';
import { shapeOf, type Acronym } from '../../analysis/acronyms.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import type { Prose } from '../../analysis/prose.ts';
import { knownTo } from '../../analysis/undefinedAcronyms.ts';
import { trimmedSpanOf } from '../../analysis/notApplicable.ts';
import { passageAt } from '../../analysis/wordIndex.ts';
import type { Value } from '../../template/value.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { CouncilDocument } from '../councilYaml/councilDocument.ts';
import { wordAt } from '../structure/wordAt.ts';

/** Somebody or something that `council.yaml` may know, and reports speak of. */
export type CouncilSymbol =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'committee'; readonly name: string }
  /** `name` in capitals, without the s of a plural. */
  | { readonly kind: 'acronym'; readonly name: string };

/** What stands at a place of a report. */
export interface CouncilSymbolAt {
  readonly known: CouncilSymbol;
  readonly span: Span;
}

/** Everybody in `council.yaml`. */
export function allPeople(council: Council): readonly Officer[] {
  const { officers = [], 'executive-directors': directors = [], 'portfolio-holders': holders = [] } = council;
  return [...officers, ...directors, ...holders];
}

/** The person, committee or acronym that a report speaks of at an offset. */
export function councilSymbolAt(
  report: Paper,
  { context }: { readonly context: RuleContext },
  offset: number,
): CouncilSymbolAt | undefined {
  return acronymAt(report, context, offset) ?? valueAt(context, offset) ?? nameAt(context, offset);
}

/** Where a report speaks of something. */
export function placesOf(known: CouncilSymbol, context: RuleContext): Span[] {
  if (known.kind === 'acronym') return usesOf(context.acronyms.get(known.name)).map(({ span }) => span);
  const values = context.fields.all().filter((value) => names(value, known, context));
  const own = values.map(trimmedSpanOf);
  const prose = context.prose.flatMap((text) => namesIn(text, known.name).map(({ span }) => span));
  const all = [...own, ...prose.filter(({ start, end }) => !own.some((one) => one.start <= start && end <= one.end))];
  return all.sort((a, b) => a.start - b.start);
}

/** The words that any text which speaks of something has, in small letters: a quick look. */
export function searchTermFor({ kind, name }: CouncilSymbol): string {
  return kind === 'person' ? (plainPerson(name).split(' ').at(-1) ?? '') : name.toLowerCase();
}

/** Where a `council.yaml` has something: its name or its letters. */
export function placeInCouncil({ values }: CouncilDocument, known: CouncilSymbol): Span | undefined {
  const lists = known.kind === 'person' ? PEOPLE : known.kind === 'committee' ? ['committees'] : ['acronyms'];
  for (const list of lists) {
    for (const part of values.find(({ path }) => path[0] === list)?.parts ?? []) {
      if (known.kind === 'acronym' && keyOf(String(part.path.at(-1))) === known.name) return part.keySpan;
      const name = part.parts.find(({ path }) => path.at(-1) === 'name');
      if (known.kind !== 'acronym' && name?.text?.text.trim() === known.name) return trimmedSpanOf(name);
    }
  }
  return undefined;
}

/** The entry of a `council.yaml` that an offset stands in, by its name. */
export function councilSymbolInCouncil({ values }: CouncilDocument, offset: number): CouncilSymbolAt | undefined {
  const list = values.find(({ span }) => span.start <= offset && offset <= span.end);
  const part = list?.parts.find(({ keySpan, span }) => (keySpan?.start ?? span.start) <= offset && offset <= span.end);
  if (!list || !part) return undefined;
  if (list.path[0] === 'acronyms' && part.keySpan) {
    return { known: { kind: 'acronym', name: keyOf(String(part.path.at(-1))) }, span: part.keySpan };
  }
  const name = part.parts.find(({ path }) => path.at(-1) === 'name');
  const text = name?.text?.text.trim() ?? '';
  if (!name || text === '') return undefined;
  if (list.path[0] === 'committees') return { known: { kind: 'committee', name: text }, span: trimmedSpanOf(name) };
  return PEOPLE.includes(String(list.path[0])) ? { known: { kind: 'person', name: text }, span: trimmedSpanOf(name) } : undefined;
}

const PEOPLE = ['portfolio-holders', 'executive-directors', 'officers'];

function keyOf(acronym: string): string {
  return acronym.replace(/[^A-Za-z]/g, '').toUpperCase();
}

/** Where people read an acronym: not in code or in an address. */
export function usesOf(acronym: Acronym | undefined): { span: Span; plural: boolean; path: Path; quoted: boolean }[] {
  return (acronym?.uses ?? []).flatMap(({ word, plural }) => {
    const place = passageAt(word);
    return place ? [{ span: place.span, plural, path: word.in.prose.path, quoted: place.passage.quoted }] : [];
  });
}

/** The acronym that people read at an offset. */
export function acronymAt({ text }: Paper, { acronyms }: RuleContext, offset: number): CouncilSymbolAt | undefined {
  const word = wordAt(text, offset);
  // Of "MIU's" and "SEND-related" the letters alone.
  const found = [...text.slice(word.start, word.end).matchAll(/[A-Za-z]+/g)].find(({ 0: letters, index }) => word.start + index + letters.length >= offset); // prettier-ignore
  const shape = found && shapeOf(found[0]);
  const start = word.start + (found?.index ?? 0);
  const use = shape && usesOf(acronyms.get(shape.key)).find(({ span }) => span.start === start);
  return use && { known: { kind: 'acronym', name: shape.key }, span: use.span };
}

/** A person or committee that a field of the form names. */
function valueAt(context: RuleContext, offset: number): CouncilSymbolAt | undefined {
  const { council, fields } = context;
  const value = fields.all().find(({ text, span }) => text && span.start <= offset && offset <= span.end);
  const text = value?.text?.text.trim() ?? '';
  if (!value || text === '') return undefined;
  const committee = value.path.at(-1) === 'committee' ? findCommittee(council, text) : undefined;
  if (committee) return { known: { kind: 'committee', name: committee.name }, span: trimmedSpanOf(value) };
  const holder = ['name', 'title', 'portfolio'].includes(String(value.path.at(-1))) ? fields.get([...value.path.slice(0, -1), 'name']) : value; // prettier-ignore
  const person = holder && isPerson(holder) ? personCalled(holder.text?.text ?? '', council) : undefined;
  return person && { known: { kind: 'person', name: person.name }, span: trimmedSpanOf(value) };
}

/** The one person whom a name means; nothing where it may be several. */
export function personCalled(name: string, council: Council): Officer | undefined {
  const found = findPeople(allPeople(council), name);
  return new Set(found.map((person) => plainPerson(person.name))).size === 1 ? found[0] : undefined;
}

/** True for a field that names a person. */
function isPerson({ path }: Value): boolean {
  return (path.at(-1) === 'name' && path.length > 1) || (path[0] === 'local-councillors' && path.length === 2);
}

function names(value: Value, { kind, name }: CouncilSymbol, { council }: RuleContext): boolean {
  const text = value.text?.text ?? '';
  if (kind === 'committee') return value.path.at(-1) === 'committee' && plainName(text, council) === plainName(name, council);
  return isPerson(value) && personCalled(text, council)?.name === name;
}

/** A person or committee that running text calls by the whole name. */
function nameAt(context: RuleContext, offset: number): CouncilSymbolAt | undefined {
  const { council, prose } = context;
  const text = prose.find(({ value }) => value && value.field?.kind === 'markdown' && value.span.start <= offset && offset <= value.span.end) ?? prose.find(({ value }) => !value); // prettier-ignore
  if (!text) return undefined;
  const all = [
    ...allPeople(council).map(({ name }): CouncilSymbol => ({ kind: 'person', name })),
    ...(council.committees ?? []).map(({ name }): CouncilSymbol => ({ kind: 'committee', name })),
  ];
  const found = all.flatMap((known) => namesIn(text, known.name, offset).map(({ span }) => ({ known, span })));
  return found.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))[0];
}

const TITLE = /^(?:cllr|councillor)\.? /i;

/** Where a text has a name as it is; a councillor's with or without the title. */
function namesIn({ lowerCase, passages, passageTexts }: Prose, name: string, offset?: number): { span: Span }[] {
  const plain = foldPunctuation(name).trim().replace(TITLE, '');
  if (plain.length < 3 || !lowerCase.includes(plain.toLowerCase())) return [];
  return passages.flatMap((passage, i) => {
    if (offset !== undefined && (offset < passage.block.start || offset > passage.block.end)) return [];
    const text = passageTexts[i] ?? '';
    const found: { span: Span }[] = [];
    for (let at = text.indexOf(plain); at !== -1; at = text.indexOf(plain, at + plain.length)) {
      const end = at + plain.length;
      if (/[\p{L}\p{N}-]/u.test((text[at - 1] ?? ' ') + (text[end] ?? ' '))) continue;
      const span = passage.text.spanOf(at, end);
      if (offset === undefined || (span.start <= offset && offset <= span.end)) found.push({ span });
    }
    return found;
  });
}

/** The words that an acronym stands for: those of `council.yaml`, else the report's own. */
export function meaningOf(key: string, { council, acronyms }: RuleContext): string | undefined {
  return knownTo(council).get(key) ?? acronyms.get(key)?.explained?.meaning;
}
