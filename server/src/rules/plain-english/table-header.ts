import { withMarkdown } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'table-header',
  severity: 'warning',
  docs: {
    summary: 'A table whose header row is blank.',
    why: 'A screen reader reads the heading of a column with each of its figures; without one they are bare numbers.',
    source: 'WCAG 2.2, success criterion 1.3.1; Public Sector Bodies Accessibility Regulations 2018',
    bad: '⟦| | |⟧\n|---|---|\n| Harbour Library | 1,204 |\n| Market Library | 988 |\n',
    good: '| Library | Visits |\n|---|---|\n| Harbour Library | 1,204 |\n| Market Library | 988 |\n',
  },
  *check(report, { prose }) {
    for (const { markdown, path } of withMarkdown(prose, /\|/)) {
      for (const { rows, span } of markdown.tables) {
        if (!rows[0]?.every(({ text }) => text.trim() === '')) continue;
        const line = report.lines.span(report.lines.lineAt(span.start));
        yield {
          span: { start: span.start, end: Math.max(span.start, line.end) },
          path,
          message: 'This table has no header row. Write in its first row what each column holds.',
        };
      }
    }
  },
});
