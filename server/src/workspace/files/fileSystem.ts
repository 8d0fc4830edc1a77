/** What stands at a path. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/**
 * The files that a check reads and a fix writes. Paths are absolute, with `/` on every system. What fails throws an error
 * with a `code`, as Node's do.
 */
export interface FileSystem {
  /** What people put between folders here. */
  readonly separator: '/' | '\\';
  readFile(path: string): Uint8Array;
  /** What a folder holds, in any order. */
  readFolder(path: string): readonly DirectoryEntry[];
  /** What stands at a path, links followed; nothing where there is nothing. */
  kindOf(path: string): Exclude<FileKind, 'link'> | undefined;
  /** The path without any links. */
  realPath(path: string): string;
  /** Begins a file that is to take the place of what stands at the path; a folder that is not there yet is made. */
  createFile(path: string): NewFile;
  /** Gives a file its content, wholly or not at all; one that is not there yet is made, with its folder. */
  writeFile(path: string, content: Uint8Array): void;
  /** Adds to the end of a file; one that is not there yet is made. */
  appendFile(path: string, content: Uint8Array): void;
  /** The absolute path of one that a person gave, standing in `folder` (absolute, in the system's own form or with `/`). */
  resolve(folder: string, path: string): string;
}

/** A file that is being written. Nothing of it is seen before it is whole. */
export interface NewFile {
  write(content: Uint8Array): void;
  /** Puts it in its place. */
  finish(): void;
  /** Leaves everything as it was. Never throws. */
  discard(): void;
  /** True where it is to take the place of the file at this path, by whatever name. */
  replaces(path: string): boolean;
}

/** Writes a file by {@link FileSystem.createFile}, wholly or not at all. @throws as that does */
export function writeWhole(files: Pick<FileSystem, 'createFile'>, path: string, content: Uint8Array): void {
  const file = files.createFile(path);
  try {
    file.write(content);
    file.finish();
  } catch (error) {
    file.discard();
    throw error;
  }
}

/** Something that kept a file from being checked: the run cannot count as done. */
export interface Problem {
  /** The file or folder, as it is shown to people. */
  readonly file: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

export type FileSystemResult<T> = { readonly value: T } | { readonly failure: string };

/**
 * Does something with files, and gives its result or, in plain words, why it failed.
 * @throws what is no failure of the file system
 */
export function tryFileSystem<T>(action: () => T): FileSystemResult<T> {
  try {
    return { value: action() };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
    return { failure: REASONS[error.code] ?? error.message };
  }
}

/** The `code` of a file that another program would not leave alone while it was read. */
export const CHANGING = 'ECHANGING';

/** The `code` of what stands at a path and is neither a file nor a folder: a pipe, a device. */
export const NO_FILE = 'ENOTREG';

/** As many bytes of a file are read, as many as a picture may have. A larger file is refused before it is read. */
export const MAX_BYTES = 20_000_000;

/** The `code` of a pipe that is to be written to and that no program reads from. */
export const NO_READER = 'ENOREADER';

const TOO_LARGE = `it is larger than ${MAX_BYTES / 1_000_000} MB`;
const NO_PERMISSION = 'you have no permission';

const REASONS: Readonly<Record<string, string>> = {
  [CHANGING]: 'another program is changing it; try again when that is done',
  [NO_FILE]: 'it is no ordinary file but a pipe or a device; save the report as a file, or pass its text with “-”',
  ENXIO: 'it is no ordinary file but a pipe or a device; save the report as a file, or pass its text with “-”',
  [NO_READER]: 'it is a pipe that no program reads from; start that program first, or name a file',
  EIO: 'the disk gives an error',
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EBUSY: 'another program is using it',
  EEXIST: 'something else of that name is in the way',
  EISDIR: 'it is a folder',
  ELOOP: 'its link leads in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its path is too long',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EROFS: 'the disk cannot be written to',
  ERR_FS_FILE_TOO_LARGE: TOO_LARGE,
  ERR_STRING_TOO_LONG: TOO_LARGE,
};
