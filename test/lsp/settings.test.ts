import assert from 'node:assert/strict';
import { WARNED } from '../support/tempRepository.ts';
import { TestClient, PUSHED, until } from '../support/testClient.ts';

const REPORT = 'file:///work/reports/library.md';
/** What is missing weighs less in a draft. */
const UNFINISHED = WARNED.replace(/^title: .*$/m, 'title:');

describe('an editor that can be asked for settings', () => {
  for (const capabilities of [undefined, PUSHED]) {
    it(`and refuses everything is served all the same${capabilities ? ', and sent diagnostics' : ''}`, async () => {
      const editor = await TestClient.start({
        ...(capabilities ? { capabilities } : {}),
        beforeAnswer: () => Promise.reject(new Error('no')),
        files: { '/work/reports/other.md': WARNED },
      });
      await editor.open(REPORT, WARNED);
      assert.deepEqual(await editor.findings(REPORT), ['5:27 value-cut']);
      if (capabilities)
        assert.deepEqual(await until('other files', () => editor.shown('file:///work/reports/other.md')[0]), '5:27 value-cut');
      await editor.stop();
    });
  }

  it('and never answers is served as if it had none, and as it says when it does', async () => {
    const timers: (() => void)[] = [];
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const editor = await TestClient.start({
      beforeAnswer: () => answered,
      settings: { '': { stage: 'publish' } },
      after(milliseconds, action) {
        if (milliseconds < 60_000) timers.push(action);
        return () => undefined;
      },
    });
    await editor.open(REPORT, UNFINISHED);
    const asked = editor.pull(REPORT);
    const wait = await until('the server to wait', () => timers[0]);
    wait();
    const draft = await asked;
    assert.equal(draft.kind, 'full');
    answer();
    await until('the late answer', () => editor.refreshes > 0);
    assert.notDeepEqual(await editor.pull(REPORT), draft);
    await editor.stop();
  });
});
