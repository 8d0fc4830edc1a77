import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, expectFindings, putCursor, replace, show, until } from './editor.ts';
import { FOUND, REPORT } from './fixture.ts';

describe('help with writing', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;
  let original: string;

  beforeEach(async () => {
    editor = await show(REPORT);
    document = editor.document;
    original = document.getText();
    await expectFindings(document, FOUND);
  });
  afterEach(closeAll);

  it('completes a value', async () => {
    await replace(document, 'for information', '');
    const position = putCursor(editor, 'purpose: ');
    assert.deepEqual(await labels(position), [
      'For Decision',
      'For Recommendation to Cabinet',
      'For Recommendation to Council',
      'For Review and Consultation',
      'For Information',
    ]);
    await accept();
    assert.equal(document.getText(), original.replace('for information', 'For Decision'));
  });

  it('completes a key, where it belongs', async () => {
    await replace(document, 'officer-contact:', 'stat\nofficer-contact:');
    putCursor(editor, '\nstat');
    await accept();
    assert.equal(document.getText(), original.replace('officer-contact:', 'status: \nofficer-contact:'));
  });

  it('has nothing to complete in the text', async () => {
    assert.deepEqual(await labels(putCursor(editor, 'next review is')), []);
  });

  it('explains a field', async () => {
    const position = putCursor(editor, '\npurp');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const [said] = hovers.flatMap(({ contents }) => contents);
    assert.ok(said instanceof vscode.MarkdownString && said.value.startsWith('**Purpose**'), JSON.stringify(hovers));
    assert.deepEqual(
      hovers.map(({ range }) => range && document.getText(range)),
      ['purpose'],
    );
  });

  it('puts a finding right, in one of several ways', async () => {
    const position = putCursor(editor, 'purpose: for');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(position, position),
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => `${title}${isPreferred === true ? ' (preferred)' : ''}`),
      [
        'Change to “For Information” (preferred)',
        'Change to “For Decision”',
        'Change to “For Recommendation to Cabinet”',
        'Change to “For Recommendation to Council”',
        'Change to “For Review and Consultation”',
        'Suppress here, with a reason (field-invalid)',
        'Show the rule field-invalid',
      ],
    );
    const edit = actions.find(({ title }) => title.includes('For Decision'))?.edit;
    assert.ok(edit !== undefined && (await vscode.workspace.applyEdit(edit)));
    assert.equal(document.getText(), original.replace('for information', 'For Decision'));
    await expectFindings(document, FOUND.slice(1));
  });

  it('puts right at once what can be put right without asking', async () => {
    const kind = 'source.fixAll.scrutiny';
    await vscode.commands.executeCommand('editor.action.sourceAction', { kind, apply: 'first' });
    await until('the edits', () => document.getText() !== original);
    assert.equal(document.getText(), original.replace('for information', 'For Information'));
  });

  it('shows the page of a rule', async () => {
    await vscode.commands.executeCommand('scrutiny.showRule', { rule: 'to-be-confirmed' });
    const tab = await until('the page', () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputWebview),
    );
    assert.equal(tab.label, 'Preview to-be-confirmed.md');
  });

  /** What is offered at a position, in the order in which it is shown, apart from VS Code's own snippets. */
  async function labels(position: vscode.Position): Promise<string[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return list.items
      .filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet)
      .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
      .map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  /** Asks for completions at the cursor and takes the first. The list comes in its own time, and nobody tells when it is there. */
  async function accept(): Promise<void> {
    const before = document.getText();
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until('a completion', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText() !== before;
    });
  }
});
