import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';

const root = new URL('../', import.meta.url);

describe('the repository', () => {
  it('keeps each room from importing those below it', async function () {
    // ESLint reads all types first.
    this.timeout(60_000);
    const eslint = new ESLint({ cwd: root.pathname });
    const complaints = async (file: string, source: string): Promise<number> => {
      const [result] = await eslint.lintText(`${source}\n`, { filePath: new URL(file, root).pathname });
      return (result?.messages ?? []).filter(({ ruleId }) => ruleId === 'no-restricted-imports').length;
    };
    assert.equal(await complaints('server/src/text/span.ts', "import '../report/report.ts';"), 1);
    assert.equal(await complaints('server/src/paper/paper.ts', "import '../template/template.ts';"), 1);
    assert.equal(await complaints('server/src/rules/rule.ts', "import '../check.ts';"), 1);
    assert.equal(await complaints('server/src/linter/lint.ts', "import './cli/main.ts';"), 1);
    assert.equal(await complaints('server/src/council/council.ts', "import 'node:fs';"), 1);
    assert.equal(await complaints('server/src/rules/rule.ts', "import '../report/report.ts';"), 0);
    assert.equal(await complaints('server/src/cli/main.ts', "import 'node:fs';\nimport '../check.ts';"), 0);
    assert.equal(await complaints('client/src/extension/statusBar.ts', "import '../../server/src/lsp/server/serve.ts';"), 1);
    assert.equal(await complaints('client/src/extension/statusBar.ts', "import '../../server/src/paper/paper.ts';"), 1);
    assert.equal(await complaints('client/src/extension/statusBar.ts', "import 'node:path';"), 1);
    assert.equal(
      await complaints(
        'client/src/extension/statusBar.ts',
        "import 'vscode';\nimport '../../server/src/lsp/protocol/protocol.ts';",
      ),
      0,
    );
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
