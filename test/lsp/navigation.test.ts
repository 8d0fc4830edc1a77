import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  DocumentLinkRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type Location,
  type LocationLink,
  type Position,
  type TextEdit,
} from 'vscode-languageserver/node';
import { LineIndex } from '../../server/src/text/lines.ts';
import { TestClient, MODERN, OLD } from '../support/testClient.ts';

const REPORT = 'file:///work/reports/harbour.md';
const COUNCIL = 'file:///work/council.yaml';
const TEXT = `---
template: partner-paper
committee: Cabinet
officer-contact: { name: Hannah Lisle }
appendices:
  - title: Plan
    file: plan.md
---

## 1. A

1.1 See Appendix 1 and the SEND plan.

1.2 As paragraph 1.1 says.
`;
const COUNCIL_TEXT =
  'committees: [{ name: Cabinet }]\nofficers:\n  - name: Hannah Lisle\nacronyms: { SEND: special educational needs and disabilities }\n';
const FILES = {
  '/work/.git': '',
  '/work/council.yaml': COUNCIL_TEXT,
  '/work/reports/harbour.md': TEXT,
  '/work/reports/plan.md': 'Plan',
  '/work/reports/other.md': '---\ntemplate: partner-paper\ncommittee: The Cabinet\n---\n\n1.1 Ask Hannah Lisle of SEND.\n',
  '/work/reports/notes.md': 'Hannah Lisle of the Cabinet.\n',
};
const LINKS = { ...MODERN, textDocument: { ...MODERN.textDocument, definition: { linkSupport: true } } };

describe('where things are', () => {
  let editor: TestClient;
  afterEach(() => editor.stop());

  const place = (uri: string, behind: string): { textDocument: { uri: string }; position: Position } => {
    const text = editor.text(uri);
    const { line, column } = new LineIndex(text).placeAt(text.indexOf(behind) + behind.length);
    return { textDocument: { uri }, position: { line: line - 1, character: column - 1 } };
  };
  const spelled = ({ uri, range: { start } }: Location): string =>
    `${uri.replace('file:///work/', '')} ${start.line + 1}:${start.character + 1}`;
  const define = async (uri: string, behind: string): Promise<string[]> => {
    const found = (await editor.connection.sendRequest(DefinitionRequest.type, place(uri, behind))) ?? [];
    return (found as (Location | LocationLink)[]).map((one) => spelled('uri' in one ? one : { uri: one.targetUri, range: one.targetSelectionRange })); // prettier-ignore
  };
  const refer = async (uri: string, behind: string, includeDeclaration = true): Promise<string[]> => {
    const params = { ...place(uri, behind), context: { includeDeclaration } };
    return ((await editor.connection.sendRequest(ReferencesRequest.type, params)) ?? []).map(spelled);
  };

  for (const [name, capabilities] of [
    ['today’s', LINKS],
    ['older', OLD],
  ] as const) {
    it(`is told to ${name} editors: in the report, and in council.yaml`, async () => {
      editor = await TestClient.start({ capabilities, files: FILES });
      await editor.open(REPORT, TEXT);
      assert.deepEqual(await define(REPORT, 'paragraph 1'), ['reports/harbour.md 12:1']);
      assert.deepEqual(await define(REPORT, 'See App'), ['reports/harbour.md 6:12']);
      assert.deepEqual(await define(REPORT, 'Hannah'), ['council.yaml 3:11']);
      assert.deepEqual(await define(REPORT, 'Cab'), ['council.yaml 1:22']);
      assert.deepEqual(await define(REPORT, 'SE'), ['council.yaml 4:13']);
      assert.deepEqual(await define(REPORT, 'See'), []);
    });
  }

  it('finds what speaks of the same: here, in council.yaml and in the other reports', async () => {
    editor = await TestClient.start({ files: FILES });
    await editor.open(REPORT, TEXT);
    await editor.open(COUNCIL, COUNCIL_TEXT, 'yaml');
    assert.deepEqual(await refer(REPORT, 'paragraph 1'), ['reports/harbour.md 12:1', 'reports/harbour.md 14:8']);
    const everywhere = ['reports/harbour.md 4:26', 'reports/other.md 6:9'];
    assert.deepEqual(await refer(REPORT, 'Hannah'), ['council.yaml 3:11', ...everywhere]);
    assert.deepEqual(await refer(COUNCIL, 'Hannah', false), everywhere);
    assert.deepEqual(await refer(COUNCIL, 'Cab', false), ['reports/harbour.md 3:12', 'reports/other.md 3:12']);
    assert.deepEqual(await refer(COUNCIL, 'SE', false), ['reports/harbour.md 12:28', 'reports/other.md 6:25']);
    assert.deepEqual(await define(COUNCIL, 'Cab'), ['council.yaml 1:22']);
  });

  it('is linked to', async () => {
    editor = await TestClient.start({ files: FILES });
    await editor.open(REPORT, TEXT);
    const links = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: REPORT } });
    assert.deepEqual(links, [
      { range: { start: { line: 6, character: 10 }, end: { line: 6, character: 17 } }, target: 'file:///work/reports/plan.md' },
      { range: { start: { line: 11, character: 8 }, end: { line: 11, character: 18 } }, target: `${REPORT}#L6,12` },
      { range: { start: { line: 13, character: 7 }, end: { line: 13, character: 20 } }, target: `${REPORT}#L12,1` },
    ]); // prettier-ignore
  });

  it('is renamed, for the version that was asked about, or it is said why not', async () => {
    editor = await TestClient.start({ files: FILES });
    await editor.open(REPORT, TEXT);
    const at = place(REPORT, 'Appendix 1');
    assert.deepEqual(await editor.connection.sendRequest(PrepareRenameRequest.type, at), { range: { start: { line: 11, character: 17 }, end: { line: 11, character: 18 } }, placeholder: '1' }); // prettier-ignore
    const { documentChanges: [change] = [] } = (await editor.connection.sendRequest(RenameRequest.type, { ...at, newName: 'A' })) ?? {}; // prettier-ignore
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri: REPORT, version: 1 });
    assert.deepEqual((change.edits as TextEdit[]).map(({ newText }) => newText), ['label: Appendix A\n    ', 'A']); // prettier-ignore
    await assert.rejects(editor.connection.sendRequest(RenameRequest.type, { ...at, newName: 'the plan' }), /is no label of an appendix/); // prettier-ignore
    assert.equal(await editor.connection.sendRequest(PrepareRenameRequest.type, place(REPORT, 'See')), null);
  });
});
