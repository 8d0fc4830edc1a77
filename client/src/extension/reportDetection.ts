import { Disposable, Uri, workspace, type TextDocument } from 'vscode';
import { looksLikePaper } from '../../../server/src/lsp/protocol/protocol.ts';

/**
 * The schemes of documents that a person works on: on a disk, not saved yet, on another machine, or in the folders that are
 * open, wherever those are. Not the old side of a comparison, output, and the like.
 */
export function schemes(): string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-remote', ...folders])];
}

/** Calls `found` once: when a report or a `council.yaml` is open, or a `council.yaml` stands in the workspace. */
export function whenThereAreReports(found: () => void): Disposable {
  let isWaiting = true;
  const waiting = Disposable.from(
    workspace.onDidOpenTextDocument((document) => isRelevant(document) && stop()),
    workspace.onDidChangeTextDocument(({ document }) => isRelevant(document) && stop()),
    workspace.onDidChangeWorkspaceFolders(() => look()),
    new Disposable(() => (isWaiting = false)),
  );
  const stop = (): void => {
    if (isWaiting) found();
    waiting.dispose();
  };
  const look = (): void => {
    void workspace.findFiles('**/council.yaml', '**/node_modules/**', 1).then(({ length }) => length > 0 && stop());
    // A file system that brings no search of its own never answers that.
    for (const { uri } of workspace.workspaceFolders ?? [])
      if (uri.scheme !== 'file') void workspace.fs.stat(Uri.joinPath(uri, 'council.yaml')).then(stop, () => undefined);
  };
  if (workspace.textDocuments.some(isRelevant)) stop();
  else look();
  return waiting;
}

function isRelevant(document: TextDocument): boolean {
  if (!schemes().includes(document.uri.scheme)) return false;
  return (
    document.uri.path.endsWith('/council.yaml') || (document.languageId === 'markdown' && looksLikePaper(document.getText()))
  );
}
