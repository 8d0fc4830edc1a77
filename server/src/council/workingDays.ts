import { dayOfNumber, daysBetween, numberOfDay, weekdayOf, weekdayOfNumber, type Day } from '../text/day.ts';
import { bankHolidays } from './generated/bankHolidays.ts';

const holidays = new Set(bankHolidays.map(numberOfDay));

/** Clear days' notice of a meeting's agenda and reports: Local Government Act 1972, s.100B(3), as amended by SI 2002/715. */
export const NOTICE = 5;

/** True for a bank holiday in England from 2010 to 2040 that falls on Monday to Friday; other years are not known. */
export function isBankHoliday(day: Day): boolean {
  return holidays.has(numberOfDay(day));
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) % 6 === 0;
}

/** Monday to Friday, bank holidays in England left out. */
export function isWorkingDay(day: Day): boolean {
  return isNumberOfWorkingDay(numberOfDay(day));
}

/** The working day next to a day, later (`1`) or earlier (`-1`). */
export function nextWorkingDay(day: Day, direction: 1 | -1): Day {
  return dayOfNumber(nextNumber(numberOfDay(day), direction));
}

function nextNumber(number: number, direction: 1 | -1): number {
  let next = number + direction;
  while (!isNumberOfWorkingDay(next)) next += direction;
  return next;
}

function isNumberOfWorkingDay(number: number): boolean {
  return weekdayOfNumber(number) % 6 !== 0 && !holidays.has(number);
}

/**
 * How many clear working days lie between publication and a meeting: neither the one day nor the other counts
 * (R v Swansea City Council, ex parte Elitestone, 1993). 0 where the meeting is not later.
 */
export function clearDaysBetween(publication: Day, meeting: Day): number {
  const days = daysBetween(publication, meeting) - 1;
  if (days < 1) return 0;
  const first = weekdayOf(publication) + 1;
  let count = Math.floor(days / 7) * 5;
  for (let i = 0; i < days % 7; i++) if ((first + i) % 7 !== 0 && (first + i) % 7 !== 6) count++;
  return count - bankHolidays.filter((day) => publication < day && day < meeting).length;
}

/** How many working days are left until a day, that day among them and today not; 0 where it is today or past. */
export function workingDaysUntil(day: Day, today: Day): number {
  return day <= today ? 0 : clearDaysBetween(today, day) + (isWorkingDay(day) ? 1 : 0);
}

/**
 * The last day on which the reports of a meeting may be published: the working day before the clear days that the law asks for.
 * @param clearDays how many of them
 */
export function lastDayToPublish(meeting: Day, clearDays = NOTICE): Day {
  let number = numberOfDay(meeting);
  for (let i = 0; i <= clearDays; i++) number = nextNumber(number, -1);
  return dayOfNumber(number);
}
