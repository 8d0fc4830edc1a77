import assert from 'node:assert/strict';
import { Practice } from '../../server/src/lsp/practice.ts';
import type { Platform } from '../../server/src/lsp/platform.ts';

describe('practice', () => {
  let due: (() => void)[];
  let rests: number;
  let practice: Practice;
  const platform: Platform = {
    turn: () => Promise.resolve(),
    now: () => new Date(),
    memory: { holds: () => undefined, rest: () => rests++ },
    after(_, action) {
      due.push(action);
      return () => undefined;
    },
  };

  beforeEach(() => {
    due = [];
    rests = 0;
    practice = new Practice(platform);
  });

  it('does it a hundred times with the first report, each in a turn of its own', () => {
    let times = 0;
    practice.begin({ closed: false, text: '' }, () => {
      times++;
    });
    practice.begin({ closed: false, text: '' }, () => assert.fail('the second report'));
    assert.equal(times, 0);
    for (let action = due.shift(); action; action = due.shift()) {
      const before: number = times;
      action();
      assert.equal(times, before + 1);
      assert.ok(due.length <= 1);
    }
    assert.deepEqual([times, rests], [100, 100]);
  });

  it('ends with the document, and leaves a long one alone', () => {
    for (const document of [
      { closed: true, text: '' },
      { closed: false, text: 'x'.repeat(50_001) },
    ]) {
      const another = new Practice(platform);
      another.begin(document, () => assert.fail('practised'));
      due.shift()?.();
      assert.deepEqual([due.length, rests], [0, 0]);
    }
  });
});
