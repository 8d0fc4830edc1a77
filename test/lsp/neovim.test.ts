import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { UNFIT, TempRepository } from '../support/tempRepository.ts';
import { skipWithout } from '../support/skip.ts';

const SERVER = new URL('../../dist/cli.js', import.meta.url).pathname;
const SCRIPT = new URL('neovim.lua', import.meta.url).pathname;

describe('Neovim', () => {
  after(() => TempRepository.removeAll());

  it('shows what the server finds in a report, as it is opened and typed', function () {
    if (spawnSync('nvim', ['--version']).error) skipWithout(this, 'Neovim (apt-get install neovim)');
    const { folder } = new TempRepository({ 'reports/a.md': UNFIT });
    const { status, stdout, stderr } = spawnSync('nvim', ['--headless', '-u', 'NONE', '-c', `luafile ${SCRIPT}`], {
      cwd: folder,
      env: { ...process.env, NODE: process.execPath, SERVER, REPORT: 'reports/a.md' },
      encoding: 'utf8',
    });
    assert.equal(stdout, 'opened 2:11 field-missing\nfixed 0\ntyped 3:27 value-cut\n', stderr);
    assert.equal(status, 0);
  });
});
