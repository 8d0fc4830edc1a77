import { lengthOfMonth, MONTHS } from '../../text/day.ts';
import { isRealDate, type WrittenDate } from '../../text/datesInText.ts';
import { oddDatesIn } from '../../analysis/oddDates.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

/** "The 31 April referrals" are referrals. */
const COUNTED =
  /\b(?:all|another|first|further|last|of|only|other|our|some|the|their|these|those|were|had|section|week|page|s\.?|no\.?) $/i;
const AS_TYPED = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

export default defineRule({
  id: 'date-impossible',
  severity: 'error',
  docs: {
    summary: 'A date that is in no calendar, such as 31 April.',
    why: 'Nobody can tell which day was meant, and what hangs on it (a meeting, a deadline) is in doubt.',
    source: 'The Gregorian calendar',
    bad: '---\ntemplate: committee-report\ndate: ⟦2026-11-31⟧\n---\n\n## 10. Timetable\n\n10.1 Comments are invited until ⟦31 April 2027⟧.\n',
    good: '---\ntemplate: committee-report\ndate: 2026-11-26\n---\n\n## 10. Timetable\n\n10.1 Comments are invited until 30 April 2027.\n',
  },
  *check(_report, context) {
    for (const value of context.fields.all()) {
      if (value.field?.kind !== 'date' || !value.text) continue;
      const [, year, month, day] = AS_TYPED.exec(value.text.text.trim()) ?? [];
      const written = { year: Number(year), month: Number(month), day: Number(day) };
      if (year === undefined || isRealDate(written)) continue;
      const message = `${fieldLabel(value.path, context)} is ${quoted(value.text.text)}, a date that there is not: ${reason(written)}. Write the right one as year-month-day.`;
      yield { span: trimmedSpanOf(value), path: value.path, message };
    }
    for (const { date, path, span, text } of oddDatesIn(context)) {
      if (isRealDate(date) || isCount(date, text)) continue;
      const message = `There is no ${text.slice(date.index, date.end)}: ${reason(date)}. Find out which day is meant.`;
      yield { span, path, message };
    }
  },
});

/** What the date leaves out of account: "April has 30 days". */
function reason({ year, month, day }: Pick<WrittenDate, 'year' | 'month' | 'day'>): string {
  const name = MONTHS[month - 1];
  if (name === undefined) return month === 0 ? 'months are counted from 1' : 'there are 12 months, and the day comes first';
  if (day === 0) return 'days are counted from 1';
  return `${name}${month === 2 && year !== undefined ? ` ${year}` : ''} has ${lengthOfMonth(month, year)} days`;
}

/** A number of things in a month and no day of it. */
function isCount({ day, index, year, form, ordinal }: WrittenDate, text: string): boolean {
  if (form !== 'words') return false;
  if (day > 39 || (day > 31 && year === undefined)) return true;
  return !ordinal && (year === undefined || day > 31) && COUNTED.test(text.slice(Math.max(0, index - 12), index));
}
