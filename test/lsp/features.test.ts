import assert from 'node:assert/strict';
import { InsertTextFormat, type CodeAction, type CompletionItem, type Hover, type TextEdit } from 'vscode-languageserver/node';
import { SHOW_RULE, SUGGEST, SUPPRESS, SUPPRESSION, type SuppressionParams } from '../../server/src/lsp/protocol/protocol.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineIndex } from '../../server/src/text/lines.ts';
import { spanOf } from '../../server/src/lsp/documents/convert.ts';
import { paper, WARNED } from '../support/tempRepository.ts';
import { TestClient, MODERN, OLD } from '../support/testClient.ts';

const REPORT = 'file:///work/reports/library.md';
const COUNCIL = 'file:///work/council.yaml';
const START = { line: 0, character: 0 };
const EVERYWHERE = { start: START, end: { line: 100, character: 0 } };

/** The text after edits, as an editor makes them. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return applyEdits(text, edits.map(({ range, newText }) => ({ span: spanOf(lines, range), text: newText }))); // prettier-ignore
}

function complete(editor: TestClient, uri: string, behind: string): Promise<CompletionItem[]> {
  const lines = new LineIndex(editor.text(uri));
  const { line, column } = lines.placeAt(editor.text(uri).indexOf(behind) + behind.length);
  return editor.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position: { line: line - 1, character: column - 1 },
  });
}

function hover(editor: TestClient, uri: string, line: number, character: number): Promise<Hover | null> {
  return editor.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } });
}

async function act(editor: TestClient, only?: string[]): Promise<CodeAction[]> {
  const report = await editor.pull(REPORT);
  const diagnostics = report.kind === 'full' ? report.items : [];
  const context = { diagnostics, ...(only ? { only } : {}) };
  return editor.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: REPORT }, range: EVERYWHERE, context });
}

describe('what an editor asks about a place', () => {
  let editor: TestClient;
  afterEach(() => editor.stop());

  it('is completed in a report, in the order and with the edits of the language room', async () => {
    editor = await TestClient.start({
      options: { commands: [SUGGEST] },
      files: { '/work/council.yaml': 'committees: [{ name: Cabinet }, { name: People and Health Scrutiny Committee }]\n' },
    });
    await editor.open(REPORT, paper({ committee: 'Cab' }));
    const items = await complete(editor, REPORT, 'committee: ');
    assert.deepEqual(items.map(({ label }) => label), ['Cabinet', 'People and Health Scrutiny Committee']); // prettier-ignore
    assert.deepEqual(items.map(({ sortText }) => sortText), ['0', '1']); // prettier-ignore
    const [first] = items;
    assert.equal(
      applied(editor.text(REPORT), [first?.textEdit as TextEdit]),
      editor.text(REPORT).replace('committee: Cab', 'committee: Cabinet'),
    );
  });

  it('is completed without snippets for an editor that knows none', async () => {
    editor = await TestClient.start({ capabilities: OLD, folders: [] });
    await editor.open(REPORT, '');
    const items = await complete(editor, REPORT, '');
    const whole = items.find(({ detail }) => detail?.includes('partner-paper'));
    assert.equal(whole?.insertTextFormat, InsertTextFormat.PlainText);
    assert.doesNotMatch((whole.textEdit as TextEdit).newText, /\$/);
    await editor.findings(REPORT);
  });

  it('is left alone in Markdown of other kinds, and in prose', async () => {
    editor = await TestClient.start({ folders: [] });
    await editor.open(REPORT, `---\nlayout: page\n---\n\n${'Some prose. '.repeat(30)}\n`);
    assert.deepEqual(await complete(editor, REPORT, 'lay'), []);
    await editor.open('file:///work/b.md', paper());
    assert.deepEqual(await complete(editor, 'file:///work/b.md', 'The library'), []);
  });

  it('is completed and explained in council.yaml', async () => {
    editor = await TestClient.start();
    await editor.open(COUNCIL, 'name: Northmoor\n\n', 'yaml');
    const items = await complete(editor, COUNCIL, 'Northmoor\n');
    assert.ok(items.some(({ label }) => label === 'committees'));
    const said = await hover(editor, COUNCIL, 0, 1);
    assert.deepEqual(said?.range, { start: START, end: { line: 0, character: 4 } });
  });

  it('is explained: a field, and a finding', async () => {
    editor = await TestClient.start({
      capabilities: { ...MODERN, textDocument: { ...MODERN.textDocument, hover: { contentFormat: ['plaintext'] } } },
    });
    await editor.open(REPORT, WARNED);
    const field = await hover(editor, REPORT, 2, 3);
    assert.equal((field?.contents as { kind: string }).kind, 'plaintext');
    assert.match((field?.contents as { value: string }).value, /Committee/);
    const finding = await hover(editor, REPORT, 4, 27);
    assert.match((finding?.contents as { value: string }).value, /lost/);
    assert.equal(await hover(editor, REPORT, 7, 3), null);
    assert.equal(await hover(editor, 'file:///never/opened.md', 0, 0), null);
  });

  it('is fixed by an action that belongs to the finding, for the version it was made for', async () => {
    editor = await TestClient.start({ options: { commands: [SHOW_RULE, SUPPRESS] } });
    await editor.open(REPORT, WARNED);
    const actions = await act(editor);
    const fix = actions.find(({ isPreferred }) => isPreferred === true);
    assert.deepEqual(fix?.diagnostics?.map(({ code }) => code), ['value-cut']); // prettier-ignore
    assert.equal(fix.kind, 'quickfix');
    const [change] = fix.edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri: REPORT, version: 1 });
    assert.equal(
      applied(WARNED, change.edits as TextEdit[]),
      WARNED.replace('title: Review of contract #12', "title: 'Review of contract #12'"),
    );
    const show = actions.find(({ command }) => command?.command === SHOW_RULE);
    assert.deepEqual(show?.command?.arguments, [{ rule: 'value-cut' }]);
  });

  it('is fixed as a whole only where that is asked for', async () => {
    editor = await TestClient.start();
    await editor.open(REPORT, paper({ appendices: 'n/a' }));
    assert.deepEqual((await act(editor)).filter(({ kind }) => kind?.startsWith('source')), []); // prettier-ignore
    const kinds = (await act(editor, ['source.fixAll'])).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['source.fixAll.scrutiny']);
  });

  it('is given a glossary where that is asked for by its kind', async () => {
    editor = await TestClient.start({ files: { '/work/council.yaml': 'acronyms: { SEND: special educational needs and disabilities }\n' } }); // prettier-ignore
    await editor.open(REPORT, `${paper()}\n## 1. Needs\n\n1.1 SEND is a priority.\n`);
    const actions = await act(editor, ['source.insertGlossary']);
    assert.deepEqual(actions.map(({ title, kind }) => [title, kind]), [['Insert a glossary', 'source.insertGlossary.scrutiny']]); // prettier-ignore
    const [change] = actions[0]?.edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.match(applied(editor.text(REPORT), change.edits as TextEdit[]), /## 2\. Glossary\n\n.*\n.*\n\| SEND \| special educational needs and disabilities \|\n$/); // prettier-ignore
    assert.deepEqual(await act(editor, ['source.organizeImports']), []);
  });

  it('is spelt out at the cursor', async () => {
    editor = await TestClient.start({ files: { '/work/council.yaml': 'acronyms: { SEND: special educational needs and disabilities }\n' } }); // prettier-ignore
    const text = `${paper()}\n## 1. Needs\n\n1.1 We plan for SEND.\n`;
    await editor.open(REPORT, text);
    const { line, column } = new LineIndex(text).placeAt(text.indexOf('SEND') + 2);
    const at = { line: line - 1, character: column - 1 };
    const actions: CodeAction[] = await editor.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: REPORT }, range: { start: at, end: at }, context: { diagnostics: [] } }); // prettier-ignore
    const action = actions.find(({ kind }) => kind === 'refactor.rewrite');
    assert.equal(action?.title, 'Spell it out: “special educational needs and disabilities”');
    const [change] = action.edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.equal(
      applied(text, change.edits as TextEdit[]),
      text.replace('SEND', 'special educational needs and disabilities (SEND)'),
    );
  });

  it('is put in order: the front matter alone, with as few edits as that takes', async () => {
    editor = await TestClient.start();
    const text = '---\r\ntemplate:   partner-paper\r\ntitle: x\r\n---\r\n\r\n1.1   Text  \r\n';
    await editor.open(REPORT, text);
    const options = { tabSize: 4, insertSpaces: false };
    const edits = await editor.connection.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument: { uri: REPORT }, options }); // prettier-ignore
    assert.equal(edits.length, 1);
    assert.equal(applied(text, edits), text.replace('template:   partner', 'template: partner'));
    await editor.open('file:///work/notes.md', '# Notes\n');
    const none = await editor.connection.sendRequest('textDocument/formatting', { textDocument: { uri: 'file:///work/notes.md' }, options }); // prettier-ignore
    assert.deepEqual(none, []);
  });

  it('is suppressed with the reason that the author gives', async () => {
    editor = await TestClient.start({ options: { commands: [SUPPRESS] } });
    await editor.open(REPORT, WARNED);
    const action = (await act(editor)).find(({ command }) => command?.command === SUPPRESS);
    assert.equal(action?.edit, undefined);
    const argument = (action?.command?.arguments ?? [])[0] as Omit<SuppressionParams, 'reason'>;
    const edits = await editor.connection.sendRequest<TextEdit[]>(SUPPRESSION, { ...argument, reason: 'the number is right' });
    await editor.open(REPORT, applied(WARNED, edits));
    assert.deepEqual(await editor.findings(REPORT), []);
    assert.match(editor.text(REPORT), /scrutiny-disable[a-z-]* value-cut -- the number is right/);
    assert.equal(await editor.connection.sendRequest(SUPPRESSION, { ...argument, reason: 'gone' }), null);
  });
});
