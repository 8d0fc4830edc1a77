import { formatNumber, sameNumber, successors } from '../paper/structure/sectionNumber.ts';
import type { NumberedParagraph, Section } from '../paper/structure/sections.ts';
import { findSectionFaults, isSubHeading } from './sectionNumbering.ts';

type Number = readonly number[];

/** What is wrong with the number of a paragraph, if one looks at the numbers before it. */
export interface NumberFault {
  readonly kind: 'repeated' | 'skipped' | 'foreign';
  readonly paragraph: NumberedParagraph;
  readonly section: Section;
  /** The number before it; nothing for the first of a section. */
  readonly before: Number | undefined;
  /** The number that it should have had. */
  readonly wanted: Number;
}

/** The faults in the numbers of paragraphs, one for each mistake: after one the numbers go on from what is there. */
export function findNumberFaults(sections: readonly Section[]): NumberFault[] {
  if (areInOrder(sections)) return [];
  const misnumbered = new Set(findSectionFaults(sections).map(({ section }) => section));
  const parts = new Map<number, PartWalk>();
  return sections.flatMap((section) => {
    const walk = parts.get(section.part) ?? new PartWalk();
    parts.set(section.part, walk);
    return walk.read(section, misnumbered.has(section));
  });
}

/** True for the usual case, quickly told: numbered sections that rise, and in each every number is the next after the last. */
function areInOrder(sections: readonly Section[]): boolean {
  let before = -1;
  return sections.every(({ number, paragraphs, part }) => {
    const own = number?.parts[0];
    if (own === undefined || part > 0 || own <= before) return false;
    before = own;
    let last: Number = [own];
    return paragraphs.every(({ parts }) => {
      const follows = isNext(last, parts);
      last = parts;
      return follows;
    });
  });
}

/** True for the first number below another, or the next one at its level or above. */
function isNext(last: Number, parts: Number): boolean {
  const end = parts.length - 1;
  for (let i = 0; i < end; i++) if (parts[i] !== last[i]) return false;
  if (parts.length > last.length) return parts.length === last.length + 1 && parts[end] === 1;
  return end > 0 && parts[end] === (last[end] ?? 0) + 1;
}

/** Goes through the numbers of one part of a report. */
class PartWalk {
  /** Every number so far, with the section that it stands in. */
  private readonly seen = new Map<string, Section>();
  /** Numbers that were passed over, and may come later. */
  private readonly missed = new Set<string>();
  /** The number of the section; nothing where it has none. */
  private own: number | undefined;
  private last: Number | undefined;
  /** What the last number should have been. */
  private right: Number | undefined;
  /** The numbers that may come next. */
  private expected: Number[] = [];

  /** @param misnumbered the section's own number is wrong, so its paragraphs may well have the right one */
  read(section: Section, misnumbered: boolean): NumberFault[] {
    const first = section.paragraphs[0]?.parts;
    if (section.number) {
      this.own = misnumbered && first && isFirst(first) ? first[0] : section.number.parts[0];
      this.last = undefined;
      this.right = undefined;
      this.expected = [];
    } else if (!isSubHeading(section)) {
      // Without a number of its own a section takes the next one, or goes on with the paragraphs of the one before.
      const next = [(this.last?.[0] ?? this.own ?? 0) + 1, 1];
      if (!this.expected.some((number) => sameNumber(number, next))) this.expected = [...this.expected, next];
      this.own = undefined;
    }
    return section.paragraphs.flatMap((paragraph) => this.step(paragraph, section) ?? []);
  }

  private step(paragraph: NumberedParagraph, section: Section): NumberFault | undefined {
    const { parts } = paragraph;
    const before = this.last;
    const wanted = this.right ? nextAt(this.right, parts.length) : [this.own ?? parts[0] ?? 1, 1];
    const kind = this.judge(parts, section);
    const isNew = kind === 'foreign' && !(before && before[0] === parts[0] && this.fits(parts));
    if (kind === 'skipped') this.miss(wanted, parts);
    this.goOn(parts, kind === 'repeated' || kind === 'foreign' ? wanted : parts);
    if (kind !== 'foreign') this.seen.set(formatNumber(parts), section);
    return kind && (kind !== 'foreign' || isNew) ? { kind, paragraph, section, before, wanted } : undefined;
  }

  private judge(parts: Number, section: Section): NumberFault['kind'] | undefined {
    if (this.own !== undefined && parts[0] !== this.own) return 'foreign';
    const earlier = this.seen.get(formatNumber(parts));
    // A section whose own number stands twice repeats its paragraphs' numbers as well; that is the section's fault.
    if (earlier && (earlier === section || !sameSection(earlier, section))) return 'repeated';
    return this.fits(parts) || this.missed.has(formatNumber(parts)) ? undefined : 'skipped';
  }

  private goOn(parts: Number, right: Number): void {
    this.expected = [
      ...successors(parts),
      ...successors(right),
      ...(this.last && this.missed.has(formatNumber(parts)) ? successors(this.last) : []),
      // Where no heading gives a section's number, its paragraphs may begin a section that stands as plain text.
      ...(this.own === undefined ? [[(parts[0] ?? 0) + 1, 1]] : []),
    ];
    this.last = parts;
    this.right = right;
  }

  /** True for a number that may come next, or for the first below one that may. */
  private fits(parts: Number): boolean {
    if (this.last === undefined) return isFirst(parts);
    for (let length = parts.length; length > 1; length--) {
      if (this.expected.some((number) => sameNumber(number, parts.slice(0, length)))) return true;
      if (parts[length - 1] !== 1) return false;
    }
    return false;
  }

  /** Remembers the numbers from one up to another that were passed over; more than a few are no slip. */
  private miss(from: Number, to: Number): void {
    let next = from;
    for (let i = 0; i < 20 && next.length === to.length && (next.at(-1) ?? 0) < (to.at(-1) ?? 0); i++) {
      this.missed.add(formatNumber(next));
      next = nextAt(next, next.length);
    }
  }
}

/** `10.1`, `10.1.1` or `10.0`: what the numbers of a section begin with. */
function isFirst(parts: Number): boolean {
  const below = parts.slice(1);
  return below.every((part) => part === 1) || sameNumber(below, [0]);
}

/** The number after another at a level: after 12.3.3 comes 12.3.4 at the third, 12.4 at the second, 12.3.3.1 at the fourth. */
export function nextAt(parts: Number, level: number): Number {
  if (level > parts.length) return [...parts, 1];
  return [...parts.slice(0, level - 1), (parts[level - 1] ?? 0) + 1];
}

function sameSection(a: Section, b: Section): boolean {
  return a.number !== undefined && b.number !== undefined && a.number.parts[0] === b.number.parts[0];
}
