import { FileType, Uri, workspace, type DataTransfer, type DataTransferFile, type TextDocument } from 'vscode';

export const URIS = 'text/uri-list';
export const FILES = 'files';

/** A file that was brought to a report, and where it is or would be put. */
export interface DroppedFile {
  readonly uri: Uri;
  /** What is to be copied there; absent for a file that the report can name where it is. */
  readonly from?: Uri | DataTransferFile;
}

/**
 * The files that were dropped or pasted on a report. One that lies outside of the report's workspace folder is to be copied beside
 * the report, under a name that no file has yet. What is no file, such as a folder, is left out.
 */
export async function readDroppedFiles(document: TextDocument, data: DataTransfer): Promise<DroppedFile[]> {
  const home = homeOf(document);
  if (!home) return [];
  const found: DroppedFile[] = [];
  const copy = async (name: string, from: Uri | DataTransferFile): Promise<void> => {
    const uri = await freeUri(document, name, found);
    found.push({ uri, from });
  };
  const list = (await data.get(URIS)?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')).map((line) => Uri.parse(line)); // prettier-ignore
  for (const uri of uris) {
    if (!(await isFile(uri))) continue;
    if (isWithin(uri, home)) found.push({ uri });
    else await copy(nameOf(uri.path), uri);
  }
  if (uris.length > 0) return found;
  // In a browser a file from the computer comes as what it holds.
  for (const [, item] of data) {
    const file = item.asFile();
    if (file) await copy(nameOf(file.name), file);
  }
  return found;
}

/** The way from a report to a file, both in one file system. */
export function relativePath({ uri }: DroppedFile, document: TextDocument): string {
  const [from, to] = [Uri.joinPath(document.uri, '..').path, uri.path].map((path) => path.split('/').filter(Boolean));
  if (!from || !to) return uri.path;
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The folder in which files can be named where they are: the workspace's, or that of a report that was opened alone. */
function homeOf(document: TextDocument): Uri | undefined {
  const folder = workspace.getWorkspaceFolder(fileOf(document))?.uri;
  return folder ?? (document.uri.scheme === 'untitled' ? undefined : Uri.joinPath(document.uri, '..'));
}

function isWithin(uri: Uri, folder: Uri): boolean {
  return uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(`${folder.path}/`);
}

/** Where a report is, or is going to be, saved. */
function fileOf({ uri }: TextDocument): Uri {
  if (uri.scheme !== 'untitled') return uri;
  const [folder] = workspace.workspaceFolders ?? [];
  return folder ? folder.uri.with({ path: uri.path }) : uri;
}

/** A file beside a report that there is not yet: `plan.pdf`, or else `plan-2.pdf` and so on. */
async function freeUri(document: TextDocument, name: string, others: readonly DroppedFile[]): Promise<Uri> {
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : name.replace(/(?=\.[^.]*$)|$/, `-${number}`);
    const uri = Uri.joinPath(fileOf(document), '..', numbered);
    if (others.some((other) => other.uri.toString() === uri.toString())) continue;
    if ((await typeOf(uri)) === undefined) return uri;
  }
}

async function isFile(uri: Uri): Promise<boolean> {
  return (((await typeOf(uri)) ?? 0) & FileType.File) !== 0;
}

/** What stands under a name; nothing where nothing does. */
async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
