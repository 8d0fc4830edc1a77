import { tryFileSystem, type FileSystemResult, type FileSystem, type Problem } from '../../workspace/files/fileSystem.ts';
import { findReports, showPath, type FoundFile } from '../../workspace/reports/findReports.ts';
import { isAbsolute, parentOf } from '../../workspace/files/paths.ts';
import { LINK_ESCAPES_MESSAGE, escapesRepository } from '../../workspace/files/repository.ts';
import type { Io } from '../io.ts';

/** The path, on the command line, that means standard input. */
export const STDIN = '-';
/** The name of a report that comes without one. */
export const STDIN_NAME = 'stdin.md';

/** What may be a report: a file, or standard input in place of one. */
export interface Source {
  readonly path: string;
  /** The path as it is shown. */
  readonly name: string;
  /** True where a person named this very file. */
  readonly named: boolean;
  /** What standard input holds, where that is the source. */
  readonly input?: Uint8Array;
  /** @throws as a file system does */
  read(): Uint8Array;
  /** Puts a fixed text in the place of the old one. */
  save(text: string): FileSystemResult<void>;
}

/** The files that the arguments mean. */
export function* filesOf(
  files: FileSystem,
  cwd: string,
  args: readonly string[],
  problem: (problem: Problem) => void,
): Generator<Source> {
  for (const found of findReports({ files, cwd, problem }, args)) yield sourceOf(files, found);
}

/** A file of the file system. */
export function sourceOf(files: FileSystem, found: FoundFile): Source {
  return {
    ...found,
    read: () => files.readFile(found.path),
    save(text) {
      if (escapesRepository(files, parentOf(found.path) ?? '/', found.path)) return { failure: LINK_ESCAPES_MESSAGE };
      return tryFileSystem(() => files.writeFile(found.path, new TextEncoder().encode(text)));
    },
  };
}

/** Standard input as the file that it is to be taken for; fixed text goes to standard output. */
export async function standardInput({ fileSystem, stdin, stdout }: Io, cwd: string, name = STDIN_NAME): Promise<Source> {
  const path = fileSystem.resolve(cwd, name);
  const input = await stdin();
  return {
    path,
    name: showPath(cwd, path, isAbsolute(name)),
    named: true,
    input,
    read: () => input,
    save: (text) => ({ value: stdout.write(text) }),
  };
}
