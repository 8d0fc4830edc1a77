import { findDates, type WrittenDate } from '../text/writtenDates.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import type { Passage } from '../report/markdown.ts';
import { mentioning, type ReportProse } from './prose.ts';

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

/** Fields that hold no sentences: a date of the form's own, numbers, addresses. */
const NO_PROSE = /^(?:date|tel|email|url|file)$/;

/**
 * The dates of a report's texts, where a quick look finds what a rule speaks of.
 * @param word see {@link mentioning}
 */
export function* datesIn(report: ReportProse, word: RegExp): Iterable<DateInProse> {
  for (const { path, passages, folded } of mentioning(report, word)) {
    if (NO_PROSE.test(String(path.at(-1)))) continue;
    for (const [i, text] of folded.entries()) {
      const passage = passages[i];
      if (!passage) continue;
      for (const date of findDates(text)) {
        yield { date, path, passage, text, span: passage.text.spanOf(date.index, date.end) };
      }
    }
  }
}
