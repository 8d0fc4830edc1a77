import assert from 'node:assert/strict';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  InlayHintRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { SHOW_PROBLEMS } from '../../server/src/lsp/protocol/protocol.ts';
import { TestClient, MODERN, until } from '../support/testClient.ts';

const REPORT = 'file:///work/reports/harbour.md';
const COUNCIL = 'file:///work/council.yaml';
const TEXT =
  '---\ntemplate: committee-report\ndate: 2026-12-15\n---\n\n## Background\n\nIt is dark.\n\n## 11. Costs\n\n11.1 See section 10.\n';
const textDocument = { uri: REPORT };

describe('what an editor shows in the text', () => {
  let editor: TestClient;
  afterEach(() => editor.stop());

  it('are lenses, with the list of problems where the client can show it', async () => {
    for (const commands of [[SHOW_PROBLEMS], []]) {
      editor = await TestClient.start({ options: { commands } });
      await editor.open(REPORT, TEXT);
      const lenses = (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
      assert.deepEqual(lenses.map(({ command, range }) => [command?.title.replace(/^\d+/, 'n'), command?.command, range.start.line]), [
        ['Publish by Mon 7 Dec 2026: 11 working days left', '', 0],
        ['n problems to fix before publication', commands[0] ?? '', 0],
      ]); // prettier-ignore
      if (commands.length > 0) await editor.stop();
    }
  });

  it('are lenses that the editor is told to ask for again when the day or council.yaml changes', async () => {
    let asked = 0;
    const codeLens = { refreshSupport: true };
    editor = await TestClient.start({ capabilities: { ...MODERN, workspace: { ...MODERN.workspace, codeLens } } });
    editor.connection.onRequest(CodeLensRefreshRequest.type, () => {
      asked++;
    });
    await editor.open(REPORT, TEXT);
    await editor.findings(REPORT);
    const before = asked;
    await editor.open(COUNCIL, 'name: Northmoor\n', 'yaml');
    await until('the question', () => asked > before);
  });

  it('are hints, for the lines that are asked about', async () => {
    editor = await TestClient.start();
    await editor.open(REPORT, TEXT);
    const hints = async (first: number, last: number): Promise<unknown[]> => {
      const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
      return ((await editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? []).map(({ label, position: { line, character } }) => [label, line, character]); // prettier-ignore
    };
    assert.deepEqual(await hints(0, 12), [['10.', 5, 3], ['10.1', 7, 0]]); // prettier-ignore
    assert.deepEqual(await hints(6, 12), [['10.1', 7, 0]]);
  });

  it('are colours, each by its place from the one before', async () => {
    editor = await TestClient.start();
    await editor.open(REPORT, TEXT);
    const whole = await editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.deepEqual(whole?.data, [9, 3, 2, 0, 0, 2, 0, 4, 0, 0, 0, 9, 10, 1, 1]);
    const range = { start: { line: 10, character: 0 }, end: { line: 12, character: 0 } };
    const part = await editor.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    assert.deepEqual(part?.data, [11, 0, 4, 0, 0, 0, 9, 10, 1, 1]);
    await editor.open('file:///work/notes.md', '# Notes\n');
    assert.deepEqual(await editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri: 'file:///work/notes.md' } }), { data: [] }); // prettier-ignore
  });
});
