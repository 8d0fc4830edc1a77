import assert from 'node:assert/strict';
import { Kept } from '../../server/src/text/kept.ts';

describe('what is kept with an object', () => {
  it('is worked out once for each who asks, nothing included', () => {
    const kept = new Kept();
    const calls: string[] = [];
    const first = (): string | undefined => kept.once(first, () => void calls.push('first'));
    const second = (): number => kept.once(second, () => calls.push('second'));
    assert.deepEqual([first(), first(), second(), second()], [undefined, undefined, 2, 2]);
    assert.deepEqual(calls, ['first', 'second']);
    assert.equal(
      new Kept().once(second, () => 7),
      7,
    );
  });
});
