import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paper, UNFIT, World, type JsonEntry } from './cli/world.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

describe('the package for npm', function () {
  this.timeout(120_000);
  let world: World;
  let packed: Packed;

  /** Runs npm, which can reach neither the network nor what it fetched before. */
  function npm(folder: string, ...argv: string[]): string {
    const env = { ...process.env, npm_config_cache: join(world.folder, 'cache'), npm_config_loglevel: 'error' };
    const { status, stdout, stderr } = spawnSync('npm', [...argv, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      env,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    assert.equal(status, 0, stderr);
    return stdout;
  }

  function scrutiny(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(join(world.folder, 'node_modules/.bin/scrutiny'), argv, {
      cwd: world.folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    return { status, stdout, stderr };
  }

  before(() => {
    world = new World();
    [packed] = JSON.parse(npm(ROOT, 'pack', '--json', '--pack-destination', world.folder)) as [Packed];
    npm(world.folder, 'install', `./${packed.filename}`);
  });
  after(() => World.removeAll());

  it('brings all that it needs, and nothing else', () => {
    const top = new Set(packed.files.map(({ path }) => path.split('/')[0]));
    assert.deepEqual([...top].sort(), ['LICENSE', 'README.md', 'dist', 'package.json', 'schemas', 'snippets']);
    assert.deepEqual(packed.files.filter(({ path }) => /\.(?:map|ts|tgz)$/.test(path)), []); // prettier-ignore
    assert.deepEqual(readdirSync(join(world.folder, 'node_modules')).filter((name) => !name.startsWith('.')), ['scrutiny-report']); // prettier-ignore
  });

  it('names what is bundled, with versions and licences', () => {
    const notices = readFileSync(join(world.folder, 'node_modules/scrutiny-report/dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const listed = [...notices.matchAll(/^={80}\n(\S+) (\S+) \(.+\)\n={80}\n\n(?=\S)/gm)];
    const versions = new Map(listed.map(([, name, version]) => [name, version]));
    for (const name of [
      'ajv',
      'commander',
      'date-holidays',
      'libphonenumber-js',
      'markdown-it',
      'vscode-languageclient',
      'yaml',
    ]) {
      const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
        version: string;
      };
      assert.equal(versions.get(name), version, name);
    }
    for (const name of ['typescript', 'mocha', 'esbuild']) assert.equal(versions.get(name), undefined, name);
  });

  it('checks a report', () => {
    world.write('a.md', UNFIT);
    const { status, stdout, stderr } = scrutiny('lint', '--format', 'json', 'a.md');
    const [entry] = JSON.parse(stdout) as JsonEntry[];
    assert.deepEqual([status, entry?.findings.map(({ rule }) => rule), stderr], [1, ['field-missing'], '']);
  });

  it('checks many in several threads', () => {
    for (let i = 0; i < 300; i++) world.write(`many/${i}.md`, i % 2 === 0 ? paper() : UNFIT);
    const several = scrutiny('lint', '--jobs', '2', 'many');
    assert.deepEqual([several.status, several.stderr], [1, '']);
    assert.match(several.stdout, /150 errors, .*checked 300 reports/);
    assert.deepEqual(several, scrutiny('lint', '--jobs', '1', 'many'));
  });

  it("checks by a council's own template", () => {
    const schema = {
      title: 'Licensing report',
      'x-layout': 'labelled-values',
      $ref: 'scrutiny:report',
      properties: { template: { const: 'licensing' }, title: {}, premises: { type: 'string', title: 'Premises', pattern: '^[A-Z]' } },
      required: ['template', 'title', 'premises'],
      unevaluatedProperties: false,
    }; // prettier-ignore
    world.write('own/council.yaml', 'templates: templates/*.schema.json\n');
    world.write('own/templates/licensing.schema.json', JSON.stringify(schema));
    assert.deepEqual(scrutiny('new', 'licensing', 'own/a.md', '--title', 'The Anchor').stderr, '');
    world.write('own/a.md', world.read('own/a.md').replace('premises:', 'premises: the Anchor'));
    const { stdout } = scrutiny('lint', '--format', 'json', 'own');
    const [entry] = JSON.parse(stdout) as JsonEntry[];
    assert.deepEqual(entry?.findings.map(({ rule, path }) => [rule, path]), [['field-invalid', 'premises']]); // prettier-ignore
  });
});
