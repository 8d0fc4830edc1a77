import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { resolve, sep } from 'node:path';
import { CHANGING, MAX_BYTES, NO_FILE, writeWhole, type FileSystem, type FileKind } from './fileSystem.ts';
import { appendFile, createFile } from './nodeWriting.ts';

/** The files of this computer. Synchronous throughout, which for thousands of small files is the fastest. */
export const nodeFileSystem: FileSystem = {
  separator: sep,
  readFile,
  readFolder: (path) => readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  kindOf(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && kindOfFollowed(found);
  },
  realPath: (path) => withSlashes(realpathSync(path)),
  createFile,
  appendFile,
  writeFile: (path, content) => writeWhole({ createFile }, path, content),
  resolve: (folder, path) => withSlashes(resolve(folder, path)),
};

/** The bytes of a file at one moment: what another program is just writing is no text to be checked. */
function readFile(path: string): Uint8Array {
  for (let again = 1; again <= TRIES; again++) {
    // Opening a pipe would otherwise wait until somebody writes to it.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const before = fstatSync(file);
      if (!before.isFile() && !before.isDirectory())
        throw Object.assign(new Error('it is a pipe or a device'), { code: NO_FILE });
      if (before.size > MAX_BYTES) throw Object.assign(new Error('it is too large'), { code: 'ERR_FS_FILE_TOO_LARGE' });
      const content = readFileSync(file);
      const after = fstatSync(file);
      if (before.mtimeMs === after.mtimeMs && before.size === after.size) return content;
    } finally {
      closeSync(file);
    }
  }
  throw Object.assign(new Error('the file changes while it is read'), { code: CHANGING });
}

const TRIES = 3;

function kindOf(entry: Dirent): FileKind {
  return entry.isSymbolicLink() ? 'link' : kindOfFollowed(entry);
}

function kindOfFollowed(found: Dirent | Stats): Exclude<FileKind, 'link'> {
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** A path with `/`, and on Windows with the drive in a capital letter, so that equal paths are equal texts. */
function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/').replace(/^[a-z]:/, (drive) => drive.toUpperCase());
}
