import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { besideOf } from './beside.ts';
import { CHANGING, NO_FILE, writeWhole, type FileSystem, type Kind, type NewFile } from './fileSystem.ts';

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

function kindOf(entry: Dirent): Kind {
  return entry.isSymbolicLink() ? 'link' : kindOfFollowed(entry);
}

function kindOfFollowed(found: Dirent | Stats): Exclude<Kind, 'link'> {
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** A path with `/`, and on Windows with the drive in a capital letter, so that equal paths are equal texts. */
function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/').replace(/^[a-z]:/, (drive) => drive.toUpperCase());
}

/** Writes a file beside the old one and puts it in its place, so that no half-written file is ever left. Makes its folder. */
function createFile(path: string): NewFile {
  const isNew = lstatSync(path, { throwIfNoEntry: false }) === undefined;
  const real = isNew ? path : realpathSync(path);
  // Putting another file in its place would succeed even for one that is protected from writing.
  if (!isNew) accessSync(real, constants.W_OK);
  else mkdirSync(dirname(real), { recursive: true });
  const beside = besideOf(real);
  const file = openSync(beside, 'wx');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: (content) => writeFileSync(file, content),
    finish(): void {
      close();
      if (!isNew) chmodSync(beside, statSync(real).mode);
      renameSync(beside, real);
    },
    discard(): void {
      close();
      rmSync(beside, { force: true });
    },
  };
}
