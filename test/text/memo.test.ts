import assert from 'node:assert/strict';
import { Memo } from '../../server/src/text/memo.ts';

describe('what is kept with an object', () => {
  it('is worked out once for each who asks, nothing included', () => {
    const kept = new Memo();
    const calls: string[] = [];
    const first = (): string | undefined => kept.get(first, () => void calls.push('first'));
    const second = (): number => kept.get(second, () => calls.push('second'));
    assert.deepEqual([first(), first(), second(), second()], [undefined, undefined, 2, 2]);
    assert.deepEqual(calls, ['first', 'second']);
    assert.equal(
      new Memo().get(second, () => 7),
      7,
    );
  });
});
