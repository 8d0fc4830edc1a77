import assert from 'node:assert/strict';
import { getHeapSpaceStatistics, type HeapSpaceInfo } from 'node:v8';
import { nurseryClearer, nurseryTidier } from '../../server/src/workspace/engine.ts';

describe('the nursery', () => {
  it('holds nothing that was left behind once it is cleared', () => {
    const clear = nurseryClearer();
    clear();
    Array.from({ length: 5000 }, (_, i) => ({ i }));
    const full = used();
    clear();
    assert.ok(used() < full - 100_000, `${used()} bytes of ${full}`);
  });

  it('is cleared between two files where the next may not fit, and not after each', () => {
    const tidy = nurseryTidier();
    let cleared = 0;
    const FILES = 200;
    for (let file = 0; file < FILES; file++) {
      const before = used();
      Array.from({ length: 5000 }, (_, i) => ({ i }));
      const left = used() - before;
      tidy();
      if (used() < before) cleared++;
      assert.ok((space()?.space_available_size ?? 0) > left, `file ${file}`);
    }
    assert.ok(0 < cleared && cleared < FILES, `${cleared} times`);
  });
});

/** The bytes in V8's nursery. */
function used(): number {
  return space()?.space_used_size ?? NaN;
}

function space(): HeapSpaceInfo | undefined {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
}
