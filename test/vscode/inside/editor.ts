import * as vscode from 'vscode';

/** Waits until a probe gives something, and gives that. @throws after five minutes, saying what was waited for */
export async function until<T>(
  what: string,
  probe: () => T | false | undefined | PromiseLike<T | false | undefined>,
): Promise<T> {
  for (const end = Date.now() + 300_000; Date.now() < end;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** A file of the workspace, by its path from there. */
export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file in an editor. Not by `openTextDocument`, which would keep it open after its editor is closed. */
export async function show(path: string): Promise<vscode.TextEditor> {
  const uri = fileUri(path);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return until(`the editor of ${path}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() && editor;
  });
}

/** Opens a Markdown document that is no file yet. */
export async function showNew(content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

/** What the server found in a document: `LINE:COLUMN severity rule`, in the order of the text. */
export function findings({ uri }: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'scrutiny')
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ range: { start }, severity, code }) => {
      const rule = typeof code === 'object' ? code.value : code;
      return `${start.line + 1}:${start.character + 1} ${vscode.DiagnosticSeverity[severity]} ${rule ?? ''}`;
    });
}

/** Waits until exactly this is found in a document. @throws saying what was found instead */
export async function expectFindings(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const wanted = expected.join('\n');
  await until('the findings', () => findings(document).join('\n') === wanted).catch(() => {
    throw new Error(`Expected:\n${wanted}\nFound:\n${findings(document).join('\n')}`);
  });
}

/** Puts the cursor behind a piece of the text that stands there once. */
export function putCursor(editor: vscode.TextEditor, behind: string): vscode.Position {
  const { document } = editor;
  const position = document.positionAt(document.getText().indexOf(behind) + behind.length);
  editor.selection = new vscode.Selection(position, position);
  return position;
}

/** Replaces a piece of a document's text, as if typed. */
export async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const start = document.getText().indexOf(old);
  if (start === -1) throw new Error(`there is no ${old}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + old.length)), text);
  await vscode.workspace.applyEdit(edit);
}

/** Closes the editors, and leaves every document as it is on the disk. */
export async function closeAll(): Promise<void> {
  await until('an empty window', async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0);
  });
}

/** Waits for the watching of files, which begins some seconds after a window is opened and tells of nothing older. */
export async function watching(): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.watched');
  let seen = false;
  watcher.onDidCreate(() => (seen = true));
  const uri = fileUri('a.watched');
  await until('a file that is seen', async () => {
    await vscode.workspace.fs.writeFile(uri, new Uint8Array());
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.workspace.fs.delete(uri);
    return seen;
  });
  watcher.dispose();
}
