import { FileChangeType, type Connection, type FileEvent } from 'vscode-languageserver';
import { FilesInMemory } from '../../workspace/files/filesInMemory.ts';
import type { FileSystem } from '../../workspace/files/fileSystem.ts';
import { relativeTo } from '../../workspace/files/paths.ts';
import {
  LIST_FILES,
  READ_FILES,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFilesParams,
  type ReadFilesResult,
} from '../protocol/protocol.ts';
import { pathOf } from './uris.ts';

/** The files whose text matters: reports and what links lead to, council.yaml, templates and lists. Of others the name does. */
const READ = /(?:\.(?:md|markdown|json)|\/council\.yaml|\/\.gitignore)$/i;
const NEVER_READ = /\/(?:package|package-lock|tsconfig)\.json$/;
/** So many files are asked for at once. */
const BATCH = 50;

/** The files of folders that the server cannot read itself, as the client told of them. */
export class ClientFileSystem {
  readonly files: FilesInMemory;

  /** @param disk what the server can read itself, if anything */
  constructor(
    private readonly connection: Connection,
    private readonly disk: FileSystem | undefined,
  ) {
    this.files = new FilesInMemory(disk);
  }

  /** True for a folder or file that the server cannot read itself. */
  concerns(uri: string): boolean {
    return this.disk === undefined || !uri.startsWith('file:');
  }

  /** Takes over what a folder holds. Rejects where the client does not answer. */
  async load(folder: string): Promise<void> {
    const params: ListFilesParams = { folder };
    const uris = await this.connection.sendRequest<ListFilesResult>(LIST_FILES, params);
    for (const uri of uris) this.files.put(pathOf(uri), undefined);
    await this.read(uris);
  }

  /** Takes over what has changed. Rejects where the client does not answer. */
  async take(events: readonly FileEvent[]): Promise<void> {
    for (const { uri, type } of events.filter((event) => this.concerns(event.uri))) {
      if (type === FileChangeType.Deleted) this.remove(pathOf(uri));
      else if (type === FileChangeType.Changed) await this.readAgain(uri);
      else await this.add(uri);
    }
  }

  /** Adds a file, or a folder with all in it: an editor may tell of the folder alone. */
  private async add(uri: string): Promise<void> {
    await this.load(uri);
    if (this.files.kindOf(pathOf(uri)) !== undefined) return;
    this.files.put(pathOf(uri), undefined);
    await this.read([uri]);
  }

  /** Reads files that are known to be there and nothing else, such as pictures. @returns whether there were any */
  async fetch(uris: readonly string[]): Promise<boolean> {
    const wanted = uris.filter((uri) => this.files.holds(pathOf(uri)));
    await this.readAll(wanted, new Uint8Array());
    return wanted.length > 0;
  }

  private async readAgain(uri: string): Promise<void> {
    // What was fetched will be fetched again when it is wanted.
    if (!READ.test(pathOf(uri)) && this.files.holds(pathOf(uri))) this.files.put(pathOf(uri), undefined);
    await this.read([uri]);
  }

  private remove(path: string): void {
    this.files.remove(path);
    for (const inside of [...this.files.paths()]) if (relativeTo(path, inside) !== undefined) this.files.remove(inside);
  }

  private async read(uris: readonly string[]): Promise<void> {
    await this.readAll(uris.filter((uri) => READ.test(pathOf(uri)) && !NEVER_READ.test(pathOf(uri))));
  }

  /** @param without what to take for the content of a file that cannot be read; nothing leaves it unread */
  private async readAll(wanted: readonly string[], without?: Uint8Array): Promise<void> {
    for (let at = 0; at < wanted.length; at += BATCH) {
      const params: ReadFilesParams = { uris: wanted.slice(at, at + BATCH) };
      const contents = await this.connection.sendRequest<ReadFilesResult>(READ_FILES, params);
      params.uris.forEach((uri, i) => {
        const content = contents[i];
        // One that cannot be read may be gone by now, which the client tells in its own time.
        if (typeof content === 'string') this.files.put(pathOf(uri), fromBase64(content));
        else if (without) this.files.put(pathOf(uri), without);
      });
    }
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
