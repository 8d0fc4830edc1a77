import { Range, Selection, TextEditorRevealType, window, workspace, type TextEditor, type Uri, type ViewColumn } from 'vscode';
import type { Range as Place } from 'vscode-languageclient';

/** The line that an editor shows first, from 1; its fraction is how much of a long line has gone out of sight. */
export function topLineOf({ visibleRanges, document }: TextEditor): number | undefined {
  const start = visibleRanges[0]?.start;
  if (!start) return undefined;
  return start.line + 1 + start.character / (document.lineAt(start.line).text.length + 1);
}

/** Has the editors that show a document show a line (from 1, with a fraction) at the top. */
export function scrollEditors(uri: Uri, line: number): void {
  for (const editor of window.visibleTextEditors) {
    if (editor.document.uri.toString() !== uri.toString()) continue;
    const number = clamp(Math.floor(line) - 1, editor);
    const column = Math.floor((line % 1) * editor.document.lineAt(number).text.length);
    editor.revealRange(new Range(number, column, number + 1, 0), TextEditorRevealType.AtTop);
  }
}

/** Puts the cursor on a line (from 1, with a fraction) of a document. */
export async function editAt(uri: Uri, line: number, otherwise: ViewColumn): Promise<void> {
  const editor = await showText(uri, otherwise);
  const number = clamp(Math.floor(line) - 1, editor);
  const column = editor.document.lineAt(number).firstNonWhitespaceCharacterIndex;
  select(editor, new Selection(number, column, number, column));
}

/** Selects what was found in a document. */
export async function editFinding(uri: Uri, { start, end }: Place, otherwise: ViewColumn): Promise<void> {
  const editor = await showText(uri, otherwise);
  select(editor, new Selection(start.line, start.character, end.line, end.character));
}

function select(editor: TextEditor, selection: Selection): void {
  editor.selection = selection;
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Shows a document where it is open already. */
async function showText(uri: Uri, otherwise: ViewColumn): Promise<TextEditor> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const group = window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isTabOf(input, uri)));
  const viewColumn = open?.viewColumn ?? group?.viewColumn ?? otherwise;
  return window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn });
}

function isTabOf(input: unknown, uri: Uri): boolean {
  return typeof input === 'object' && input !== null && 'uri' in input && String(input.uri) === uri.toString();
}

function clamp(line: number, { document }: TextEditor): number {
  return Math.max(0, Math.min(line, document.lineCount - 1));
}
