import { tryFileSystem, type FileSystem } from './fileSystem.ts';
import { relativeTo, ancestors, join } from './paths.ts';

/** The repository that a folder lies in; nothing outside of any. */
export function repositoryOf(files: FileSystem, folder: string): string | undefined {
  return [...ancestors(folder)].find((at) => {
    const kind = tryFileSystem(() => files.kindOf(join(at, '.git')));
    return 'value' in kind && kind.value !== undefined;
  });
}

/** What is told of a path that {@link escapesRepository}. */
export const LINK_ESCAPES_MESSAGE = 'its link leads out of the repository; put the file itself there';

/**
 * True where a path found in a folder of a repository leads, through a link, out of it: a repository may come from anybody, and what it
 * has read is printed where others see it. What cannot be followed leads nowhere; outside of any repository all is the reader's own.
 */
export function escapesRepository(files: FileSystem, folder: string, path: string): boolean {
  const repository = repositoryOf(files, folder);
  if (repository === undefined) return false;
  const real = tryFileSystem(() => files.realPath(path));
  const root = tryFileSystem(() => files.realPath(repository));
  return 'value' in real && 'value' in root && relativeTo(root.value, real.value) === undefined;
}

/** What is told of a path that {@link writesOut}. */
export const WRITES_OUT = 'a link in its path leads out of the repository; write it somewhere else';

/**
 * True where a file that is to be written at a path would, through a link of the folder's repository, come to stand outside of it: a
 * repository may come from anybody, and must not choose which files of a person are replaced.
 */
export function writesOut(files: FileSystem, folder: string, path: string): boolean {
  const repository = repositoryOf(files, folder);
  if (repository === undefined || relativeTo(repository, path) === undefined) return false;
  const root = tryFileSystem(() => files.realPath(repository));
  for (const at of ancestors(path)) {
    const real = tryFileSystem(() => files.realPath(at));
    // What is not there yet stands where its folder does.
    if ('value' in real && 'value' in root) return real.value !== root.value && relativeTo(root.value, real.value) === undefined;
  }
  return false;
}
