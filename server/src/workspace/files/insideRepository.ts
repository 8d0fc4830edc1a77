import type { FileSystem } from './fileSystem.ts';
import { relativeTo } from './paths.ts';

/** Names that Windows takes for devices in every folder, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d¹²³])[ .]*(?:\.|$)/i;

/** What no name has on Windows, or what leads from a file to another of its streams. */
const NO_NAME = /[:*?"<>|\0-\u001f]/;

/**
 * The absolute path that a text of a report or a repository means, found without asking the file system: on Windows a question about
 * another computer's file would already send it the name and the password's hash of whoever asks.
 * @param root the folder that it must not leave, absolute and with `/`
 * @param folder the folder in it that the path begins in
 * @returns `undefined` for what leads elsewhere: out of the root, to another disk or computer, to a device or a stream of a file
 */
export function resolveInside(files: FileSystem, root: string, folder: string, path: string): string | undefined {
  if (path.includes('\0') || (files.separator === '\\' && !isOrdinary(path))) return undefined;
  const found = files.resolve(folder, path);
  return relativeTo(root, found) === undefined ? undefined : found;
}

/** True for a path on Windows that begins in a folder and names only folders and files. */
export function isOrdinary(path: string): boolean {
  return path.split(/[\\/]/).every((name, i) => (name !== '' || i > 0) && !NO_NAME.test(name) && !DEVICE.test(name));
}
