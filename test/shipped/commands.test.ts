import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { endChildren } from '../support/childProcesses.ts';
import { lintTests, statusTests } from './checkingCommands.ts';
import { Command } from './command.ts';
import { copyExample, install, makeFolder, NODE, reportsOf, ROOT } from './installed.ts';
import { previewTests, renderTests } from './printingCommands.ts';
import { LINT_FORMS, RENDER_FORMS, STATUS_FORMS } from './readBack.ts';
import { serverTests } from './session.ts';
import { explainTests, helpTests, initTests, newTests, rulesTests } from './writingCommands.ts';

/** The tests of each command. */
const TESTS: Readonly<Record<string, (command: Command) => void>> = {
  lint: lintTests,
  status: statusTests,
  render: renderTests,
  preview: previewTests,
  new: newTests,
  init: initTests,
  rules: rulesTests,
  explain: explainTests,
  server: serverTests,
  help: (command) => helpTests(command, Object.keys(TESTS)),
};

/** What no test may use: it opens a window of the person who runs the tests. */
const UNTRIED = ['--help', '--open'];

describe('the program as it is shipped', function () {
  const program = new Command('');
  const cwd = makeFolder();

  before(() => void install());
  afterEach(endChildren);

  it('says which version it is, by each of its names', async () => {
    assert.equal((await program.run(['--version'], { cwd })).stdout, `${packageJson.version}\n`);
    const { folder, names } = install();
    const env = { ...process.env, PATH: `${dirname(NODE)}${delimiter}${process.env['PATH']}` };
    for (const name of names) {
      const path = join(folder, 'node_modules/.bin', name);
      const { stdout } = spawnSync(path, ['--version'], { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
      assert.equal(stdout, `${packageJson.version}\n`);
    }
  });

  it('has a test here for every command and form that its help lists', async () => {
    const { stdout } = await program.run(['--help'], { cwd });
    const listed = [...(stdout.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    assert.deepEqual(listed.sort(), Object.keys(TESTS).sort());
    const help = async (name: string): Promise<string> => (await new Command(name).run(['--help'], { cwd })).stdout.replace(/\s+/g, ' ');
    const formsOf = (text: string, pattern: RegExp): string[] => pattern.exec(text)?.[1]?.match(/\w+/g) ?? [];
    assert.deepEqual(formsOf(await help('lint'), /--format <form> form of the output: ([^(]+)/), Object.keys(LINT_FORMS));
    assert.deepEqual(formsOf(await help('status'), /--format <form> .*?\(choices: ([^)]+), default/), Object.keys(STATUS_FORMS));
    const files = [...(await help('render')).matchAll(/FILE\.(\w+)/g)].map(([, end]) => end);
    assert.deepEqual(files, Object.keys(RENDER_FORMS));
  }); // prettier-ignore

  it('does what the README says that it does', async () => {
    const lines = readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^npx (scrutiny(?:-report)?) (\w+) ?(.*?)(?: *#.*)?$/gm);
    const folder = copyExample('northmoor');
    copyFileSync(join(folder, reportsOf(folder)[0] ?? ''), join(folder, 'reports/a.md'));
    const names: string[] = [];
    for (const [, bin = '', name = '', rest = ''] of lines) {
      names.push(name);
      assert.ok(install().names.includes(bin), bin);
      // It runs until it is ended, and has tests of its own.
      if (name === 'preview') continue;
      const argv = rest.split(' ').filter((word) => word !== '');
      // Nobody answers its questions here.
      if (name === 'init') await new Command(name).run(argv, { cwd: folder, code: 2, stderr: /^scrutiny: say which council/ });
      else await new Command(name).run(argv, { cwd: folder, stderr: argv.includes('--fix-dry-run') ? /; checked \d+ reports/ : /^$/ });
    } // prettier-ignore
    for (const name of ['lint', 'status', 'render', 'preview', 'new', 'init', 'rules', 'explain'])
      assert.ok(names.includes(name), name);
  });

  it('says in one line what it was asked that it cannot do', async () => {
    await program.run(['lnit'], { cwd, code: 2, stderr: /^scrutiny: [^]*lint/ });
    await new Command('lint').run(['--no-such-option'], { cwd, code: 2, stderr: /^scrutiny: .*--no-such-option/ });
    await new Command('lint').run(['no-such-file.md'], { cwd, code: 2, stderr: /^scrutiny: no-such-file\.md/ });
  });

  for (const [name, declare] of Object.entries(TESTS)) {
    describe(`scrutiny ${name}`, () => {
      const command = new Command(name);
      declare(command);

      it('has been run, with every option that its help lists', async () => {
        assert.ok(command.hasRun);
        const help = name === 'help' ? '' : (await new Command(name).run(['--help'], { cwd })).stdout;
        const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].flatMap(([, option]) => option ?? []);
        assert.deepEqual(options.filter((option) => !command.tried.has(option) && !UNTRIED.includes(option)), []); // prettier-ignore
      });
    });
  }
});
