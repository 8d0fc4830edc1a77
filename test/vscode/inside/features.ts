import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, expectFindings, fileUri, putCursor, replace, show, until } from './editor.ts';
import { FOUND, REPORT } from './fixture.ts';

const TEXT = `---
template: partner-paper
committee: Communities Overview Committee
date: 2030-12-12
title: The market in Stanmere
appendices:
  - title: Notes
    file: notes.md
officer-contact:
  name: Hannah Lisle
---

## The market today

1.1 The market has 42 stalls, as Appendix 1 says. Two MIUs are near.

1.2 See paragraph 1.1.

## 2. What comes next

2.1 The minor injuries unit (MIU) moves on 25 December 2030.
`;

describe('a report being read', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  before(async () => {
    editor = await show(REPORT);
    document = editor.document;
    await expectFindings(document, FOUND);
    await replace(document, document.getText(), TEXT);
    // The server knows the new text when it tells of something in it.
    await until('the new text', async () => (await words('vscode.executeDefinitionProvider', 'See para')).length > 0);
  });
  after(closeAll);

  async function ask<T>(command: string, ...rest: unknown[]): Promise<T> {
    return vscode.commands.executeCommand<T>(command, document.uri, ...rest);
  }

  /** The text of the places that a provider leads to. */
  async function words(command: string, behind: string): Promise<string[]> {
    const found = await ask<(vscode.Location | vscode.LocationLink)[]>(command, putCursor(editor, behind));
    return found.map((one) => {
      const [uri, range] = 'uri' in one ? [one.uri, one.range] : [one.targetUri, one.targetSelectionRange ?? one.targetRange];
      return uri.toString() === document.uri.toString() ? `${range.start.line + 1} ${document.getText(range)}` : uri.path.split('/').at(-1) ?? ''; // prettier-ignore
    });
  }

  it('has an outline of its cover and its sections', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    const cover = symbols.find(({ name }) => name === 'Cover');
    assert.deepEqual(cover?.children.map(({ name }) => name).slice(0, 4), ['Template', 'Committee', 'Date of Meeting', 'Title']);
    const section = symbols.find(({ name }) => name === '1. The market today');
    assert.deepEqual(section?.children.map(({ name }) => name), ['1.1', '1.2']); // prettier-ignore
  });

  it('can be folded and selected step by step', async () => {
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider');
    for (const [start, end] of [[0, 10], [5, 7], [12, 16]]) assert.ok(folds.some((fold) => fold.start === start && fold.end === end), JSON.stringify(folds)); // prettier-ignore
    const [first] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', [putCursor(editor, 'has 42')]);
    const texts: string[] = [];
    for (let at: vscode.SelectionRange | undefined = first; at; at = at.parent) texts.push(document.getText(at.range));
    assert.ok(texts.includes('1.1 The market has 42 stalls, as Appendix 1 says.'), JSON.stringify(texts));
  });

  it('leads to what it speaks of, here and in council.yaml', async () => {
    assert.deepEqual(await words('vscode.executeDefinitionProvider', 'See para'), ['15 1.1']);
    assert.deepEqual(await words('vscode.executeDefinitionProvider', 'as App'), ['7 Notes']);
    assert.deepEqual(await words('vscode.executeDefinitionProvider', 'Two MI'), ['21 MIU']);
    assert.deepEqual(await words('vscode.executeReferenceProvider', 'See para'), ['15 1.1', '17 paragraph 1.1']);
  });

  it('links to files and paragraphs', async () => {
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider');
    const named = links.map(({ range, target }) => [document.getText(range), target?.path.split('/').at(-1), target?.fragment]);
    assert.deepEqual(named.filter(([text]) => text === 'notes.md' || text === 'paragraph 1.1'), [['notes.md', 'notes.md', ''], ['paragraph 1.1', 'market.md', 'L15,1']]); // prettier-ignore
  });

  it('explains dates and references', async () => {
    const said = async (behind: string): Promise<string> => {
      const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', putCursor(editor, behind));
      return hovers.flatMap(({ contents }) => contents).map((one) => (one instanceof vscode.MarkdownString ? one.value : '')).join('\n'); // prettier-ignore
    };
    assert.match(await said('date: 2030'), /\*\*Thursday 12 December 2030\*\*\n\nPublish by Wednesday 4 December 2030/);
    assert.match(await said('25 Dec'), /\*\*Wednesday 25 December 2030\*\*/);
    assert.match(await said('See para'), /\*\*Paragraph 1\.1\*\*\n\n1\.1 The market has 42 stalls/);
  });

  it('says above its text until when to publish it', async () => {
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', 10);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some((title) => title.startsWith('Publish by Wed 4 Dec 2030: ')),
      JSON.stringify(titles),
    );
    assert.ok(
      titles.some((title) => /to fix before publication|Fit to publish/.test(title)),
      JSON.stringify(titles),
    );
  });

  it('shows the numbers that it will be given, and colours those that it has', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', whole);
    assert.deepEqual(hints.map(({ label, position }) => [label, position.line + 1]), [['Appendix 1:', 7], ['1.', 13]]); // prettier-ignore
    const legend = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend');
    assert.deepEqual(legend.tokenTypes, ['number', 'property', 'macro', 'enumMember']);
    const { data } = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens');
    assert.deepEqual([...data.slice(0, 5)], [14, 0, 3, 0, 0]);
  });

  it('gives an acronym another name', async () => {
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', putCursor(editor, 'Two MI'), 'UTC');
    assert.deepEqual(edit.get(document.uri).map(({ newText, range }) => [newText, range.start.line + 1]), [['UTCs', 15], ['UTC', 21]]); // prettier-ignore
  });

  it('is put in order, and back again', async () => {
    await replace(document, 'title: The', 'title:    The');
    await until('the formatter', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return document.getText() === TEXT;
    });
  });

  it('takes a glossary from the command palette', async () => {
    await vscode.commands.executeCommand('scrutiny.insertGlossary');
    await until('the glossary', () => document.getText().includes('## 3. Glossary'));
    assert.ok(document.getText().endsWith('| MIU | minor injuries unit |\n'));
    await vscode.commands.executeCommand('undo');
    await until('the text without it', () => document.getText() === TEXT);
  });
});

describe('council.yaml being read', () => {
  after(closeAll);

  it('has an outline, and tells which reports speak of somebody', async () => {
    const { document } = await show('council.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), 'officers:\n  - name: Hannah Lisle\n');
    await vscode.workspace.applyEdit(edit);
    const at = document.positionAt(document.getText().indexOf('Hannah') + 2);
    const found = await until('the report', async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
      return places.some(({ uri }) => uri.toString() === fileUri(REPORT).toString()) && places;
    });
    assert.equal(found.length, 2);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri); // prettier-ignore
    assert.ok(symbols.some(({ name }) => name === 'Officers'));
  });
});
