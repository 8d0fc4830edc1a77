import assert from 'node:assert/strict';
import { getHeapSpaceStatistics } from 'node:v8';
import { nurseryClearer } from '../../server/src/workspace/engine.ts';

describe('the nursery', () => {
  it('holds nothing that was left behind once it is cleared', () => {
    const clear = nurseryClearer();
    clear();
    Array.from({ length: 5000 }, (_, i) => ({ i }));
    const full = used();
    clear();
    assert.ok(used() < full - 100_000, `${used()} bytes of ${full}`);
  });
});

/** The bytes in V8's nursery. */
function used(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_used_size ?? NaN;
}
