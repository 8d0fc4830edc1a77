import { lastIndexWhere } from './search.ts';
import type { Span } from './span.ts';

/** Spans that share no text with one another, in the order of the text; thousands of them are compared with few. */
export class SortedSpans {
  private readonly spans: Span[] = [];

  /** @param span shares no text with those that are there */
  add(span: Span): void {
    const isBefore = (other: Span): boolean => other.start < span.start || (other.start === span.start && other.end < span.end);
    this.spans.splice(this.countWhere(isBefore), 0, span);
  }

  /** The last that begins before an offset. */
  before(offset: number): Span | undefined {
    return this.spans[this.countWhere(({ start }) => start < offset) - 1];
  }

  /** The first that begins at an offset or after it. */
  from(offset: number): Span | undefined {
    return this.spans[this.countWhere(({ start }) => start < offset)];
  }

  /** @param holds true for the first of them, up to some place, and false for the rest */
  private countWhere(holds: (span: Span) => boolean): number {
    const holdsAt = (i: number): boolean => {
      const span = this.spans[i];
      return span !== undefined && holds(span);
    };
    return lastIndexWhere(this.spans.length, holdsAt) + 1;
  }
}
