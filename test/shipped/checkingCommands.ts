import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch, parsePatch } from 'diff';
import type { Command } from './command.ts';
import { copyExample, EXAMPLES, makeFolder, reportsOf } from './installed.ts';
import { LINT_FORMS, STATUS_FORMS } from './readBack.ts';

/** A day before all meetings of the examples. */
const TODAY = ['--today', '2026-09-01'];
const CODES = { northmoor: 0, 'as-received': 1 } as const;
/** More than enough for threads to be used. */
const COPIES = 12;

/** Declares the tests of `scrutiny lint`. */
export function lintTests(lint: Command): void {
  for (const example of EXAMPLES) {
    const code = CODES[example];

    it(`writes each form for each report of ${example}`, async () => {
      const cwd = copyExample(example);
      for (const report of reportsOf(cwd)) {
        const forms = Object.keys(LINT_FORMS).flatMap((form) => ['--format', `${form}=out/report.${form}`]);
        assert.equal((await lint.run([...TODAY, ...forms, report], { cwd, code })).stdout, '');
        for (const [form, read] of Object.entries(LINT_FORMS)) await read(join(cwd, `out/report.${form}`));
      }
    });

    it(`prints each form for all reports of ${example}`, async () => {
      const cwd = copyExample(example);
      for (const [form, read] of Object.entries(LINT_FORMS)) {
        const { stdout } = await lint.run([...TODAY, '--format', form, '--no-color'], { cwd, code });
        writeFileSync(join(cwd, 'printed'), stdout);
        await read(join(cwd, 'printed'));
      }
    });

    it(`reads each report of ${example} from standard input`, async () => {
      const cwd = copyExample(example);
      for (const report of reportsOf(cwd)) {
        const input = readFileSync(join(cwd, report), 'utf8');
        const { stdout } = await lint.run([...TODAY, '--stdin-filename', report, '-'], { cwd, code, input });
        assert.equal(stdout, (await lint.run([...TODAY, report], { cwd, code })).stdout);
      }
    });

    it(`fixes the reports of ${example} as it says that it would`, async () => {
      const cwd = copyExample(example);
      const patch = (await lint.run([...TODAY, '--fix-dry-run'], { cwd, code, stderr: / checked 4 reports/ })).stdout;
      const patched = parsePatch(patch).flatMap((part) => {
        // An empty patch is one part without a file.
        if (part.oldFileName === undefined) return [];
        const name = part.oldFileName.replace('a/', '');
        return [[name, applyPatch(readFileSync(join(cwd, name), 'utf8'), part)] as const];
      });
      assert.equal(patched.length > 0, example === 'as-received');
      await lint.run([...TODAY, '--fix'], { cwd, code });
      for (const [name, text] of patched) assert.equal(readFileSync(join(cwd, name), 'utf8'), text, name);
    });
  }

  it('checks many reports in threads as in one', async () => {
    const cwd = copyMany();
    const forms = Object.keys(LINT_FORMS).flatMap((form) => ['--format', `${form}=report.${form}`]);
    const read = (): string[] => Object.keys(LINT_FORMS).map((form) => readFileSync(join(cwd, `report.${form}`), 'utf8'));
    await lint.run([...TODAY, '--jobs', '1', ...forms], { cwd, code: 1 });
    const one = read();
    assert.match(one[0] ?? '', /; checked 96 reports/);
    await lint.run([...TODAY, '--jobs', '2', ...forms], { cwd, code: 1 });
    for (const [form, check] of Object.entries(LINT_FORMS)) await check(join(cwd, `report.${form}`));
    assert.deepEqual(read(), one);
  });

  it('takes the stage, the council, the limit of warnings, and errors alone', async () => {
    const cwd = copyExample('as-received');
    const council = join(copyExample('northmoor'), 'council.yaml');
    await lint.run([...TODAY, '--stage', 'draft', '--council', council, '--quiet', 'reports'], { cwd, code: 1 });
    await lint.run([...TODAY, '--max-warnings', '0', 'reports/**/*.md'], { cwd, code: 1 });
  });

  it('accepts what there is, and forgets what is no longer there', async () => {
    const cwd = copyExample('as-received');
    await lint.run([...TODAY, '--suppress-all'], { cwd });
    await lint.run(TODAY, { cwd });
    rmSync(join(cwd, reportsOf(cwd)[0] ?? ''));
    const list = (): string => readFileSync(join(cwd, 'scrutiny-suppressions.json'), 'utf8');
    const before = list();
    await lint.run([...TODAY, '--prune-suppressions'], { cwd });
    assert.ok(list().length < before.length);
  });

  it('finds by git what has changed', async () => {
    const cwd = copyExample('northmoor');
    const git = (...argv: string[]): string => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@northmoor.example', ...argv], { cwd, encoding: 'utf8' }); // prettier-ignore
    rmSync(join(cwd, '.git'), { recursive: true });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--no-gpg-sign', '--message', 'Begin');
    const [report = ''] = reportsOf(cwd);
    writeFileSync(join(cwd, report), readFileSync(join(cwd, report), 'utf8').replace(/^title: .*$/m, ''));
    git('add', report);
    for (const argv of [['--changed'], ['--staged'], ['--since', 'HEAD']]) {
      const { stdout } = await lint.run([...TODAY, ...argv], { cwd, code: 1 });
      assert.match(stdout, /checked 1 report\b/);
    }
  });
}

/** Declares the tests of `scrutiny status`. */
export function statusTests(status: Command): void {
  for (const example of EXAMPLES) {
    it(`prints each form for ${example} and for each of its reports`, async () => {
      const cwd = copyExample(example);
      const council = join(cwd, 'council.yaml');
      for (const [form, read] of Object.entries(STATUS_FORMS)) {
        const argv = [...TODAY, '--all', '--format', form, '--council', council, '--no-color', '--jobs', '1'];
        writeFileSync(join(cwd, 'printed'), (await status.run(argv, { cwd })).stdout);
        await read(join(cwd, 'printed'));
      }
      for (const report of reportsOf(cwd))
        assert.match((await status.run([...TODAY, report], { cwd })).stdout, new RegExp(report));
    });
  }

  it('looks at many reports in threads as in one', async () => {
    const cwd = copyMany();
    const run = async (jobs: string): Promise<string> => (await status.run([...TODAY, '--jobs', jobs], { cwd })).stdout;
    assert.equal(await run('2'), await run('1'));
  });
}

/** Makes a folder with many copies of every example report. @returns its path */
function copyMany(): string {
  const folder = makeFolder();
  mkdirSync(join(folder, '.git'));
  for (let i = 0; i < COPIES; i++) for (const example of EXAMPLES) cpSync(copyExample(example), join(folder, `${example}-${i}`), { recursive: true, filter: (path) => !path.endsWith('.git') }); // prettier-ignore
  return folder;
}
