import { contains, touches, type Span } from '../text/span.ts';
import { SortedSpans } from '../text/sortedSpans.ts';
import type { RuleFinding } from './rule.ts';

/** Observations of which none touches another; a report may hold thousands, and each is compared with few. */
export class NonOverlappingFindings {
  /** In the order in which they came. */
  readonly all: RuleFinding[] = [];
  private readonly spans = new SortedSpans();

  /** Takes one in that touches none that is there. */
  add(observation: RuleFinding): void {
    this.all.push(observation);
    this.spans.add(observation.span);
  }

  /** True when one of them touches the span. */
  hasAt(span: Span): boolean {
    return [this.spans.before(span.start), this.spans.from(span.start)].some((near) => near && touches(near, span));
  }

  /** True when one of them lies wholly within the span. */
  hasWithin(span: Span): boolean {
    const next = this.spans.from(span.start);
    return next !== undefined && contains(span, next);
  }
}
