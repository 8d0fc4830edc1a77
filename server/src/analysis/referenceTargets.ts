import { formatNumber } from '../paper/structure/sectionNumber.ts';
import type { Paper } from '../paper/paper.ts';
import type { RuleContext } from './ruleContext.ts';
import { coverNumbers, numberSections } from './sectionNumbering.ts';
import { readContinuousNumbering } from './continuousNumbering.ts';

/** The numbers that a report has, which references may point to. */
export interface ReferenceTargets {
  readonly sections: ReadonlySet<number>;
  /** The highest of them. */
  readonly last: number;
  /** Sections with paragraphs that carry numbers of their own. */
  readonly counted: ReadonlySet<number>;
  readonly paragraphs: ReadonlySet<string>;
  /** Those numbered straight through, `1.`, `2.` …; empty where paragraphs are not. */
  readonly straight: ReadonlySet<number>;
  readonly lastStraight: number;
  /** `table 2`, `figure 2a`; `figure 2` as well where there is only a 2a. */
  readonly captions: ReadonlySet<string>;
}

export function findReferenceTargets(report: Paper, { template, fields, prose }: RuleContext): ReferenceTargets {
  const cover = coverNumbers(template?.fields ?? []);
  const typed = report.body.sections.flatMap(({ number }) => number?.parts[0] ?? []);
  const sections = new Set([...cover, ...numberSections(fields.sections, maximum(cover) + 1).values(), ...typed]);
  const paragraphs = new Set<string>();
  const counted = new Set(report.body.sections.flatMap((section) => section.paragraphs.map(({ parts }) => parts[0] ?? 0)));
  const numbersOnly = !report.body.sections.some(({ number }) => number);
  for (const { passages } of prose) {
    for (const { text } of passages) {
      for (const [, number] of text.text.matchAll(/^(\d{1,3}(?:\.\d{1,3})+)\b/gm))
        if (number) {
          const parts = number.split('.').map(Number);
          paragraphs.add(formatNumber(parts));
          // Without numbered headings a paragraph's number is all that tells of its section.
          if (numbersOnly) for (const known of [sections, counted]) known.add(parts[0] ?? 0);
        }
    }
  }
  const straight = new Set(readContinuousNumbering(report, fields).items.map(({ number }) => number));
  const captions = report.body.captions.flatMap(({ kind, label }) =>
    [label, label.replace(/[a-z]$/i, '')].map((known) => `${kind} ${known.toLowerCase()}`),
  );
  return {
    sections,
    last: maximum(sections),
    counted,
    paragraphs,
    straight,
    lastStraight: maximum(straight),
    captions: new Set(captions),
  };
}

function maximum(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
