import { commands, FileType, Uri, window, workspace } from 'vscode';
import { ensureTrusted } from '../extension/trust.ts';

/** The paths of its files, which the build puts here: the folder of a web extension cannot be listed. */
declare const EXAMPLE_FILES: readonly string[];
const NAME = 'northmoor';

/** Copies the reports of an invented council to a folder that the person chooses, and opens them. */
export async function openExample(extension: Uri): Promise<void> {
  if (!ensureTrusted('The example reports were not copied')) return;
  const [folder] =
    (await window.showOpenDialog({
      title: 'Where should the example reports be copied to?',
      openLabel: 'Copy Here',
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (!folder) return;
  const target = await freeName(folder);
  const source = Uri.joinPath(extension, 'examples', NAME);
  for (const path of EXAMPLE_FILES) {
    await workspace.fs.writeFile(Uri.joinPath(target, path), await workspace.fs.readFile(Uri.joinPath(source, path)));
  }
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
