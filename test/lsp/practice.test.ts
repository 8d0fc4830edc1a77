import assert from 'node:assert/strict';
import { Practice } from '../../server/src/lsp/practice.ts';
import type { Platform } from '../../server/src/lsp/platform.ts';

describe('practice', () => {
  let due: (() => void)[];
  let rests: number;
  let practice: Practice;

  beforeEach(() => {
    due = [];
    rests = 0;
    practice = new Practice({
      turn: () => Promise.resolve(),
      now: () => new Date(),
      memory: { holds: () => undefined, rest: () => rests++ },
      after(_, action) {
        due.push(action);
        return () => undefined;
      },
    } satisfies Platform);
  });

  it('checks the first report a hundred times, each in a turn of its own', () => {
    let checks = 0;
    practice.begin(() => ++checks > 0);
    practice.begin(() => assert.fail('the second report'));
    assert.equal(checks, 0);
    for (let action = due.shift(); action; action = due.shift()) {
      const before: number = checks;
      action();
      assert.equal(checks, before + 1);
      assert.ok(due.length <= 1);
    }
    assert.deepEqual([checks, rests], [100, 100]);
  });

  it('ends with the document', () => {
    practice.begin(() => false);
    due.shift()?.();
    assert.deepEqual([due.length, rests], [0, 0]);
  });
});
