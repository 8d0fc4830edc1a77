import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { UNFIT, World } from '../cli/world.ts';

describe('programs that a repository names', () => {
  afterEach(() => World.removeAll());

  it('are not run when git is asked what has changed', async () => {
    const world = new World({ 'a.md': UNFIT, '.gitattributes': '*.md filter=own\n*.txt filter=x=y\n', 'b.txt': 'x' });
    const git = (...argv: string[]): void => {
      const { status, stderr } = spawnSync('git', argv, { cwd: world.folder, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    };
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'user.name=A Person', '-c', 'user.email=a@northmoor.gov.uk', 'commit', '--quiet', '--no-gpg-sign', '-m', 'Reports');
    const command = `touch "${world.folder}/ran"; cat`;
    for (const name of ['filter.own.clean', 'filter.own.process', 'filter.x=y.clean', 'core.fsmonitor', 'diff.external'])
      git('config', name, command);
    git('config', 'filter.own.required', 'true');
    world.write('.git/hooks/post-index-change', `#!/bin/sh\n${command}\n`);
    chmodSync(join(world.folder, '.git/hooks/post-index-change'), 0o755);
    world.write('a.md', `${UNFIT}\nMore.\n`);
    world.write('b.txt', 'more');
    for (const argv of [['--changed'], ['--since', 'HEAD'], ['--staged']]) await world.run(['lint', ...argv]);
    assert.match((await world.run(['lint', '--changed'])).stdout, /^a\.md/);
    assert.ok(!existsSync(join(world.folder, 'ran')));
  });
});
