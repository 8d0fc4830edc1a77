import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { UNFIT, TempRepository } from './support/tempRepository.ts';

interface Action {
  inputs: Record<string, { default: string }>;
  runs: { steps: [{ run: string }, { env: Record<string, string>; run: string }] };
}

const root = new URL('../', import.meta.url);
const action = parse(readFileSync(new URL('action.yml', root), 'utf8')) as Action;

/** Runs the action's second step, which checks, in place of a runner that has built this repository in the first. */
function runStep(world: TempRepository, inputs: Record<string, string>, baseRef = ''): { status: number | null; stdout: string } {
  const [, { env, run }] = action.runs.steps;
  const filled = Object.entries(env).map(([name, text]) => {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text)?.[1];
    const value =
      input === undefined ? text.replace('${{ github.base_ref }}', baseRef) : (inputs[input] ?? action.inputs[input]?.default);
    assert.ok(value !== undefined && !value.includes('${{'), `${name}: ${text}`);
    return [name, value];
  });
  const given = { ...process.env, ...Object.fromEntries(filled), GITHUB_ACTION_PATH: fileURLToPath(root) } as Record<
    string,
    string
  >;
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

  it('is built from its own repository, without the name of a package or a command that macOS does not have', () => {
    const [build] = action.runs.steps;
    assert.equal(build.run, 'cd "$GITHUB_ACTION_PATH" && npm ci');
    const text = readFileSync(new URL('action.yml', root), 'utf8');
    assert.doesNotMatch(text, /npx|mapfile|readarray/);
  });
});

describe('the name of the package', () => {
  it('is what npx is told everywhere, since “scrutiny” on the registry is another program', () => {
    const listed = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).stdout.split('\n');
    const told = listed.filter((name) => /\.(?:md|ya?ml|ts|mjs|json)$|^\.ci\//.test(name) && existsSync(new URL(name, root)));
    assert.ok(told.length > 100);
    for (const name of told) {
      const text = readFileSync(new URL(name, root), 'utf8');
      assert.doesNotMatch(text, /npx (?:--yes |-y )?scrutiny(?!-report)/, name);
    }
  });
});

describe('the workflows', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: Record<string, string> };

  for (const name of ['ci', 'release']) {
    it(`${name}.yml runs scripts that there are`, () => {
      const text = readFileSync(new URL(`.github/workflows/${name}.yml`, root), 'utf8');
      assert.ok(parse(text));
      const run = [...text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(([, script = '']) => script);
      assert.deepEqual(run.filter((script) => !(script in scripts)), []); // prettier-ignore
      assert.ok(run.length > 0);
    });
  }

  it('release on Node 22 or newer, and publish the package whose checksum is written', () => {
    const text = readFileSync(new URL('.github/workflows/release.yml', root), 'utf8');
    const versions = [...text.matchAll(/node-version: (\S+?),/g)].map(([, version]) => Number(version));
    assert.ok(versions.length > 0 && versions.every((version) => version >= 22), String(versions));
    assert.match(text, /npm publish \.\/scrutiny-report-\*\.tgz --provenance/);
  });
});
