import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

describe('our regular expressions', () => {
  it('run in linear time, as recheck says (npm run recheck notes new ones as asked for)', function () {
    const script = fileURLToPath(new URL('recheck.ts', import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /^\d{3,} regular expressions/);
  });
});
