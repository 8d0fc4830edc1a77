import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { rules } from '../server/src/rules/index.ts';
import type { Rule } from '../server/src/rules/rule.ts';

const root = new URL('../', import.meta.url);

/** The files of the source, by their paths from the root. */
function sources(): string[] {
  return ['server/src', 'client/src', 'client/webview'].flatMap((folder) =>
    readdirSync(fileURLToPath(new URL(folder, root)), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .filter((name) => /\.c?ts$/.test(name) && !/\.d\.ts$|\/generated\//.test(name)),
  );
}

/** The paths that a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(new URL(file, root), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) => posix.join(posix.dirname(file), path));
}

describe('the repository', () => {
  it('keeps each layer from importing a later one', async () => {
    const { default: config } = (await import(new URL('eslint.config.js', root).href)) as { default: Linter.Config[] };
    // Without the rules that need types, which take seconds to read.
    const layered = config
      .filter(({ rules = {} }) => 'no-restricted-imports' in rules)
      .map(({ files = [], rules = {} }): Linter.Config => {
        return {
          files,
          languageOptions: { parser: tseslint.parser },
          rules: { 'no-restricted-imports': rules['no-restricted-imports'] ?? 'off' },
        };
      });
    const linter = new Linter({ cwd: root.pathname });
    const complaints = (file: string, source: string): number =>
      linter.verify(`${source}\n`, layered, new URL(file, root).pathname).length;
    assert.equal(complaints('server/src/text/span.ts', "import '../paper/paper.ts';"), 1);
    assert.equal(complaints('server/src/paper/paper.ts', "import '../template/template.ts';"), 1);
    assert.equal(complaints('server/src/layout/model.ts', "import '../rules/rule.ts';"), 1);
    assert.equal(complaints('server/src/rules/rule.ts', "import '../linter/lint.ts';"), 1);
    assert.equal(complaints('server/src/linter/lint.ts', "import '../cli/main.ts';"), 1);
    assert.equal(complaints('server/src/council/council.ts', "import 'node:fs';"), 1);
    assert.equal(complaints('server/src/rules/rule.ts', "import '../paper/paper.ts';"), 0);
    assert.equal(complaints('server/src/cli/main.ts', "import 'node:fs';\nimport '../linter/lint.ts';"), 0);
    assert.equal(complaints('client/src/extension.ts', "import '../../server/src/lsp/server/serve.ts';"), 1);
    assert.equal(complaints('client/src/extension.ts', "import '../../server/src/paper/paper.ts';"), 1);
    assert.equal(complaints('client/src/extension.ts', "import 'node:path';"), 1);
    assert.equal(
      complaints('client/src/extension.ts', "import 'vscode';\nimport '../../server/src/lsp/protocol/protocol.ts';"),
      0,
    );
  });

  it('has no import cycle, not even of types', () => {
    const files = sources();
    const imports = new Map(files.map((file) => [file, importsOf(file).filter((path) => files.includes(path))]));
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      const start = path.indexOf(file);
      assert.equal(start, -1, [...path.slice(start), file].join(' -> '));
      if (done.has(file)) return;
      for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    assert.ok(files.length > 300 && [...imports.values()].flat().length > 1000);
  });

  it('gives no two files the same name, but for index.ts', () => {
    const names = sources().map((file) => basename(file));
    assert.deepEqual(names.filter((name, i) => name !== 'index.ts' && names.indexOf(name) !== i), []); // prettier-ignore
  });

  it('has only rules in the chapters of rules/, each in a file of its name', async () => {
    const folder = new URL('server/src/rules/', root);
    const chapters = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const names = chapters.flatMap(({ name }) => readdirSync(new URL(`${name}/`, folder)).filter((file) => file !== 'index.ts').map((file) => `${name}/${file}`)); // prettier-ignore
    const ids: string[] = [];
    for (const name of names) {
      const { default: rule } = (await import(new URL(name, folder).href)) as { default?: Rule };
      assert.equal(`${rule?.id}.ts`, basename(name));
      ids.push(rule?.id ?? '');
    }
    assert.deepEqual(ids.sort(), rules.map(({ id }): string => id).sort());
  });

  it('has one council.yaml for both example folders', () => {
    const read = (folder: string): string => readFileSync(new URL(`examples/${folder}/council.yaml`, root), 'utf8');
    assert.equal(read('as-received'), read('northmoor'));
  });

  it('names in package.json every file of snippets, and no other', () => {
    const { contributes } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      contributes: { snippets?: readonly { language: string; path: string }[] };
    };
    const folder = new URL('snippets/', root);
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    assert.deepEqual(
      contributes.snippets ?? [],
      files.map((name) => ({ language: 'markdown', path: `./snippets/${name}` })),
    );
  });
});
