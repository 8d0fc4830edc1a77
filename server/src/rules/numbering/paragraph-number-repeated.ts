import { formatNumber } from '../../paper/structure/sectionNumber.ts';
import { findNumberFaults } from '../../analysis/paragraphNumbering.ts';
import { renumberFrom } from '../../fixes/renumberParagraphs.ts';
import { defineRule } from '../rule.ts';
import { readContinuousNumbering } from '../../analysis/continuousNumbering.ts';

export default defineRule({
  id: 'paragraph-number-repeated',
  severity: 'error',
  docs: {
    summary: 'Two paragraphs have the same number.',
    why: 'Members, officers and the minutes point to paragraphs by their numbers; nobody can tell which of the two is meant.',
    source: 'House style: paragraphs are numbered once, in order',
    bad: '## 10. Background\n\n10.1 The pier was closed in March.\n\n10.2 Divers looked at its legs in April.\n\n⟦10.2⟧ Repairs began in May.\n',
    good: '## 10. Background\n\n10.1 The pier was closed in March.\n\n10.2 Divers looked at its legs in April.\n\n10.3 Repairs began in May.\n',
  },
  *check(report, { fields }) {
    for (const { kind, paragraph, wanted } of findNumberFaults(fields.sections)) {
      if (kind !== 'repeated') continue;
      yield { span: paragraph.span, path: ['body'], message: describe(formatNumber(paragraph.parts), formatNumber(wanted)) };
    }
    for (const { kind, item, before } of readContinuousNumbering(report, fields).faults) {
      if (kind === 'repeated') yield { span: item.marker, path: ['body'], message: describe(item.number, before + 1) };
    }
  },
  fixes: renumberFrom,
});

function describe(number: string | number, wanted: string | number): string {
  return `Paragraph ${number} stands twice. Number this one ${wanted}, and those after it if need be.`;
}
