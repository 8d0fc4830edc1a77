import { earliestMeeting } from '../../council/committees.ts';
import { lastDayToPublish, NOTICE } from '../../council/workingDays.ts';
import { labelOf } from '../../template/schemaProblems.ts';
import { formatDay, formatDayWithWeekday } from '../../text/day.ts';
import { defineRule } from '../rule.ts';
import { trimmedSpanOf } from '../../analysis/notApplicable.ts';

export default defineRule({
  id: 'publication-late',
  severity: 'error',
  isCompleteness: true,
  docs: {
    summary: 'Today is too late to publish the report five clear working days before its meeting.',
    why: 'The law gives the public five clear days to read what is to be decided; a later report needs a reason, given to the chair.',
    source:
      'Local Government Act 1972, s.100B(3) and (4); clear days are working days (R v Swansea City Council, ex parte Elitestone, 1993)',
    // The examples of all rules are read on Sunday 22 November 2026.
    bad: '---\ntemplate: committee-report\ncommittee: Harbour Overview Committee\ndate: ⟦2026-11-26⟧\n---\n',
    good: '---\ntemplate: committee-report\ncommittee: Harbour Overview Committee\ndate: 2026-11-26\nurgency: The harbour wall moved on 19 November and must be propped before the spring tide.\n---\n',
  },
  *check(_report, { fields, template, today }) {
    const meeting = earliestMeeting(fields);
    if (!meeting?.date || meeting.day < today) return;
    const last = lastDayToPublish(meeting.day);
    const urgency = fields.get(['urgency']);
    if (today <= last || (urgency && !urgency.blank)) return;
    const label = labelOf(template ?? { fields: [] }, ['urgency']);
    const message = `For the meeting on ${formatDayWithWeekday(meeting.day)} this report had to be published by ${formatDay(last)}, ${NOTICE} clear working days before. Take it to a later meeting, or say under ${template ? label : 'urgency'} why it cannot wait.`;
    yield { span: trimmedSpanOf(meeting.date), path: meeting.date.path, message };
  },
});
