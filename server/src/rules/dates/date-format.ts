import { isRealDate, formatWrittenDate } from '../../text/datesInText.ts';
import { isHouseStyle, oddDatesIn } from '../../analysis/oddDates.ts';
import type { Link } from '../../paper/markdown/inline.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';
import { isInQuotation } from '../../analysis/notApplicable.ts';

/** Names of papers stand as their authors wrote them. */
const TITLE = /^(?:title|label|background-papers|appendices)$/;

export default defineRule({
  id: 'date-format',
  severity: 'info',
  docs: {
    summary: 'A date that is not written as “4 September 2019”.',
    why: 'All reports of one agenda write dates in one way, and 2/9/2021 is a day in February to some readers.',
    source: 'House style; GOV.UK style guide, Dates',
    bad: '## 10. Timetable\n\n10.1 Comments are invited from ⟦4th September 2026⟧ to ⟦2/10/2026⟧.\n',
    good: '## 10. Timetable\n\n10.1 Comments are invited from 4 September 2026 to 2 October 2026.\n',
  },
  *check(report, context) {
    for (const { date, path, passage, text, span } of oddDatesIn(context)) {
      // In a table space is short, and a column of figures is easily compared.
      if (!isRealDate(date) || isHouseStyle(date) || passage.quoted || passage.kind === 'cell') continue;
      if (TITLE.test(String(path.findLast((step) => typeof step === 'string')))) continue;
      if (isInQuotation(text, date.index) || isInLink(span.start, report.body.markdown.links)) continue;
      yield { span, path, message: `Write “${formatWrittenDate(date)}”: dates are given as day, month in words, year.` };
    }
  },
  fixes(finding, report, context) {
    for (const { date, span } of oddDatesIn(context)) {
      if (span.start !== finding.span.start || span.end !== finding.span.end) continue;
      const edit = replaceAt(finding, formatWrittenDate(date), report, context);
      return edit ? [{ title: `Change to “${formatWrittenDate(date)}”`, edits: [edit], safe: false }] : [];
    }
    return [];
  },
});

/** True where an offset stands in a link's words or address. */
function isInLink(offset: number, links: readonly Link[]): boolean {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((links[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset < (links[low - 1]?.span.end ?? 0);
}
