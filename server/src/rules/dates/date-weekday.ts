import { formatDay, weekdayOf, WEEKDAYS } from '../../text/day.ts';
import { toDay } from '../../text/datesInText.ts';
import { isOnOtherDay, oddDatesIn } from '../../analysis/oddDates.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'date-weekday',
  severity: 'error',
  docs: {
    summary: 'A weekday that is not the weekday of its date.',
    why: 'People come on the wrong day: one of the two is wrong, and they cannot tell which.',
    source: 'The Gregorian calendar',
    bad: '## 10. Timetable\n\n10.1 The workshop is on ⟦Tuesday⟧, 7 October 2026.\n',
    good: '## 10. Timetable\n\n10.1 The workshop is on Wednesday, 7 October 2026.\n',
  },
  *check(_report, context) {
    for (const { date, path, passage, text } of oddDatesIn(context)) {
      const day = toDay(date);
      if (!date.weekday || day === undefined || !isOnOtherDay(date)) continue;
      const { index, end } = date.weekday;
      const right = WEEKDAYS[weekdayOf(day)] ?? '';
      const message = `${formatDay(day)} is a ${right}, not a ${text.slice(index, end)}. Find out whether the weekday or the date is wrong.`;
      yield { span: passage.text.spanOf(index, end), path, message };
    }
  },
  fixes(finding, report, context) {
    for (const { date, passage, text } of oddDatesIn(context)) {
      const day = toDay(date);
      if (!date.weekday || day === undefined) continue;
      const { index, end } = date.weekday;
      if (passage.text.sourceOf(index) !== finding.span.start) continue;
      const name = spelledAs(text.slice(index, end), WEEKDAYS[weekdayOf(day)] ?? '');
      const edit = replaceAt(finding, name, report, context);
      return edit ? [{ title: `Change to “${name}”`, edits: [edit], safe: false }] : [];
    }
    return [];
  },
});

/** A weekday as short and in such letters as the one in its place. */
function spelledAs(typed: string, name: string): string {
  const long = /day$/i.test(typed) ? name : name.slice(0, 3);
  return typed === typed.toUpperCase() ? long.toUpperCase() : long;
}
