/** A day as the format writes it: `YYYY-MM-DD`. Days compare as texts do. */
export type Day = string;

/** From Sunday, which is 0, as JavaScript counts them. */
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** From January, which is 0 here and 1 in every function of this file. */
export const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const MS_PER_DAY = 86_400_000;

/** The day with that number in that month (from 1) of that year (1000 to 9000); nothing where the month has no such day. */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  if (!(year >= 1000 && year <= 9000) || day < 1 || day > lengthOfMonth(month, year)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** How many days a month (from 1) has; 0 for a month that there is not. Of an unknown year February has 29. */
export function lengthOfMonth(month: number, year?: number): number {
  if (month === 2) return year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return LENGTHS[month - 1] ?? 0;
}

/** The text as a day, white space round it ignored; nothing where it is none that there is. */
export function readDay(text: string): Day | undefined {
  const [, year, month, day] = /^\s*(\d{4})-(\d\d)-(\d\d)\s*$/.exec(text) ?? [];
  return makeDay(Number(year), Number(month), Number(day));
}

/** The day so many days after another; before it for a number below 0. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days);
}

/** How many days it is from one day to another; below 0 where the second is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** The day of the week, 0 for Sunday. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(numberOfDay(day));
}

/** The day in the house style: "4 September 2019". */
export function formatDay(day: Day): string {
  const [year = '', month, number] = day.split('-');
  return `${Number(number)} ${MONTHS[Number(month) - 1] ?? ''} ${Number(year)}`;
}

/** The day with its weekday: "Wednesday 4 September 2019". */
export function formatDayWithWeekday(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)] ?? ''} ${formatDay(day)}`;
}

/** Days by which to count: from 1 January 1970, which is 0. On Greenwich time throughout, so that no clock change moves a day. */
export function numberOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

export function dayOfNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day of the week, 0 for Sunday. The first day of 1970 was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
