import assert from 'node:assert/strict';
import { endChildren } from '../support/childProcesses.ts';
import { editRandomly } from './randomEdits.ts';

describe('random edits', () => {
  afterEach(endChildren);

  it('of a real server’s documents: its text is the editor’s, its findings those of a fresh check', async () => {
    const { compared } = await editRandomly(400, 1, 50);
    assert.ok(compared >= 5);
  });
});
