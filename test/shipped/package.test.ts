import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonEntry } from '../support/tempRepository.ts';
import { Command } from './command.ts';
import { install, makeFolder, ROOT, type Installed } from './installed.ts';

describe('the package for npm', function () {
  let installed: Installed;
  before(() => void (installed = install()));

  it('brings all that it needs, and nothing else', () => {
    const { folder, files } = installed;
    const top = new Set(files.map((path) => path.split('/')[0]));
    assert.deepEqual([...top].sort(), ['LICENSE', 'README.md', 'dist', 'package.json', 'schemas', 'snippets']);
    assert.deepEqual(files.filter((path) => /\.(?:map|ts|tgz)$/.test(path)), []); // prettier-ignore
    assert.deepEqual(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')), ['scrutiny-report']); // prettier-ignore
  });

  it('names what is bundled, with versions and licences', () => {
    const notices = readFileSync(join(installed.folder, 'node_modules/scrutiny-report/dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
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

  it("checks by a council's own template", async () => {
    const schema = {
      title: 'Licensing report',
      'x-layout': 'labelled-values',
      $ref: 'scrutiny:report',
      properties: { template: { const: 'licensing' }, title: {}, premises: { type: 'string', title: 'Premises', pattern: '^[A-Z]' } },
      required: ['template', 'title', 'premises'],
      unevaluatedProperties: false,
    }; // prettier-ignore
    const cwd = makeFolder();
    mkdirSync(join(cwd, 'templates'));
    writeFileSync(join(cwd, 'council.yaml'), 'templates: templates/*.schema.json\n');
    writeFileSync(join(cwd, 'templates/licensing.schema.json'), JSON.stringify(schema));
    await new Command('new').run(['licensing', 'a.md', '--title', 'The Anchor'], { cwd });
    const text = readFileSync(join(cwd, 'a.md'), 'utf8');
    writeFileSync(join(cwd, 'a.md'), text.replace('premises:', 'premises: the Anchor'));
    const { stdout } = await new Command('lint').run(['--format', 'json'], { cwd, code: 1 });
    const [entry] = JSON.parse(stdout) as JsonEntry[];
    assert.deepEqual(entry?.findings.map(({ rule, path }) => [rule, path]), [['field-invalid', 'premises']]); // prettier-ignore
  });
});
