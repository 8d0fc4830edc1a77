import { lastDayToPublish, workingDaysUntil } from './workingDays.ts';
import type { Day } from '../text/day.ts';

/** Until when the reports of a meeting may be published, and what that means on a day. */
export interface Deadline {
  /** The last day that leaves five clear working days. */
  readonly publishBy: Day;
  /** `3 working days left`, or that it is too late. */
  readonly left: string;
}

/** The last day to publish the reports of a meeting, as it is on a day: the same for clerks and in editors. */
export function deadlineOf(meeting: Day, today: Day): Deadline {
  const publishBy = lastDayToPublish(meeting);
  return { publishBy, left: leftUntil(publishBy, meeting, today) };
}

function leftUntil(publishBy: Day, meeting: Day, today: Day): string {
  if (meeting < today) return 'the meeting has been held';
  if (publishBy < today) return 'that day has passed';
  if (publishBy === today) return 'that is today';
  const days = workingDaysUntil(publishBy, today);
  return `${days} working day${days === 1 ? '' : 's'} left`;
}
