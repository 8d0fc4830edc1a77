import type { DirectoryEntry, FileSystem, FileKind, NewFile } from './fileSystem.ts';
import { isAbsolute, parentOf, join } from './paths.ts';

/** What is known of a file: its text or bytes, or (with nothing) only that it is there. */
export type Content = string | Uint8Array | undefined;

/** Files in memory laid over others: what stands here hides what stands there at the same path. */
export class FilesInMemory implements FileSystem {
  private readonly contents = new Map<string, Content>();
  /** The names in each folder that the files stand in. */
  private readonly folders = new Map<string, Map<string, 'file' | 'folder'>>();

  /** @param under the others; none where it is left out */
  constructor(private readonly under: FileSystem = noFiles) {}

  get separator(): '/' | '\\' {
    return this.under.separator;
  }

  /** Puts a file at a path, or gives it other content. */
  put(path: string, content: Content): void {
    this.contents.set(path, content);
    this.enter(path, 'file');
  }

  /** Takes a file away, with the folders that held nothing else; what it hid is seen again. */
  remove(path: string): void {
    if (this.contents.delete(path)) this.leave(path);
  }

  /** The paths of the files here. */
  paths(): Iterable<string> {
    return this.contents.keys();
  }

  /** Whether a file stands here. */
  holds(path: string): boolean {
    return this.contents.has(path);
  }

  readFile(path: string): Uint8Array {
    if (!this.contents.has(path)) {
      if (this.folders.has(path)) fail('EISDIR');
      return this.under.readFile(path);
    }
    const content = this.contents.get(path);
    if (content === undefined) fail('ENOENT');
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  readFolder(path: string): readonly DirectoryEntry[] {
    const own = this.folders.get(path);
    if (!own) return this.under.readFolder(path);
    const below = this.under.kindOf(path) === 'folder' ? this.under.readFolder(path) : [];
    return [...[...own].map(([name, kind]) => ({ name, kind })), ...below.filter(({ name }) => !own.has(name))];
  }

  kindOf(path: string): Exclude<FileKind, 'link'> | undefined {
    if (this.contents.has(path)) return 'file';
    return this.folders.has(path) ? 'folder' : this.under.kindOf(path);
  }

  realPath(path: string): string {
    return this.contents.has(path) || this.folders.has(path) ? path : this.under.realPath(path);
  }

  createFile(path: string): NewFile {
    return this.under.createFile(path);
  }

  writeFile(path: string, content: Uint8Array): void {
    this.under.writeFile(path, content);
  }

  appendFile(path: string, content: Uint8Array): void {
    this.under.appendFile(path, content);
  }

  resolve(folder: string, path: string): string {
    return this.under.resolve(folder, path);
  }

  private enter(path: string, kind: 'file' | 'folder'): void {
    // What was taken for a file turns out to hold some.
    if (kind === 'folder') this.contents.delete(path);
    const parent = parentOf(path);
    if (parent === undefined) return;
    const names = this.folders.get(parent);
    if (names) return void names.set(nameIn(parent, path), kind);
    this.folders.set(parent, new Map([[nameIn(parent, path), kind]]));
    this.enter(parent, 'folder');
  }

  private leave(path: string): void {
    const parent = parentOf(path);
    const names = parent === undefined ? undefined : this.folders.get(parent);
    if (parent === undefined || !names) return;
    names.delete(nameIn(parent, path));
    if (names.size > 0) return;
    this.folders.delete(parent);
    this.leave(parent);
  }
}

function nameIn(folder: string, path: string): string {
  return path.slice(join(folder, '').length);
}

/** No file at all: what is there where a program has no disk. */
export const noFiles: FileSystem = {
  separator: '/',
  readFile: () => fail('ENOENT'),
  readFolder: () => fail('ENOENT'),
  kindOf: () => undefined,
  realPath: (path) => path,
  createFile: () => fail('EROFS'),
  writeFile: () => fail('EROFS'),
  appendFile: () => fail('EROFS'),
  resolve: (folder, path) => normalise(isAbsolute(path) ? path : join(folder, path)),
};

/** A path without `.` and `..`. */
function normalise(path: string): string {
  const [top = '', ...steps] = path.split('/');
  const out: string[] = [];
  for (const step of steps) {
    if (step === '..') out.pop();
    else if (step !== '.') out.push(step);
  }
  return `${top}/${out.join('/')}`;
}

/** Throws an error such as those of Node's file system. */
function fail(code: string): never {
  throw Object.assign(new Error(code), { code });
}
