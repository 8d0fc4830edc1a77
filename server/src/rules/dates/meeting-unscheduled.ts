import { findCommittee, meetingsOf, type Meeting } from '../../council/committees.ts';
import type { Council } from '../../council/council.ts';
import { isBankHoliday, isWeekend } from '../../council/workingDays.ts';
import { joinWords } from '../../text/suggest.ts';
import { daysBetween, readDay, formatDay, formatDayWithWeekday, WEEKDAYS, weekdayOf, type Day } from '../../text/day.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';
import { trimmedSpanOf } from '../../analysis/notApplicable.ts';

/** A calendar says nothing of meetings more than a year before its first or after its last. */
const YEAR = 366;
/** As many meetings as a message names. */
const MOST = 3;

export default defineRule({
  id: 'meeting-unscheduled',
  severity: 'warning',
  docs: {
    summary: 'The committee does not meet on that date.',
    why: 'A wrong date on the cover sends the report to no agenda, and counts its days of notice from the wrong day.',
    source: 'The meetings in council.yaml',
    bad: '---\ntemplate: committee-report\ncommittee: Harbour Overview Committee\ndate: ⟦2026-11-25⟧\n---\n',
    good: '---\ntemplate: committee-report\ncommittee: Harbour Overview Committee\ndate: 2026-11-26\n---\n',
    council: 'committees:\n  - { name: Harbour Overview Committee, meetings: [2026-09-10, 2026-11-26, 2027-01-21] }\n',
  },
  *check(_report, { council, fields }) {
    if (!council.committees?.some(({ meetings }) => meetings?.length)) return;
    for (const meeting of meetingsOf(fields)) {
      const message = meeting.day && explain(meeting, meeting.day, council);
      if (message && meeting.date) yield { span: trimmedSpanOf(meeting.date), path: meeting.date.path, message };
    }
  },
  fixes(finding, report, context) {
    const { council, fields } = context;
    const meeting = meetingsOf(fields).find(({ date }) => date?.span.start === finding.span.start);
    if (!meeting?.day) return [];
    return nearest(scheduled(meeting, council), meeting.day).flatMap((day) => {
      const edit = replaceAt(finding, day, report, context);
      return edit ? [{ title: `Change to ${day} (${formatDayWithWeekday(day)})`, edits: [edit], safe: false }] : [];
    });
  },
});

/** What is wrong with a meeting's date; nothing where it is right, or where nobody can say. */
function explain(meeting: Meeting, day: Day, council: Council): string | undefined {
  const meetings = scheduled(meeting, council);
  if (meetings.includes(day)) return undefined;
  const name = meeting.committee?.text?.text.trim() ?? '';
  const near = nearest(meetings, day);
  const [next] = near;
  const first = meetings[0] ?? '';
  const last = meetings.at(-1) ?? '';
  if (next && daysBetween(day, first) <= YEAR && daysBetween(last, day) <= YEAR) {
    return `The calendar has no meeting of the ${name.replace(/^the /i, '')} on ${formatDayWithWeekday(day)}. The nearest: ${joinWords(near.map(formatDay), 'and')}.`;
  }
  if (isWeekend(day)) return `${formatDay(day)} is a ${WEEKDAYS[weekdayOf(day)] ?? ''}. Check the date of the meeting.`;
  if (isBankHoliday(day)) return `${formatDayWithWeekday(day)} is a bank holiday. Check the date of the meeting.`;
  return undefined;
}

/** The committee's meetings in order. */
function scheduled({ committee }: Meeting, council: Council): Day[] {
  const meetings = findCommittee(council, committee?.text?.text ?? '')?.meetings ?? [];
  return meetings.flatMap((day) => readDay(day) ?? []).sort();
}

/** The meetings nearest to a day, the nearest first. */
function nearest(meetings: readonly Day[], day: Day): Day[] {
  return [...meetings].sort((a, b) => Math.abs(daysBetween(a, day)) - Math.abs(daysBetween(b, day))).slice(0, MOST);
}
