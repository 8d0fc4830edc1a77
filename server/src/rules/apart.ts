import { lastIndexWhere } from '../text/search.ts';
import { contains, touches, type Span } from '../text/span.ts';
import type { Observation } from './rule.ts';

/** Observations of which none touches another; a report may hold thousands, and each is compared with few. */
export class Apart {
  /** In the order in which they came. */
  readonly all: Observation[] = [];
  /** Theirs, in the order of the text. */
  private readonly spans: Span[] = [];

  /** Takes one in that touches none that is there. */
  add(observation: Observation): void {
    this.all.push(observation);
    this.spans.splice(this.firstFrom(observation.span.start), 0, observation.span);
  }

  /** True when one of them touches the span. */
  hasAt(span: Span): boolean {
    const next = this.firstFrom(span.start);
    return [this.spans[next - 1], this.spans[next]].some((near) => near && touches(near, span));
  }

  /** True when one of them lies wholly within the span. */
  hasWithin(span: Span): boolean {
    const next = this.spans[this.firstFrom(span.start)];
    return next !== undefined && contains(span, next);
  }

  /** The place in {@link spans} of the first that begins at an offset or after it. */
  private firstFrom(offset: number): number {
    return lastIndexWhere(this.spans.length, (i) => (this.spans[i]?.start ?? 0) < offset) + 1;
  }
}
