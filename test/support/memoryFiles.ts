import { posix, win32 } from 'node:path';
import type { DirectoryEntry, FileSystem, FileKind, NewFile } from '../../server/src/workspace/files/fileSystem.ts';
import { parentOf, join } from '../../server/src/workspace/files/paths.ts';

/** What a test puts at a path: a text, bytes, or a link to another path. */
export type Content = string | Uint8Array | { readonly link: string };

/** Files in memory, some of which may be locked, as an administrator's own files never are. */
export class MemoryFiles implements FileSystem {
  readonly reads: string[] = [];
  private readonly contents: Map<string, Content>;

  constructor(
    contents: Readonly<Record<string, Content>>,
    private readonly locked: readonly string[] = [],
    readonly separator: '/' | '\\' = '/',
  ) {
    this.contents = new Map(Object.entries(contents));
  }

  readFile(path: string): Uint8Array {
    this.reads.push(path);
    const found = this.contents.get(this.realPath(path));
    if (this.locked.includes(path)) throw failure('EACCES');
    if (found === undefined || (typeof found === 'object' && 'link' in found))
      throw failure(this.isFolder(path) ? 'EISDIR' : 'ENOENT');
    return typeof found === 'string' ? new TextEncoder().encode(found) : found;
  }

  readFolder(folder: string): DirectoryEntry[] {
    if (this.locked.includes(folder)) throw failure('EACCES');
    if (!this.isFolder(folder)) throw failure('ENOENT');
    const names = [...this.contents.keys()].flatMap((path) =>
      path.startsWith(join(folder, '')) ? [path.slice(join(folder, '').length)] : [],
    );
    return [...new Set(names.map((name) => name.split('/')[0] ?? ''))].map((name) => ({
      name,
      kind: this.own(join(folder, name)),
    }));
  }

  kindOf(path: string): Exclude<FileKind, 'link'> | undefined {
    if (this.locked.some((folder) => path.startsWith(join(folder, '')))) throw failure('EACCES');
    const real = this.realPath(path);
    return this.contents.has(real) ? 'file' : this.isFolder(real) ? 'folder' : undefined;
  }

  realPath(path: string): string {
    let at = path;
    for (let steps = 0; ; steps++) {
      const found = this.contents.get(at);
      if (found === undefined || typeof found === 'string' || !('link' in found)) return at;
      if (steps > 20) throw failure('ELOOP');
      at = this.resolve(parentOf(at) ?? '/', found.link);
    }
  }

  createFile(path: string): NewFile {
    const parts: Uint8Array[] = [];
    return {
      write: (content) => void parts.push(content),
      finish: () => this.writeFile(path, Buffer.concat(parts)),
      discard: () => undefined,
      replaces: (other) => this.contents.has(path) && this.realPath(other) === this.realPath(path),
    };
  }

  appendFile(path: string, content: Uint8Array): void {
    const before = this.contents.has(path) ? this.readFile(path) : new Uint8Array();
    this.writeFile(path, Buffer.concat([before, content]));
  }

  writeFile(path: string, content: Uint8Array): void {
    if (this.locked.includes(path)) throw failure('EACCES');
    this.contents.set(this.realPath(path), content);
  }

  resolve(folder: string, path: string): string {
    return this.separator === '/' ? posix.resolve(folder, path) : win32.resolve(folder, path).replaceAll('\\', '/');
  }

  remove(path: string): void {
    this.contents.delete(path);
  }

  paths(): string[] {
    return [...this.contents.keys()];
  }

  text(path: string): string {
    return new TextDecoder().decode(this.readFile(path));
  }

  private own(path: string): FileKind {
    const found = this.contents.get(path);
    if (found === undefined) return 'folder';
    return typeof found === 'object' && 'link' in found ? 'link' : 'file';
  }

  private isFolder(path: string): boolean {
    return [...this.contents.keys()].some((other) => other.startsWith(join(path, '')));
  }
}

/** An error like those of a real file system. */
export function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
