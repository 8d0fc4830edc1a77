import assert from 'node:assert/strict';
import { NonOverlappingFindings } from '../../server/src/rules/nonOverlapping.ts';
import type { Span } from '../../server/src/text/span.ts';
import { contains, touches } from '../../server/src/text/span.ts';

describe('observations that stand apart', () => {
  it('are found again by what they touch and by what holds them, in whatever order they came', () => {
    const apart = new NonOverlappingFindings();
    const seen: Span[] = [];
    for (let i = 0; i < 400; i++) {
      const start = (i * 7919) % 2000;
      const span = { start, end: start + (i % 5) };
      const outer = { start: start - 3, end: start + 9 };
      assert.equal(apart.hasAt(span), seen.some((other) => touches(other, span)), `at ${start}`); // prettier-ignore
      assert.equal(apart.hasWithin(outer), seen.some((other) => contains(outer, other)), `within ${start}`); // prettier-ignore
      if (apart.hasAt(span)) continue;
      apart.add({ span, message: 'Here.' });
      seen.push(span);
    }
    assert.ok(seen.length > 100);
    assert.deepEqual(apart.all.map(({ span }) => span), seen); // prettier-ignore
  });
});
