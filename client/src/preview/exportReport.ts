import { commands, env, FileType, ProgressLocation, UIKind, Uri, window, workspace, type QuickPickItem } from 'vscode';
import { EXPORT, type ExportFormat, type ExportParams, type ExportResult } from '../../../server/src/lsp/protocol/protocol.ts';
import type { ClientSession } from '../session/clientSession.ts';
import { ensureTrusted } from '../extension/trust.ts';

interface Format extends QuickPickItem {
  readonly format: ExportFormat;
  readonly name: string;
}

const FORMATS: readonly Format[] = [
  {
    format: 'docx',
    name: 'Word document',
    label: '$(file) Word',
    description: 'to be edited further, or sent to the committee team',
  },
  { format: 'pdf', name: 'PDF', label: '$(file-pdf) PDF', description: 'as it is printed; needs Chrome, Edge or Chromium' },
  { format: 'html', name: 'Web page', label: '$(globe) HTML', description: 'one file, for the web site or any browser' },
];

/** Writes a report to a file of the form and name that are asked for. */
export async function exportReport(session: ClientSession, report: Uri | undefined): Promise<void> {
  if (!report) return void window.showInformationMessage('Open the report that is to be exported first.');
  if (!ensureTrusted('The report was not exported')) return;
  const chosen = await window.showQuickPick(FORMATS, { title: 'Export Report', placeHolder: 'Which kind of file?' });
  const target = chosen && (await chooseFile(report, chosen));
  if (!target) return;
  const problem = await window.withProgress(
    { location: ProgressLocation.Notification, title: `Writing ${nameOf(target)} …` },
    () => write(session, report, chosen.format, target),
  );
  if (problem === undefined) await tell(target);
  else void window.showErrorMessage(problem);
}

/** The file to write: nothing where none is chosen. Nothing is replaced that the person has not said may be. */
async function chooseFile(report: Uri, { format, name }: Format): Promise<Uri | undefined> {
  const base = nameOf(report).replace(/\.[^.]*$/, '');
  const folder = report.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(report, '..');
  const suggestion = folder && { defaultUri: Uri.joinPath(folder, `${base}.${format}`) };
  const chosen = await window.showSaveDialog({ title: 'Export Report', filters: { [name]: [format] }, ...suggestion });
  if (!chosen || chosen.path.toLowerCase().endsWith(`.${format}`)) return chosen;
  // The dialog has asked about the name that was typed, not about this one.
  const named = chosen.with({ path: `${chosen.path}.${format}` });
  const isThere = await workspace.fs.stat(named).then(({ type }) => type !== FileType.Unknown, () => false); // prettier-ignore
  if (!isThere) return named;
  const answer = await window.showWarningMessage(`${nameOf(named)} is there already. Replace it?`, { modal: true }, 'Replace');
  return answer === undefined ? undefined : named;
}

/** @returns why it could not be written, if it could not */
async function write(session: ClientSession, report: Uri, format: ExportFormat, target: Uri): Promise<string | undefined> {
  await session.start();
  const { client } = session;
  if (!client) return 'The report cannot be exported: the program that reads it does not run. Try “Scrutiny: Restart Server”.';
  try {
    await workspace.openTextDocument(report);
    const params: ExportParams = { uri: client.code2ProtocolConverter.asUri(report), format };
    const result = await client.sendRequest<ExportResult>(EXPORT, params);
    if ('problem' in result) return result.problem;
    await workspace.fs.writeFile(
      target,
      Uint8Array.from(atob(result.content), (character) => character.charCodeAt(0)),
    );
    return undefined;
  } catch (error) {
    return `${nameOf(target)} could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Says that it is done, and offers to show it. */
async function tell(target: Uri): Promise<void> {
  // Files of another computer, or of a browser, can neither be opened by a program here nor shown in a folder.
  const isHere = target.scheme === 'file' && env.uiKind === UIKind.Desktop;
  const answer = await window.showInformationMessage(
    `${nameOf(target)} was written.`,
    'Open',
    ...(isHere ? ['Show in Folder'] : []),
  );
  if (answer === 'Show in Folder') await commands.executeCommand('revealFileInOS', target);
  else if (answer === 'Open' && isHere) await env.openExternal(target);
  else if (answer === 'Open') await commands.executeCommand('vscode.open', target);
}

function nameOf({ path }: Uri): string {
  return path.split('/').at(-1) ?? path;
}
