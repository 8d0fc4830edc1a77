import { lengthOfMonth, makeDay, MONTHS, WEEKDAYS, type Day } from './day.ts';
import { matchesOf } from './search.ts';

/** A date as people write it in a text: "Tuesday, 5th October 2016", "2/9/2021", "02.09.21", "2021-09-02", "31 April". */
export interface WrittenDate {
  /** Where it begins, its weekday left out, and where it ends. */
  readonly index: number;
  readonly end: number;
  readonly day: number;
  /** From 1; may be more than 12 in figures. */
  readonly month: number;
  /** Of two figures, the year of this century, or of the last from 51. Nothing where none is given. */
  readonly year: number | undefined;
  /** `american` puts the month first. */
  readonly form: 'words' | 'american' | 'figures' | 'iso';
  /** "5th". */
  readonly ordinal: boolean;
  /** "'19". */
  readonly shortYear: boolean;
  /** The weekday beside it. */
  readonly weekday: WrittenWeekday | undefined;
}

export interface WrittenWeekday {
  /** 0 for Sunday. */
  readonly number: number;
  readonly index: number;
  readonly end: number;
}

const SHORT = MONTHS.map((month) => month.slice(0, 3).toLowerCase());
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])';
/** May and March are words as well, and begin with a capital as months. */
const WORD = /^(?:may|march|mar)$/;
const ORDINAL = '(st|nd|rd|th)';
/** No number, amount, version or address goes on before a date. Looked at behind its first figures, which is cheaper. */
const BEFORE = String.raw`[\w.,/:£$€@#=&]`;
/** "5 October 2016", "5th of Oct '16", "5-Oct-16". */
const WORDS = String.raw`(\d{1,2})(?<!${BEFORE}\1)${ORDINAL}?[ -](?:day of |of )?(${MONTH})(?:\.(?= ))?(?:(?:,? |-)(\d{4})(?![\w%/]|,\d|\.\d)|(?: |-|(?<= ))'(\d\d)(?![\w%])|(?:(?<=-[a-z]{3})-| )(\d\d)(?=[.,;)\]](?: |$)|$))?`;
/** "2/9/2021", "02.09.21", "2-9-2021". */
const FIGURES = String.raw`(\d{1,2})(?<!(?:${BEFORE}|[\w)]-)\7)([/.-])(\d{1,2})\8(\d{4}|\d\d)(?![\w/%-]|[.,:]\d)`;
const ISO = String.raw`(\d{4})(?<!(?:${BEFORE}|[\w)]-)\11)-(\d\d)-(\d\d)(?![\w/%-]|[.:]\d)`;
/** What stands behind the month of "October 5, 2016", "October 5th". */
const AMERICAN = String.raw`(\d{1,2})(?<=(?<![\w'-])(${MONTH})\.? \14)(?:${ORDINAL}(?:,? (\d{4}))?|,? (\d{4}))(?![\w%/]|[,.]\d)`;

const PATTERN = `${WORDS}|${FIGURES}|${ISO}|${AMERICAN}`;
const DATE = new RegExp(PATTERN, 'gi');
/** The same for lower case, which is found faster. */
const LOWER = new RegExp(PATTERN, 'g');

const SHORT_WEEKDAYS = WEEKDAYS.map((weekday) => weekday.slice(0, 3).toLowerCase());
const DAY_NAME = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const DAY_BEFORE = new RegExp(String.raw`(?<![\w/'-]|day(?: to| or|,) )(${DAY_NAME})(?:(?<!day)\.|(?![a-z.]))(?: ?[,(:-] ?| )(?:the )?$`, 'i'); // prettier-ignore
const DAY_BEHIND = new RegExp(String.raw`^,? ?\((${DAY_NAME})\)`, 'i');
/** As much as may stand between the start of a weekday and its date. */
const LEAD = 24;

/**
 * The dates that are written in a text (folded, on one line), in order. Whether there is such a day is not looked at.
 * @param inLowerCase the text is in lower case, where "5 may" is a date
 */
export function findDates(text: string, inLowerCase = false): WrittenDate[] {
  return [...datesOf(text, inLowerCase)];
}

