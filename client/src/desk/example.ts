import { commands, FileType, Uri, window, workspace } from 'vscode';
import { mayWrite } from '../trust.ts';

const NAME = 'northmoor';

/** Copies the reports of an invented council to a folder that the person chooses, and opens them. */
export async function openExample(extension: Uri): Promise<void> {
  if (!mayWrite('The example reports were not copied')) return;
  const source = Uri.joinPath(extension, 'examples', NAME);
  if (!(await exists(source))) {
    // A web extension's own files cannot be listed.
    const reason = 'In the browser the example reports cannot be copied. Open them with VS Code on a computer.';
    return void window.showInformationMessage(reason);
  }
  const [folder] =
    (await window.showOpenDialog({
      title: 'Where shall the example reports be copied to?',
      openLabel: 'Copy Here',
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (!folder) return;
  const target = await freeName(folder);
  await workspace.fs.copy(source, target);
  await commands.executeCommand('vscode.openFolder', target);
}

async function freeName(folder: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const target = Uri.joinPath(folder, number === 1 ? NAME : `${NAME}-${number}`);
    if (!(await exists(target))) return target;
  }
}

function exists(uri: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(uri)).then(
    ({ type }) => type !== FileType.Unknown,
    () => false,
  );
}
