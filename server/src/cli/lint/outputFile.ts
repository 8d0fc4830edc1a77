import { tryFileSystem, writeWhole, type FileSystemResult, type NewFile } from '../../workspace/files/fileSystem.ts';
import { writesOut, WRITES_OUT } from '../../workspace/files/repository.ts';
import type { Io } from '../io.ts';

type Place = Pick<Io, 'cwd' | 'fileSystem'>;

/** What is told of an output that is to take the place of a file that the same run reads. */
export const IS_INPUT = 'it is one of the files that are read; choose another name';

/** Begins a file at a path that was given from the current folder. The failure says in plain words why that cannot be. */
export function beginOutput({ cwd, fileSystem }: Place, name: string): FileSystemResult<NewFile> {
  const path = fileSystem.resolve(cwd, name);
  if (writesOut(fileSystem, fileSystem.resolve(cwd, '.'), path)) return { failure: WRITES_OUT };
  return tryFileSystem(() => fileSystem.createFile(path));
}

/**
 * Writes a file, wholly or not at all, as {@link beginOutput} does.
 * @param inputs the absolute paths of the files that the run has read, which are never replaced
 */
export function writeOutput(
  place: Place,
  name: string,
  content: Uint8Array,
  inputs: readonly string[] = [],
): FileSystemResult<void> {
  const begun = beginOutput(place, name);
  if ('failure' in begun) return begun;
  if (!inputs.some((input) => begun.value.replaces(input)))
    return tryFileSystem(() => writeWhole({ createFile: () => begun.value }, name, content));
  begun.value.discard();
  return { failure: IS_INPUT };
}
