import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endChildren } from '../support/childProcesses.ts';
import { makeVsix, unpackVsix } from '../unpack.ts';
import { startProcess } from './command.ts';
import { EXAMPLES, makeFolder, ROOT } from './installed.ts';
import { holdSession } from './session.ts';

/** The files that have another name, or another text, in the package: see scripts/package.mjs. */
const RENAMED: Readonly<Record<string, string>> = {
  'dist/extensionWeb.js': 'dist/extensionWeb.cjs',
  'LICENSE.txt': 'LICENSE',
  'changelog.md': 'CHANGELOG.md',
  'readme.md': 'client/README.md',
};
const OWN = ['package.json', 'dist/package.json'];

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly contributes: { readonly snippets: readonly { readonly path: string }[] };
}

describe('the package for VS Code', function () {
  const folder = makeFolder();
  let names: string[];

  before(async () => {
    makeVsix();
    names = await unpackVsix(folder);
  });
  afterEach(endChildren);

  it('holds the files that were built, as they are', () => {
    for (const name of names.filter((other) => !OWN.includes(other))) {
      assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(ROOT, RENAMED[name] ?? name))), name);
    }
  });

  it('holds every file that its manifest names, and no command line', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    const named = [manifest.main, manifest.browser, manifest.icon, ...manifest.contributes.snippets.map(({ path }) => path)];
    for (const path of named) assert.ok(existsSync(join(folder, path)), path);
    assert.ok(!names.includes('dist/cli.js'));
  });

  for (const example of EXAMPLES) {
    it(`has a server that answers about every report of ${example}`, () =>
      holdSession(example, (cwd) => startProcess([join(folder, 'dist/server.js'), '--stdio'], cwd)));
  }
});
