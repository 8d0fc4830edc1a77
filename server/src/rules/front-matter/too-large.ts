import { MAX_COLUMNS, MAX_FOOTNOTES, MAX_LINE, MAX_TEXT, type LimitKind } from '../../paper/limits.ts';
import { defineRule } from '../rule.ts';

/** With commas. The language's own way would be learnt at every start, which takes longer than all the rest of it. */
const count = (number: number): string =>
  number < 1000 ? String(number) : `${count(Math.floor(number / 1000))},${String(number % 1000).padStart(3, '0')}`;

const MESSAGES: Record<LimitKind, string> = {
  text: `This file has more than ${count(MAX_TEXT)} characters and is not read further. Move parts of it into appendices.`,
  line: `This line has more than ${count(MAX_LINE)} characters, so the report is not read further. Break it into paragraphs.`,
  table: `This table has more than ${MAX_COLUMNS} columns, so the report is not read further. Split it, or make it an appendix.`,
  footnotes: `This report has more than ${count(MAX_FOOTNOTES)} footnotes and is not read further. Move some of them into an appendix.`,
};

export default defineRule({
  id: 'too-large',
  severity: 'error',
  tags: ['not-suppressible'],
  docs: {
    summary: `A file of over ${count(MAX_TEXT)} characters, a line of over ${count(MAX_LINE)}, a table of over ${MAX_COLUMNS} columns, or over ${count(MAX_FOOTNOTES)} footnotes.`,
    why: 'No committee could read it, and a program that tried to lay it out could run out of memory.',
    source: 'The limits of the parsers, well above any report',
    bad: `## 10. Costs\n\n⟦${'|a'.repeat(MAX_COLUMNS + 2)}|⟧\n`,
    good: '## 10. Costs\n\n| Route | Cost |\n|---|---|\n| North | £2,000 |\n',
  },
  *check({ excess }) {
    if (excess) yield { span: excess.span, message: MESSAGES[excess.kind] };
  },
});
