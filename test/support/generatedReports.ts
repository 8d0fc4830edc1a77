import { frontMatter } from './generatedFrontMatter.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';
import { Random, randomOf } from './random.ts';
import { Wording } from './wording.ts';

/** A line of a report that is being written; what is known of it stays true when lines are put in before it. */
export interface Line {
  text: string;
}

/** A report that is being written. */
export interface Draft {
  readonly template: Template;
  /** The lines between the two lines of dashes. */
  readonly front: Line[];
  readonly body: Line[];
}

/** A mistake that was made in a report: the rule that finds it, and its line, counted from 1. */
export interface Label {
  readonly rule: string;
  readonly line: number;
}

export interface GeneratedReport {
  /** The name of its file. */
  readonly name: string;
  readonly text: string;
  /** Every mistake in it, in the order of its lines; none in four reports out of five. */
  readonly labels: readonly Label[];
}

export type Template = 'committee-report' | 'board-paper' | 'cover-sheet' | 'partner-paper';

/** How often each template is used: six committee reports to every four others. */
const TEMPLATES: readonly Template[] = [
  ...Array.from({ length: 6 }, () => 'committee-report' as const),
  'board-paper',
  'board-paper',
  'cover-sheet',
  'partner-paper',
];
const SECTIONS = [
  'Background',
  'How things are',
  'What is proposed',
  'Other choices',
  'What people said',
  'Cost',
  'Timetable',
  'Next steps',
];
const FAULTY = 0.2;
const MOST_MISTAKES = 4;

/**
 * A report of an invented council, with 1,200 to 3,400 words and, in one of five, up to four mistakes. No two are the same; each depends
 * only on the seed and its place, so that the first 1,000 of 10,000 reports are the same as 1,000 reports.
 * All meet after 2026.
 */
export function generateReport(place: number, seed = 1): GeneratedReport {
  const random = new Random(randomOf(Math.imul(seed, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)));
  const wording = new Wording(random);
  const template = random.pick(TEMPLATES);
  const appendices = template === 'partner-paper' ? 0 : random.between(0, 3);
  const draft: Draft = {
    template,
    front: lines(frontMatter(template, appendices, random, wording)),
    body: lines(body(template === 'committee-report' ? 10 : 1, appendices, random, wording)),
  };
  const made = random.chance(FAULTY) ? makeMistakes(draft, random) : [];
  const written = [{ text: '---' }, ...draft.front, { text: '---' }, { text: '' }, ...draft.body];
  return {
    name: `report-${String(place).padStart(5, '0')}.md`,
    text: written.map(({ text }) => `${text}\n`).join(''),
    labels: made.map(({ rule, line }) => ({ rule, line: written.indexOf(line) + 1 })).sort((a, b) => a.line - b.line),
  };
}

/** Makes one to four mistakes of different kinds. */
function makeMistakes(draft: Draft, random: Random): { rule: string; line: Line }[] {
  const made: { rule: string; line: Line }[] = [];
  const wanted = random.between(1, MOST_MISTAKES);
  for (const rule of random.shuffle(Object.keys(MISTAKES) as Mistake[])) {
    const line = made.length < wanted ? MISTAKES[rule](draft, random) : undefined;
    if (line) made.push({ rule, line });
  }
  return made;
}

/** Sections of numbered paragraphs, with lists, tables, and a paragraph that speaks of each appendix. */
function body(first: number, appendices: number, random: Random, wording: Wording): string[] {
  const written: string[] = [];
  const wordsWanted = random.between(700, 2000) / SECTIONS.length;
  SECTIONS.forEach((heading, i) => {
    const section = first + i;
    written.push(`## ${section}. ${heading}`, '');
    let paragraph = 0;
    for (let words = 0; words < wordsWanted;) {
      const text = `${section}.${++paragraph} ${wording.prose(random.between(30, 75))}`;
      written.push(text, '');
      words += text.split(' ').length;
      if (random.chance(0.2)) written.push(...list(random, wording), '');
    }
    if (i === 1 || i === 5) written.push(...table(i === 1 ? 1 : 2, random, wording), '');
    if (i === 5) written.push(`${section}.${paragraph + 1} Table 2 and paragraph ${first}.1 show why this is needed.`, '');
  });
  const last = first + SECTIONS.length;
  written.push(`## ${last}. Further reading`, '');
  written.push(
    `${last}.1 The council's plans are on [its page about ${wording.topic.things}](https://www.northmoor.gov.uk/plans).`,
  );
  for (let i = 1; i <= appendices; i++)
    written.push('', `${last}.${i + 1} Appendix ${i} gives the figures for each ${wording.topic.thing}.`);
  return written;
}

function list(random: Random, wording: Wording): string[] {
  const isOrdered = random.chance(0.3);
  return Array.from({ length: random.between(3, 5) }, (_, i) => `${isOrdered ? `${i + 1}.` : '-'} ${wording.sentence()}`);
}

function table(number: number, random: Random, wording: Wording): string[] {
  const rows = Array.from({ length: random.between(4, 8) }, (_, i) => [i + 1, random.between(20, 900), random.between(20, 900)]);
  const sum = (column: number): number => rows.reduce((total, row) => total + (row[column] ?? 0), 0);
  return [
    `Table ${number}: Use of ${wording.topic.things}`,
    '',
    '| District | 2025 | 2026 |',
    '| --- | ---: | ---: |',
    ...rows.map(([name, before, after]) => `| District ${name} | ${before} | ${after} |`),
    `| Total | ${sum(1).toLocaleString('en-GB')} | ${sum(2).toLocaleString('en-GB')} |`,
  ];
}

function lines(texts: readonly string[]): Line[] {
  return texts.map((text) => ({ text }));
}
