import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { paper, UNFIT, TempRepository } from '../support/tempRepository.ts';
import { shell } from './shell.ts';

describe('a program that cannot begin', () => {
  afterEach(() => TempRepository.removeAll());

  it('says so where the current folder is gone', () => {
    const world = new TempRepository();
    mkdirSync(join(world.folder, 'gone'));
    for (const argv of ['lint', 'lint --help', 'preview', 'render a.md -o a.html']) {
      const { status, stdout, stderr } = shell(world, `mkdir -p gone; cd gone; rmdir ../gone; scrutiny ${argv}`);
      assert.deepEqual(
        [status, stdout, stderr],
        [2, '', 'scrutiny: the current folder is no longer there; change to another one\n'],
      );
    }
  });

  it('says so where too few files may be open', function () {
    const world = new TempRepository({ 'a.md': paper() });
    const told: string[] = [];
    for (let most = 18; most < 34; most++) {
      const { status, stderr } = shell(world, `ulimit -n ${most}; scrutiny lint a.md`);
      // With fewer, Node cannot read even the first of our files.
      if (/node:(?:fs|internal)/.test(stderr) && !stderr.includes('scrutiny:') && told.length === 0 && most < 20) continue;
      if (status === 0) continue;
      assert.equal(status, 2, `${most}: ${stderr}`);
      assert.match(stderr, /^scrutiny: [^\n]*too many files are open[^\n]*\n$/, `${most}`);
      told.push(stderr);
    }
    assert.ok(told.length > 0);
  });

  it('says so where .gitignore has more rules than can be followed', async () => {
    const rules = (count: number): string => Array.from({ length: count }, (_, i) => `/x${i}/*.md\n`).join('');
    const reports = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`r/${i}.md`, UNFIT]));
    const world = new TempRepository({ ...reports, '.gitignore': rules(100_000) });
    for (const argv of [['lint'], ['lint', 'r'], ['lint', 'r/*.md']]) {
      const { code, stdout, stderr } = await world.run(argv);
      assert.equal(code, 2);
      assert.match(stderr, /^scrutiny: [./]*\.gitignore: it is not used: with those around it, it has 100000 rules, and no more than 1000 can be followed\n$/); // prettier-ignore
      assert.match(stdout, /checked 50 reports/);
    }
    // Those of one folder and of another in it are counted together; comments are not.
    world.write('.gitignore', `${rules(600)}${'# A note\n\n'.repeat(2000)}`);
    world.write('r/.gitignore', rules(600));
    assert.match((await world.run(['lint'])).stderr, /^scrutiny: r\/\.gitignore: it is not used: .*1200 rules/);
    world.write('r/.gitignore', rules(300));
    assert.equal((await world.run(['lint'])).stderr, '');
  });
});
