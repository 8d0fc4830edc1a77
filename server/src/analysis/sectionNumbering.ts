import type { Field } from '../template/field.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import type { Section } from '../paper/structure/sections.ts';

/** What is wrong with the number of a section, if one looks at the other sections of its part. */
export interface SectionFault {
  readonly kind: 'repeated' | 'skipped' | 'misplaced' | 'unnumbered' | 'numbered';
  readonly section: Section;
  /** The number before it; for `repeated` its own. */
  readonly before: number;
  /** The number that it should have had by those before it. */
  readonly wanted: number;
}

/** Headings that nobody numbers. */
const UNNUMBERED =
  /^(?:(?:table of )?contents|appendices|annexe?s|attachments|enclosures|glossary|references|bibliography|(?:end)?notes|sources|background (?:papers|documents)|(?:officer )?contacts?(?: details)?|report author|further information|acknowledge?ments)$/i;

/** A heading such as `## 2.1 Costs`: one of the numbered paragraphs of the section before it, not a section of its own. */
export function isSubHeading({ heading, paragraphs }: Section): boolean {
  const [first] = paragraphs;
  return first !== undefined && first.span.start < heading.block.end;
}

/** True for a section that takes part in the numbering, whether it has a number or not. */
export function countsAsSection(section: Section): boolean {
  if (section.number) return true;
  return (
    section.role === 'section' &&
    !isSubHeading(section) &&
    !UNNUMBERED.test(foldPunctuation(section.title).replace(/(?<![:.\s])[:.\s]+$/, ''))
  );
}

/** The numbers that a template gives to sections of the cover; those of the body come after them. */
export function coverNumbers(fields: readonly Field[]): readonly number[] {
  let numbers = onCover.get(fields);
  if (!numbers) onCover.set(fields, (numbers = fields.flatMap(numbersOf)));
  return numbers;
}

/** Those of a template are asked for at every check of every report. */
const onCover = new WeakMap<readonly Field[], readonly number[]>();

function numbersOf({ kind, number, fields }: Field): number[] {
  return [...(number === undefined ? [] : [number]), ...(kind === 'group' ? fields.flatMap(numbersOf) : [])];
}

/**
 * The numbers of the report's own sections as they are printed: their own, and for those without one the next.
 * @param first the number of the first section, if it has none
 */
export function numberSections(sections: readonly Section[], first: number): Map<Section, number> {
  let next = first;
  const numbers = new Map<Section, number>();
  for (const section of sections) {
    if (section.part !== 0 || !countsAsSection(section)) continue;
    const number = numberOf(section) ?? next;
    numbers.set(section, number);
    next = number + 1;
  }
  return numbers;
}

/**
 * The faults in the numbers of sections, one for each mistake: after one the numbers go on from what is there.
 * @param first the number that the body begins with
 */
export function findSectionFaults(sections: readonly Section[], first = 1): SectionFault[] {
  const parts = new Map<number, Section[]>();
  for (const section of sections.filter(countsAsSection)) {
    const own = parts.get(section.part) ?? [];
    parts.set(section.part, own);
    own.push(section);
  }
  return [...parts].flatMap(([part, own]) => [...(part === 0 ? findMixed(own, first) : []), ...findMisnumbered(own)]);
}

/** Sections with numbers among sections without: the first of those that are fewer. */
function findMixed(sections: readonly Section[], first: number): SectionFault[] {
  const numbered = sections.filter(({ number }) => number);
  const unnumbered = sections.filter(({ number }) => !number);
  const kind = unnumbered.length <= numbered.length ? 'unnumbered' : 'numbered';
  const section = (kind === 'unnumbered' ? unnumbered : numbered)[0];
  if (!section || numbered.length === 0) return [];
  const next = numberOf(numbered[0]) ?? first;
  const start = next === first || next === 1 ? next : next - 1;
  const before = numberOf(sections.slice(0, sections.indexOf(section)).findLast(({ number }) => number)) ?? start - 1;
  return [{ kind, section, before, wanted: before + 1 }];
}

function findMisnumbered(sections: readonly Section[]): SectionFault[] {
  const faults: SectionFault[] = [];
  const seen = new Set<number>();
  const missed = new Set<number>();
  let last: { number: number; repeated: boolean } | undefined;
  /** What the last number should have been, and how many sections without one have come since. */
  let right = 0;
  let between = 0;
  let furthest = 0;
  for (const section of sections) {
    const number = numberOf(section);
    if (number === undefined) {
      between++;
      continue;
    }
    const before = last?.number ?? 0;
    const wanted = right + 1;
    const goesOn =
      last === undefined ||
      number === wanted ||
      number === furthest + 1 ||
      (number > before && number <= before + 1 + between) ||
      missed.has(number);
    // Where all numbers run a second time, the first of them says it.
    const repeated = seen.has(number) && !(last?.repeated && number === before + 1);
    const kind = repeated ? 'repeated' : seen.has(number) || goesOn ? undefined : number > before ? 'skipped' : 'misplaced';
    if (kind) faults.push({ kind, section, before: repeated ? number : before, wanted });
    if (kind === 'skipped') for (let gap = wanted; gap < number; gap++) missed.add(gap);
    right = kind === 'repeated' || kind === 'misplaced' ? wanted : missed.has(number) ? Math.max(right, number) : number;
    last = { number: missed.has(number) ? Math.max(before, number) : number, repeated: seen.has(number) };
    seen.add(number);
    furthest = Math.max(furthest, number);
    between = 0;
  }
  return faults;
}

function numberOf(section: Section | undefined): number | undefined {
  return section?.number?.parts[0];
}
