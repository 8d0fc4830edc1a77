import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from './command.ts';
import { makeFolder } from './installed.ts';

const TEMPLATES = ['committee-report', 'cover-sheet', 'board-paper', 'partner-paper'];

/** Declares the tests of `scrutiny new`. */
export function newTests(command: Command): void {
  for (const template of TEMPLATES) {
    it(`writes a ${template} that can be checked`, async () => {
      const cwd = makeFolder();
      const asked = ['--title', 'The library service', '--committee', 'Cabinet', '--date', '2027-02-23'];
      await command.run([template, 'reports/a.md', ...asked], { cwd });
      assert.match(readFileSync(join(cwd, 'reports/a.md'), 'utf8'), new RegExp(`^---\n(?:#.*\n)*template: ${template}$`, 'm'));
      const { stdout } = await new Command('lint').run(['--stage', 'draft', 'reports/a.md'], { cwd });
      assert.match(stdout, /; checked 1 report\b/);
      await command.run([template, 'reports/a.md'], { cwd, code: 2, stderr: /^scrutiny: [^\n]+\n$/ });
    });
  }
}

/** Declares the tests of `scrutiny init`. */
export function initTests(command: Command): void {
  for (const [ci, file] of [['github', '.github/workflows/'], ['gitlab', '.gitlab-ci.yml'], ['none', undefined]] as const) {
    it(`begins a folder, its changes checked by ${ci}`, async () => {
      const cwd = makeFolder();
      const asked = ['--name', 'Northmoor Council', '--committee', 'Cabinet', '--template', 'board-paper', '--ci', ci];
      await command.run(asked, { cwd });
      assert.match(readFileSync(join(cwd, 'council.yaml'), 'utf8'), /Northmoor Council/);
      if (file !== undefined) assert.ok(existsSync(join(cwd, file)));
      await new Command('lint').run(['--stage', 'draft'], { cwd });
    });
  } // prettier-ignore
}

/** Declares the tests of `scrutiny rules`. */
export function rulesTests(command: Command): void {
  it('lists the rules', async () => {
    assert.ok((await ruleNames(command)).length > 50);
  });
}

/** Declares the tests of `scrutiny explain`. */
export function explainTests(command: Command): void {
  it('explains rules, and says in one line that there is none', async () => {
    const cwd = makeFolder();
    // Every rule is explained in test/cli/rules.test.ts; here a few show that the process can.
    const names = await ruleNames(new Command('rules'));
    for (const name of names.filter((_, i) => i % 10 === 0)) {
      assert.match((await command.run([name, '--no-color'], { cwd })).stdout, new RegExp(`^${name}\\b`));
    }
    await command.run(['no-such-rule'], { cwd, code: 2, stderr: /^scrutiny: [^\n]+\n$/ });
  });
}

/** Declares the tests of `scrutiny help`. @param names the commands */
export function helpTests(command: Command, names: readonly string[]): void {
  it('explains each command', async () => {
    const cwd = makeFolder();
    for (const name of names.filter((other) => other !== 'help')) {
      const { stdout } = await command.run([name], { cwd });
      assert.match(stdout, new RegExp(`^Usage: scrutiny ${name} `));
      assert.equal((await new Command(name).run(['--help'], { cwd })).stdout, stdout);
    }
  });
}

async function ruleNames(rules: Command): Promise<string[]> {
  const { stdout } = await rules.run(['--no-color'], { cwd: makeFolder() });
  return [...stdout.matchAll(/^ *([a-z]+(?:-[a-z]+)+) {2,}/gm)].flatMap(([, name]) => name ?? []);
}
