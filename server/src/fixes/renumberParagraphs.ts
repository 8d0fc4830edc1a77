import { sameNumber, successors } from '../paper/structure/sectionNumber.ts';
import type { Paper } from '../paper/paper.ts';
import type { NumberedParagraph, Section } from '../paper/structure/sections.ts';
import type { Fields } from '../template/fields.ts';
import type { Finding, Fix } from '../text/finding.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';
import { findNumberFaults, nextAt, type NumberFault } from '../analysis/paragraphNumbering.ts';
import { numbered, renumber, type Move } from './renumberReferences.ts';
import { isSubHeading } from '../analysis/sectionNumbering.ts';
import { readContinuousNumbering, type ContinuousNumberFault, type ContinuousNumber } from '../analysis/continuousNumbering.ts';

type Number = readonly number[];

/** The fix of a finding about the number of a paragraph: another for it, and for those after it that count on from it. */
export function renumberFrom({ span }: Pick<Finding, 'span'>, report: Paper, context: RuleContext): Fix[] {
  const { fields } = context;
  const fault = findNumberFaults(fields.sections).find(({ paragraph }) => paragraph.span.start === span.start);
  if (fault) {
    // In a section without a number it may count on from the section before, or begin one of its own.
    const isClear =
      fault.section.number !== undefined || isSubHeading(fault.section) || fault.section.paragraphs[0] !== fault.paragraph;
    return isClear ? renumber(moveParagraphs(fault, fields), 'paragraph', report, context) : [];
  }
  const { items, faults } = readContinuousNumbering(report, fields);
  const straight = faults.find(({ item }) => item.span.start === span.start);
  return straight ? renumber(moveStraight(straight, items), 'paragraph', report, context) : [];
}

/**
 * The new numbers of a paragraph with a fault and of those after it in its section, each as far from the one before it as it was,
 * or the next where it was wrong.
 */
function moveParagraphs(fault: NumberFault, { sections }: Fields): Move[] {
  const moves: Move[] = [];
  let before: { old: Number; now: Number } | undefined;
  for (const { parts, span } of paragraphsFrom(fault, sections)) {
    const now = before ? follow(parts, before.old, before.now) : fault.wanted;
    moves.push({ ...numbered('paragraph', parts, span), to: now.join('.') });
    before = { old: parts, now };
  }
  return moves;
}

/** The paragraph with the fault, and those that count on from it: up to the next section with a number. */
function paragraphsFrom({ paragraph, section }: NumberFault, sections: readonly Section[]): NumberedParagraph[] {
  const at = sections.indexOf(section);
  const later = sections.slice(at + 1);
  const end = later.findIndex((next) => next.part !== section.part || !isSubHeading(next));
  const run = [section, ...later.slice(0, end === -1 ? later.length : end)].flatMap(({ paragraphs }) => paragraphs);
  return run.slice(run.indexOf(paragraph));
}

/** What a number becomes when the one before it, which was `old`, is `now`. */
function follow(parts: Number, old: Number, now: Number): Number {
  // 1.2.1 behind 1.1.2 is the first below one that may come.
  for (let length = parts.length; length > 1; length--) {
    const head = parts.slice(0, length);
    const rest = parts.slice(length);
    if (rest.every((part) => part === 1) && successors(old).some((number) => sameNumber(number, head)))
      return [...nextAt(now, length), ...rest];
  }
  return nextAt(now, parts.length);
}

/** The same for paragraphs that are numbered straight through: up to a list that counts for itself. */
function moveStraight({ item, before }: ContinuousNumberFault, items: readonly ContinuousNumber[]): Move[] {
  const moves: Move[] = [];
  let last = { ...item, number: item.number - 1 };
  let now = before;
  for (const next of items.slice(items.indexOf(item))) {
    if (next.list !== last.list && next.number !== last.number + 1) break;
    now++;
    moves.push({ ...numbered('paragraph', [next.number], next.span), to: String(now) });
    last = next;
  }
  return moves;
}