/** True when some date that is written in a text is wanted; no further is read. Takes what {@link findDates} does. */
export function hasDate(text: string, inLowerCase: boolean, isWanted: (date: WrittenDate) => boolean): boolean {
  for (const date of datesOf(text, inLowerCase)) if (isWanted(date)) return true;
  return false;
}

function* datesOf(text: string, inLowerCase: boolean): Iterable<WrittenDate> {
  for (const groups of matchesOf(inLowerCase ? LOWER : DATE, text)) {
    const date = readDate(groups, text, inLowerCase);
    if (date) yield date;
  }
}

function readDate(groups: RegExpExecArray, text: string, inLowerCase: boolean): WrittenDate | undefined {
  const [all, day, ordinal, month, long, quoted, short, figureDay, separator, figureMonth = '', figureYear = '', isoYear] =
    groups;
  const end = groups.index + all.length;
  const where = { index: groups.index, end, weekday: weekdayBeside(text, groups.index, end) };
  if (month !== undefined) {
    if (!inLowerCase && WORD.test(month)) return undefined;
    const year = long ?? quoted ?? short;
    return { ...where, day: Number(day), month: monthOf(month), year: yearOf(year), form: 'words', ordinal: ordinal !== undefined, shortYear: year?.length === 2 }; // prettier-ignore
  }
  if (figureDay !== undefined) {
    const date = { ...where, day: Number(figureDay), month: Number(figureMonth), year: yearOf(figureYear), form: 'figures', ordinal: false, shortYear: figureYear.length === 2 } as const; // prettier-ignore
    return isDate(date.shortYear, separator, all, date) ? date : undefined;
  }
  if (isoYear !== undefined) {
    const date = { ...where, day: Number(groups[13]), month: Number(groups[12]), year: Number(isoYear) };
    return date.month <= 12 && date.day <= 31 ? { ...date, form: 'iso', ordinal: false, shortYear: false } : undefined;
  }
  const [number, name = '', suffix, ordinalYear, year] = groups.slice(14);
  if (!inLowerCase && WORD.test(name)) return undefined;
  const index = text.lastIndexOf(name, groups.index);
  return { ...where, index, weekday: weekdayBeside(text, index, end), day: Number(number), month: monthOf(name), year: yearOf(ordinalYear ?? year), form: 'american', ordinal: suffix !== undefined, shortYear: false }; // prettier-ignore
}

/** Figures that are no number of a paragraph or version, no ages and no run of years. */
function isDate(
  short: boolean,
  separator: string | undefined,
  text: string,
  { day, month }: { day: number; month: number },
): boolean {
  if (day === 0 || month === 0 || (month > 12 && (short || day > 12)) || day > 31) return false;
  if (!short) return true;
  return separator === '/' || (separator === '.' && /^(?:0\d\.\d\d|\d\d\.0\d)\.[1-4]\d$/.test(text));
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  return text.length === 2 ? number + (number > 50 ? 1900 : 2000) : number;
}

function monthOf(name: string): number {
  return SHORT.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function weekdayBeside(text: string, index: number, end: number): WrittenWeekday | undefined {
  const from = Math.max(0, index - LEAD);
  const before = DAY_BEFORE.exec(text.slice(from, index));
  if (before) return weekdayAt(before[1] ?? '', from + before.index);
  const behind = DAY_BEHIND.exec(text.slice(end, end + LEAD));
  return behind ? weekdayAt(behind[1] ?? '', end + behind[0].indexOf('(') + 1) : undefined;
}

function weekdayAt(name: string, index: number): WrittenWeekday {
  const number = SHORT_WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());
  return { number, index, end: index + name.length };
}

/** The day that a written date means; nothing where its year is not given or there is no such day. */
export function toDay({ year, month, day }: WrittenDate): Day | undefined {
  return year === undefined ? undefined : makeDay(year, month, day);
}

/** True for a date that there is in some year, or in its own where it has one. */
export function isRealDate({ year, month, day }: Pick<WrittenDate, 'year' | 'month' | 'day'>): boolean {
  return day >= 1 && day <= lengthOfMonth(month, year);
}

/** The date in the house style, without its weekday: "4 September 2019". */
export function formatWrittenDate({ year, month, day }: WrittenDate): string {
  return `${day} ${MONTHS[month - 1] ?? ''}${year === undefined ? '' : ` ${year}`}`;
}
