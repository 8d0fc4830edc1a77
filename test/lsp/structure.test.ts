import assert from 'node:assert/strict';
import {
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
  type DocumentSymbol,
  type SelectionRange,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { paper } from '../support/tempRepository.ts';
import { TestClient, MODERN, OLD } from '../support/testClient.ts';

const REPORT = 'file:///work/reports/library.md';
const COUNCIL = 'file:///work/council.yaml';
const NESTED = {
  ...MODERN,
  textDocument: { ...MODERN.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

describe('what a document is made of', () => {
  let editor: TestClient;
  afterEach(() => editor.stop());

  it('is told as an outline, with parts in parts where the editor knows them', async () => {
    editor = await TestClient.start({ capabilities: NESTED });
    await editor.open(REPORT, `${paper()}\n## 1. Background\n`);
    const symbols = (await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: REPORT } })) ?? [];
    const [cover, section] = symbols as DocumentSymbol[];
    assert.deepEqual([cover?.name, cover?.detail, cover?.children?.map(({ name }) => name)], ['Cover', 'Partner Paper', ['Template', 'Committee', 'Date of Meeting', 'Title']]); // prettier-ignore
    assert.equal(section?.name, '1. Background');
    await editor.open(COUNCIL, 'name: Northmoor\n', 'yaml');
    const ours = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: COUNCIL } });
    assert.deepEqual((ours ?? []).map(({ name }) => name), ['Name']); // prettier-ignore
  });

  it('is told as a list to other editors, and of other documents not at all', async () => {
    editor = await TestClient.start({ capabilities: OLD });
    await editor.open(REPORT, paper());
    const symbols = (await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: REPORT } })) ?? [];
    assert.deepEqual((symbols as SymbolInformation[]).slice(0, 2).map(({ name, location }) => [name, location.uri]), [['Cover', REPORT], ['Template', REPORT]]); // prettier-ignore
    await editor.open('file:///work/notes.md', '# Notes\n');
    assert.deepEqual(await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: 'file:///work/notes.md' } }), []); // prettier-ignore
  });

  it('can be folded, and selected step by step', async () => {
    editor = await TestClient.start();
    await editor.open(REPORT, '---\ntemplate: partner-paper\ntitle: x\n---\n\n## 1. A\n\n1.1 One two.\n');
    const folds = await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: REPORT } });
    assert.deepEqual(folds, [{ startLine: 0, endLine: 3 }, { startLine: 5, endLine: 7 }]); // prettier-ignore
    const [first] = (await editor.connection.sendRequest(SelectionRangeRequest.type, { textDocument: { uri: REPORT }, positions: [{ line: 7, character: 5 }] })) ?? []; // prettier-ignore
    const texts: [number, number][] = [];
    for (let at: SelectionRange | undefined = first; at; at = at.parent) texts.push([at.range.start.line, at.range.start.character]); // prettier-ignore
    assert.deepEqual(texts, [[7, 4], [7, 0], [5, 0], [0, 0]]); // prettier-ignore
  });
});
