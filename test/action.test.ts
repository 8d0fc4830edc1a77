import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { UNFIT, TempRepository } from './support/tempRepository.ts';

interface Action {
  inputs: Record<string, { default: string }>;
  runs: { steps: [{ env: Record<string, string>; run: string }] };
}

const root = new URL('../', import.meta.url);
const action = parse(readFileSync(new URL('action.yml', root), 'utf8')) as Action;

/** The action's step with `npx` standing for the built program. */
function runStep(world: TempRepository, inputs: Record<string, string>, baseRef = ''): { status: number | null; stdout: string } {
  world.write(
    'bin/npx',
    `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${fileURLToPath(new URL('dist/cli.js', root))}" "$@"\n`,
  );
  chmodSync(join(world.folder, 'bin/npx'), 0o755);
  const [{ env, run }] = action.runs.steps;
  const filled = Object.entries(env).map(([name, text]) => {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text)?.[1];
    const value =
      input === undefined ? text.replace('${{ github.base_ref }}', baseRef) : (inputs[input] ?? action.inputs[input]?.default);
    assert.ok(value !== undefined && !value.includes('${{'), `${name}: ${text}`);
    return [name, value];
  });
  const path = `${join(world.folder, 'bin')}${delimiter}${process.env['PATH']}`;
  const given = { ...process.env, ...Object.fromEntries(filled), PATH: path } as Record<string, string>;
  const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', run], {
    cwd: world.folder,
    env: given,
    encoding: 'utf8',
  });
  return { status, stdout };
}

describe('the GitHub action', () => {
  afterEach(() => TempRepository.removeAll());

  it('fails on an error, with the finding on its line and a SARIF file where one is asked for', () => {
    const world = new TempRepository({ 'my reports/a.md': UNFIT });
    const { status, stdout } = runStep(world, { paths: 'my reports\n', 'sarif-file': 'out.sarif', 'max-warnings': '0' });
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=my reports\/a\.md,line=2,/);
    assert.match(world.read('out.sarif'), /"version":"2\.1\.0"/);
  });

  it('takes its inputs for nothing but text', () => {
    const world = new TempRepository({ 'a.md': UNFIT });
    runStep(world, { paths: '$(touch owned)\n`touch owned`\n--fix', council: '"; touch owned; "' });
    assert.equal(world.read('a.md'), UNFIT);
    assert.throws(() => world.read('owned'), { code: 'ENOENT' });
  });
});
