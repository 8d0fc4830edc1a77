import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Span } from '../../text/span.ts';

/** A number in front of a section, a paragraph or a sub-heading: `10.`, `12.3.3`. */
export interface SectionNumber {
  /** Its parts from the left: 12.3.3 is `[12, 3, 3]`. */
  readonly parts: readonly number[];
  /** The number without a full stop behind it, in the source. */
  readonly span: Span;
}

/** As people write it: `12.3.3`. */
export function formatNumber(parts: readonly number[]): string {
  return parts.join('.');
}

export function sameNumber(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

/** The numbers that may follow `last` in the same section: its sub-paragraph, its sibling, and its parents' siblings. */
export function successors(last: readonly number[]): number[][] {
  const next = [[...last, 1]];
  for (let length = last.length; length > 1; length--) {
    const head = last.slice(0, length);
    next.push([...head.slice(0, -1), (head.at(-1) ?? 0) + 1]);
  }
  return next;
}

export interface NumberAtStart {
  readonly parts: readonly number[];
  /** Length of the number itself, then with the full stop and the white space behind it. */
  readonly length: number;
  readonly until: number;
  /** What follows. */
  readonly rest: string;
}

const SECTION = /^(\d{1,2})(\.0)?([.):]?)(?:\s+|$)/;
const DOTTED = /^(\d{1,3}(?:\.\d{1,3})+)([.):]?)(?:\s+|$)/;
/** A unit behind a number: what the number counts. Written small, or in capitals as abbreviations are. */
const UNIT =
  /^(?:[ap]\.?m\b|noon\b|%|per ?cent\b|percentage\b|million\b|billion\b|thousand\b|hundred\b|(?:m|b|bn|k|km|kg|ha|x)\b|times\b|(?:whole|full)[- ]time\b|tonnes?\b|metres?\b|miles?\b|hectares?\b|acres?\b|minutes?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|points?\b|litres?\b|degrees?\b|(?:and|or|to|of)\b|(?:AM|PM|FTEs?|WTEs?|KM|MW|GW|GHz|HGVs?)\b)/;
/** The same with a capital, as in a heading: "5 Year Plan". */
const CAPITAL_UNIT =
  /^(?:Per ?cent|Million|Billion|Tonnes?|Miles?|Hectares?|Acres?|Minutes?|Hours?|Days?|Weeks?|Months?|Years?|Points?|Litres?)\b/;
/** How a paragraph begins, by which a number that nobody expects is told from a measurement or a wrapped line of prose. */
const SENTENCE = /^["'([*_\ufffc]*(?:[A-Z\u00c0-\u00de0-9£]|$)/;

/** The number of a section heading: `10.`, `10 `, `10.0`. */
export function sectionNumber(title: string): NumberAtStart | undefined {
  const found = SECTION.exec(title);
  if (!found?.[1]) return undefined;
  const rest = foldPunctuation(title.slice(found[0].length));
  if (found[3] === '' && !found[2] && (UNIT.test(rest) || CAPITAL_UNIT.test(rest) || /^[a-z]/.test(rest))) return undefined;
  const length = found[1].length + (found[2]?.length ?? 0);
  return { parts: [Number(found[1])], length, until: found[0].length, rest };
}

/**
 * The number of a paragraph or sub-heading, which has a dot inside it.
 * @param expected the numbers that would come next here; another one must look more like a number to be taken for one
 */
export function paragraphNumber(line: string, expected: readonly (readonly number[])[]): NumberAtStart | undefined {
  const found = DOTTED.exec(line);
  if (!found?.[1]) return undefined;
  const parts = found[1].split('.').map(Number);
  const rest = line.slice(found[0].length);
  const begin = foldPunctuation(rest.slice(0, 40));
  if (UNIT.test(begin)) return undefined;
  const awaited = expected.some((number) => sameNumber(number, parts));
  const plain = found[2] === '';
  if (!awaited && plain && (CAPITAL_UNIT.test(begin) || !SENTENCE.test(begin))) return undefined;
  if (!awaited && (isTime(found[1], expected) || isDate(found[1]))) return undefined;
  return { parts, length: found[1].length, until: found[0].length, rest };
}

/** So many numbers are not left out by mistake. */
const FAR = 5;

/** A time of day ("10.30 Arrival and coffee") where paragraphs of another section stand. */
function isTime(number: string, expected: readonly (readonly number[])[]): boolean {
  const [hour = 0, minutes = 0, ...others] = number.split('.').map(Number);
  // In section 10 it is a time too where no paragraph could have come so far: after 10.2 comes no 10.30.
  const isFar = expected.every((parts) => parts[0] !== hour || minutes - (parts[1] ?? 0) > FAR);
  return isFar && others.length === 0 && hour < 24 && /\.[0-5][05]$/.test(number);
}

/** A date ("12.03.21 First meeting"): three numbers, one of them filled up with a nought. */
function isDate(number: string): boolean {
  return /^\d{1,2}\.\d{1,2}\.\d{2}$/.test(number) && /(?:^|\.)0/.test(number);
}
