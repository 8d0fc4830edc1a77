import type { Paper } from '../paper/paper.ts';
import type { Section } from '../paper/structure/sections.ts';
import type { Finding, Fix } from '../text/finding.ts';
import type { Span } from '../text/span.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';
import { linkEdits, numbered, renumber, type Move } from './renumberReferences.ts';
import { countsAsSection, type SectionFault } from '../analysis/sectionNumbering.ts';

/** The fix of a finding about the number of a section. */
export function renumberSections(fault: SectionFault, report: Paper, context: RuleContext): Fix[] {
  const { sections } = context.fields;
  if (fault.kind === 'numbered') return withoutNumber(fault.section, report, context);
  const own = sections.filter((section) => section.part === fault.section.part && countsAsSection(section));
  const moves: Move[] = [];
  let old = fault.before;
  let now = fault.wanted - 1;
  let between = 0;
  for (const section of own.slice(own.indexOf(fault.section))) {
    const number = section.number?.parts[0];
    if (section === fault.section) now = fault.wanted;
    else if (number === undefined) {
      between++;
      continue;
    } else now += number === old + 1 + between ? 1 + between : 1;
    between = 0;
    if (number === undefined) moves.push(insertion(section, own, now, report));
    else {
      moves.push({ ...numbered('section', [number], digitsOf(section, report)), to: String(now) });
      moves.push(...paragraphMoves(section, number, now, sections));
    }
    old = number ?? old;
  }
  return renumber(moves, 'section', report, context);
}

/** The paragraphs that carry a section's number: its own, and those under the headings without a number behind it. */
function paragraphMoves(section: Section, number: number, now: number, sections: readonly Section[]): Move[] {
  const later = sections.slice(sections.indexOf(section) + 1);
  const end = later.findIndex((next) => next.number !== undefined || next.part !== section.part);
  const run = [section, ...later.slice(0, end === -1 ? later.length : end)];
  return run
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ parts }) => parts[0] === number)
    .map(({ parts, span }) => ({ ...numbered('paragraph', parts, span), to: [now, ...parts.slice(1)].join('.') }));
}

/** A number for a section without one, written as the others write theirs. */
function insertion({ titleSpan: { start } }: Section, own: readonly Section[], now: number, report: Paper): Move {
  const model = own.find(({ number }) => number !== undefined);
  const behind = model ? report.text.slice(digitsOf(model, report).end, model.titleSpan.start) : '. ';
  return {
    kind: 'section',
    number: '',
    span: { start, end: start },
    to: `${now}${/^[.):]?[ 0]*$/.test(behind) ? behind : '. '}`,
  };
}

/** A section's number without what may follow it: `12` of `12.0`. */
function digitsOf({ number }: Section, { text }: Paper): Span {
  const start = number?.span.start ?? 0;
  return { start, end: start + (/^\d+/.exec(text.slice(start, start + 4))?.[0].length ?? 0) };
}

/** Where most sections have no number, one that has loses it, unless its paragraphs are numbered by it. */
function withoutNumber({ number, titleSpan, paragraphs }: Section, report: Paper, context: RuleContext): Fix[] {
  if (!number || paragraphs.length > 0 || number.span.start >= titleSpan.start) return [];
  const edit = { span: { start: number.span.start, end: titleSpan.start }, text: '' };
  return [{ title: 'Take the number away', edits: [edit, ...linkEdits([edit], report, context)], safe: false }];
}

/** The fault that a finding was made of. */
export function faultOf({ span }: Pick<Finding, 'span'>, faults: readonly SectionFault[]): SectionFault | undefined {
  return faults.find(({ section }) => sectionNumberSpan(section).start === span.start);
}

/** Where a section's number stands or, without one, its title. */
export function sectionNumberSpan({ number, titleSpan }: Section): Span {
  return number?.span ?? titleSpan;
}
