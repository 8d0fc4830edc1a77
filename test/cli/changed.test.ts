import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { paper, UNFIT, WARNED, TempRepository } from '../support/tempRepository.ts';

describe('scrutiny lint of what has changed', () => {
  let world: TempRepository;
  const git = (...args: string[]): string => {
    const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@northmoor.example'];
    const { status, stdout, stderr } = spawnSync('git', [...who, ...args], { cwd: world.folder, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const checked = async (...argv: string[]): Promise<string[]> => (await world.json(...argv)).map(({ file }) => file);

  beforeEach(() => {
    world = new TempRepository();
    rmSync(join(world.folder, '.git'), { recursive: true });
    git('init', '--quiet', '--initial-branch=main');
    world.write('a.md', paper());
    world.write('reports/b é.md', paper());
    world.write('reports/c.md', paper());
    git('add', '.');
    git('commit', '--quiet', '-m', 'All');
  });
  afterEach(() => TempRepository.removeAll());

  it('takes what differs from the last commit and what git does not know yet, not what is gone or ignored', async () => {
    world.write('reports/b é.md', WARNED);
    world.write('new.md', UNFIT);
    world.write('ignored.md', UNFIT);
    world.write('.gitignore', 'ignored.md\n');
    world.remove('reports/c.md');
    assert.deepEqual(await checked('--changed'), ['new.md', 'reports/b é.md']);
    assert.deepEqual(await checked('--changed', 'reports'), ['reports/b é.md']);
  });

  it('takes what has changed since the branch left another', async () => {
    git('switch', '--quiet', '-c', 'mine');
    world.write('a.md', UNFIT);
    git('commit', '--quiet', '-am', 'Mine');
    git('switch', '--quiet', 'main');
    world.write('reports/c.md', WARNED);
    git('commit', '--quiet', '-am', 'Theirs');
    git('switch', '--quiet', 'mine');
    assert.deepEqual(await checked('--changed'), []);
    assert.deepEqual(await checked('--since', 'main'), ['a.md']);
    assert.deepEqual(await checked('--changed', '--since', 'main'), ['a.md']);
  });

  it('takes what is staged as it is staged, whatever stands in the folder', async () => {
    world.write('a.md', UNFIT);
    git('add', 'a.md');
    world.write('a.md', paper());
    world.write('reports/c.md', UNFIT);
    const [entry, ...others] = await world.json('--staged');
    assert.deepEqual([entry?.file, entry?.findings.map(({ rule }) => rule), others], ['a.md', ['field-missing'], []]);
  });

  it('works in a repository without a commit', async () => {
    rmSync(join(world.folder, '.git'), { recursive: true });
    git('init', '--quiet');
    git('add', 'a.md');
    assert.deepEqual(await checked('--staged'), ['a.md']);
    assert.deepEqual(await checked('--changed'), ['a.md', 'reports/b é.md', 'reports/c.md']);
  });

  it('gives 0 and says so where nothing has changed', async () => {
    for (const option of ['--changed', '--staged']) {
      const { code, stdout, stderr } = await world.run(['lint', option]);
      assert.deepEqual([code, stdout, stderr], [0, 'Nothing to check: no report has changed.\n', '']);
    }
  });

  it('gives 2 where git cannot tell', async () => {
    const unknown = await world.run(['lint', '--since', 'nowhere']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /^scrutiny: [^\n]*: what has changed is not known: [^\n]*nowhere[^\n]*\n$/);
    assert.equal((await world.run(['lint', '--since', '--output=x'])).code, 2);
    rmSync(join(world.folder, '.git'), { recursive: true });
    assert.equal((await world.run(['lint', '--changed'])).code, 2);
  });
});
