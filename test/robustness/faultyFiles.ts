import { writeWhole, type FileSystem, type NewFile } from '../../server/src/workspace/files/fileSystem.ts';
import { failure } from '../support/memoryFiles.ts';

/** A file system that fails once, at one of its calls. */
export class FaultyFiles implements FileSystem {
  readonly separator: FileSystem['separator'];
  /** How many calls there have been. */
  calls = 0;
  /** What failed. */
  failed: string | undefined;

  /**
   * @param at which call fails, from 1; none without it
   * @param code with which error
   */
  constructor(
    private readonly files: FileSystem,
    private readonly at?: number,
    private readonly code = 'EIO',
  ) {
    this.separator = files.separator;
  }

  readFile(path: string): Uint8Array {
    this.count(`readFile ${path}`);
    return this.files.readFile(path);
  }

  readFolder(path: string): ReturnType<FileSystem['readFolder']> {
    this.count(`readFolder ${path}`);
    return this.files.readFolder(path);
  }

  kindOf(path: string): ReturnType<FileSystem['kindOf']> {
    this.count(`kindOf ${path}`);
    return this.files.kindOf(path);
  }

  realPath(path: string): string {
    this.count(`realPath ${path}`);
    return this.files.realPath(path);
  }

  createFile(path: string): NewFile {
    this.count(`createFile ${path}`);
    const file = this.files.createFile(path);
    return {
      write: (content) => {
        // A disk that fills has taken the beginning.
        if (this.calls + 1 === this.at) file.write(content.slice(0, content.length / 2));
        this.count(`write ${path}`);
        file.write(content);
      },
      finish: () => {
        this.count(`finish ${path}`);
        file.finish();
      },
      discard: () => file.discard(),
      replaces: (other) => file.replaces(other),
    };
  }

  appendFile(path: string, content: Uint8Array): void {
    this.count(`appendFile ${path}`);
    this.files.appendFile(path, content);
  }

  writeFile(path: string, content: Uint8Array): void {
    writeWhole(this, path, content);
  }

  resolve(folder: string, path: string): string {
    return this.files.resolve(folder, path);
  }

  private count(what: string): void {
    if (++this.calls !== this.at) return;
    this.failed = what;
    throw failure(this.code);
  }
}
