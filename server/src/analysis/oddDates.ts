import type { Passage } from '../paper/markdown/markdown.ts';
import { weekdayOf } from '../text/day.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import { toDay, isRealDate, findDates, hasDate, type WrittenDate } from '../text/datesInText.ts';
import type { RuleContext } from './ruleContext.ts';
import { keywords } from './keywordIndex.ts';
import type { Prose } from './prose.ts';

/** A date in what people read of a report. */
export interface DateInProse {
  readonly date: WrittenDate;
  readonly path: Path;
  readonly passage: Passage;
  /** The passage's text, folded, on one line. */
  readonly text: string;
  /** The date without its weekday. */
  readonly span: Span;
}

const FIGURES = keywords('0');
/** Fields that hold no sentences: a date of the form's own, numbers, addresses. */
const NO_PROSE = /^(?:date|tel|email|url|file)$/;

/** The dates of a report's texts that some rule may speak of: impossible, on another weekday, or in another form. Read once. */
export function oddDatesIn(report: RuleContext): readonly DateInProse[] {
  return report.memo.get(oddDatesIn, () => datesIn(report, isOdd));
}

/** The dates of a report's texts that are wanted. A field is read as Markdown only if such a date stands in it. */
export function datesIn({ words }: RuleContext, isWanted: (date: WrittenDate) => boolean): DateInProse[] {
  const speaking = words.textsWith(FIGURES).filter(({ path }) => !NO_PROSE.test(String(path.at(-1))));
  return speaking.flatMap((text) => (hasDate(text.lowerCase, true, isWanted) ? datesOf(text, isWanted) : []));
}

function datesOf({ path, passages, passageTexts }: Prose, isWanted: (date: WrittenDate) => boolean): DateInProse[] {
  return passages.flatMap((passage, i) => {
    const text = passageTexts[i] ?? '';
    const dates = findDates(text).filter(isWanted);
    return dates.map((date) => ({ date, path, passage, text, span: passage.text.spanOf(date.index, date.end) }));
  });
}

function isOdd(date: WrittenDate): boolean {
  return !isRealDate(date) || isOnOtherDay(date) || !isHouseStyle(date);
}

/** True for a date beside a weekday that is not its own. */
export function isOnOtherDay(date: WrittenDate): boolean {
  const day = date.weekday && toDay(date);
  return day !== undefined && date.weekday?.number !== weekdayOf(day);
}

/** True for "4 September 2019", and for the form of files and data, 2019-09-04. */
export function isHouseStyle({ form, ordinal, shortYear }: WrittenDate): boolean {
  return form === 'iso' || (form === 'words' && !ordinal && !shortYear);
}
