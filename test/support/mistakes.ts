import type { Draft, Line } from './generatedReports.ts';
import type { Random } from './random.ts';

/** Makes a mistake in a draft. @returns the line on which it is found; undefined where the draft has no place for it */
type Spoil = (draft: Draft, random: Random) => Line | undefined;

const WEEKDAYS = /\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?= \d)/;

/** What is done wrong, by the rule that finds it. */
export const MISTAKES = {
  'risk-incomplete': ({ front }) => {
    const place = front.findIndex(({ text }) => text.startsWith('    residual:'));
    if (place === -1) return undefined;
    front.splice(place, 1);
    return front.find(({ text }) => text === '  risk:');
  },
  'email-invalid': ({ front }) => change(front, /^ {2}email: /, (text) => text.replace('@', ' at ')),
  'phone-invalid': ({ front }) => change(front, /^ {2}tel: /, (text) => text.slice(0, -1)),
  'field-unknown': ({ front }) => {
    const line = { text: 'reviewed-by: Finance' };
    front.push(line);
    return line;
  },
  'field-invalid': ({ front }) => change(front, /^purpose: /, () => 'purpose: For Agreement'),
  'impact-unexplained': ({ front }) => {
    const start = front.findIndex(({ text }) => text === '  equalities: |');
    if (start === -1) return undefined;
    const end = front.findIndex(({ text }, i) => i > start && !text.startsWith('    '));
    const line = { text: '  equalities: N/A' };
    front.splice(start, end - start, line);
    return line;
  },
  placeholder: (draft, random) => add(draft, random, 'The work begins on [insert date].'),
  'doubled-word': (draft, random) => add(draft, random, 'All of it is in in the plan for the year.'),
  'reference-broken': (draft, random) =>
    add(draft, random, `More is said of this in paragraph ${draft.template === 'committee-report' ? 12 : 3}.90.`),
  'appendix-not-listed': (draft, random) =>
    draft.template === 'partner-paper' ? undefined : add(draft, random, 'The plan is at Appendix 9.'),
  'acronym-undefined': (draft, random) => add(draft, random, 'It was agreed with the QWP in the same month.'),
  'date-impossible': (draft, random) => add(draft, random, 'The survey ends on 31 June 2028.'),
  'link-text': (draft, random) => add(draft, random, 'The plan can be read [here](https://www.northmoor.gov.uk/plan).'),
  'table-total': ({ body }) => change(body, /^\| Total/, (text) => text.replace(/ (?=[\d,]+ \|$)/, ' 9')),
  'date-weekday': ({ body }) =>
    change(body, WEEKDAYS, (text) => text.replace(WEEKDAYS, (day) => (day === 'Monday' ? 'Thursday' : 'Monday'))),
} satisfies Record<string, Spoil>;

/** The rule that finds a mistake. */
export type Mistake = keyof typeof MISTAKES;

/** Changes the first line that a pattern matches. */
function change(lines: readonly Line[], pattern: RegExp, edit: (text: string) => string): Line | undefined {
  const line = lines.find(({ text }) => pattern.test(text));
  if (line) line.text = edit(line.text);
  return line;
}

/** Adds a sentence to one of the numbered paragraphs. */
function add({ body }: Draft, random: Random, sentence: string): Line {
  const line = random.pick(body.filter(({ text }) => /^\d+\.\d+ /.test(text)));
  line.text += ` ${sentence}`;
  return line;
}
