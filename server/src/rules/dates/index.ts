import committeeUnknown from './committee-unknown.ts';
import dataAfterMeeting from './data-after-meeting.ts';
import dateFormat from './date-format.ts';
import dateImpossible from './date-impossible.ts';
import dateWeekday from './date-weekday.ts';
import meetingUnscheduled from './meeting-unscheduled.ts';
import publicationLate from './publication-late.ts';
import type { Chapter } from '../rule.ts';

// prettier-ignore
export const dates = {
  title: 'Dates and meetings',
  rules: [
    dateImpossible,
    dateWeekday,
    dateFormat,
    meetingUnscheduled,
    committeeUnknown,
    publicationLate,
    dataAfterMeeting,
  ],
} satisfies Chapter;
