import { tryFileSystem, type FileSystem } from '../../workspace/files/fileSystem.ts';

/** The files of pictures, read once until they may have changed: a report is laid out anew at every key. */
export class Pictures {
  private readonly known = new Map<string, Uint8Array>();
  private readonly states = new WeakMap<Uint8Array, string>();

  constructor(private readonly files: FileSystem) {}

  /** The bytes of a file; nothing of one that cannot be read. */
  read(file: string): Uint8Array | undefined {
    const known = this.known.get(file);
    if (known) return known;
    const read = tryFileSystem(() => this.files.readFile(file));
    if ('failure' in read) return undefined;
    this.known.set(file, read.value);
    return read.value;
  }

  /** Tells one state of a file from another: 32 bits (FNV-1a) of its bytes, and their number. */
  stateOf(bytes: Uint8Array): string {
    let state = this.states.get(bytes);
    if (state === undefined) {
      let hash = 0x811c9dc5;
      for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
      state = `${(hash >>> 0).toString(36)}-${bytes.length.toString(36)}`;
      this.states.set(bytes, state);
    }
    return state;
  }

  /** To be called when files may have changed. */
  forget(): void {
    this.known.clear();
  }
}
