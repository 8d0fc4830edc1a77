import { formatNumber, sameNumber, successors } from '../report/number.ts';
import type { NumberedParagraph, Section } from '../report/sections.ts';

type Number = readonly number[];

/** What is wrong with the number of a paragraph, if one looks at the numbers before it. */
export interface NumberFault {
  readonly kind: 'repeated' | 'skipped' | 'foreign';
  readonly paragraph: NumberedParagraph;
  readonly section: Section;
  /** The number before it in its section; nothing for the first. */
  readonly before: Number | undefined;
  /** The number that it should have had, or the next one that is free. */
  readonly wanted: Number;
}

/** A heading such as `## 2.1 Costs`: one of the numbered paragraphs of the section before it, not a section of its own. */
export function isSubHeading({ heading, paragraphs }: Section): boolean {
  const [first] = paragraphs;
  return first !== undefined && first.span.start < heading.block.end;
}

/** The faults in the numbers of paragraphs, one for each mistake: after one the numbers go on from what is there. */
export function findNumberFaults(sections: readonly Section[]): NumberFault[] {
  const parts = new Map<number, PartWalk>();
  return sections.flatMap((section) => {
    const walk = parts.get(section.part) ?? new PartWalk();
    parts.set(section.part, walk);
    return walk.read(section);
  });
}

/** Goes through the numbers of one part of a report. */
class PartWalk {
  /** Every number so far, with the section that it stands in. */
  private readonly seen = new Map<string, Section>();
  /** The section's own number; nothing where it has none. */
  private own: number | undefined;
  private last: Number | undefined;
  /** The numbers that may come next. */
  private expected: Number[] = [];

  read(section: Section): NumberFault[] {
    if (section.number) {
      this.own = section.number.parts[0];
      this.last = undefined;
      this.expected = [];
    } else if (!isSubHeading(section)) {
      // Without a number of its own a section takes the next one, or goes on with the paragraphs of the one before.
      this.expected = [...this.expected, [(this.last?.[0] ?? this.own ?? 0) + 1, 1]];
      this.own = undefined;
    }
    const faults = section.paragraphs.flatMap((paragraph) => this.step(paragraph, section) ?? []);
    for (const { parts } of section.paragraphs) if (!this.seen.has(formatNumber(parts))) this.seen.set(formatNumber(parts), section);
    return faults;
  }

  private step(paragraph: NumberedParagraph, section: Section): NumberFault | undefined {
    const { parts } = paragraph;
    const key = formatNumber(parts);
    const before = this.last;
    const wanted = before ? nextSibling(before, parts.length) : [this.own ?? parts[0] ?? 1, 1];
    const fault = (kind: NumberFault['kind'], right: Number): NumberFault => ({ kind, paragraph, section, before, wanted: right });
    if (this.own !== undefined && parts[0] !== this.own) {
      this.goOn(parts, before && successors(wanted));
      return fault('foreign', wanted);
    }
    const earlier = this.seen.get(key);
    // A section whose own number stands twice repeats its paragraphs' numbers as well; that is the section's fault.
    const ofTwin = earlier !== undefined && earlier !== section && sameSection(earlier, section);
    this.seen.set(key, section);
    if (earlier && !ofTwin) {
      this.goOn(parts, [nextSibling(nextSibling(parts, parts.length), parts.length)]);
      return fault('repeated', this.nextFree(parts, section));
    }
    const fits = this.fits(parts);
    const goesBack = before !== undefined && compare(parts, before) < 0;
    this.goOn(parts, goesBack ? successors(before) : []);
    return fits || goesBack ? undefined : fault('skipped', wanted);
  }

  private goOn(parts: Number, also: readonly Number[] = []): void {
    this.expected = [...successors(parts), ...also];
    this.last = parts;
  }

  /** True for a number that may come next, or for the first below one that may. */
  private fits(parts: Number): boolean {
    if (this.last === undefined) return this.own === undefined ? isFirst(parts) || this.expected.length === 0 : isFirst(parts);
    for (let length = parts.length; length > 1; length--) {
      const head = parts.slice(0, length);
      if (this.expected.some((number) => sameNumber(number, head))) return true;
      if (head.at(-1) !== 1) return false;
    }
    return false;
  }

  /** The next number at the same level that no paragraph of the section has. */
  private nextFree(parts: Number, section: Section): Number {
    const taken = new Set([...this.seen.keys(), ...section.paragraphs.map((paragraph) => formatNumber(paragraph.parts))]);
    let next = nextSibling(parts, parts.length);
    while (taken.has(formatNumber(next))) next = nextSibling(next, next.length);
    return next;
  }
}

/** `10.1`, `10.1.1` or `10.0`: what the numbers of a section begin with. */
function isFirst(parts: Number): boolean {
  const below = parts.slice(1);
  return below.every((part) => part === 1) || sameNumber(below, [0]);
}

/** The number after another at a level: after 12.3.3 comes 12.3.4 at the third, 12.4 at the second, 12.3.3.1 at the fourth. */
function nextSibling(parts: Number, level: number): Number {
  if (level > parts.length) return [...parts, 1];
  return [...parts.slice(0, level - 1), (parts[level - 1] ?? 0) + 1];
}

function sameSection(a: Section, b: Section): boolean {
  return a.number !== undefined && b.number !== undefined && a.number.parts[0] === b.number.parts[0];
}

function compare(a: Number, b: Number): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
