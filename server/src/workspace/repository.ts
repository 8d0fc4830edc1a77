import { attempt, type FileSystem } from './fileSystem.ts';
import { below, upwards, within } from './paths.ts';

/** The repository that a folder lies in; nothing outside of any. */
export function repositoryOf(files: FileSystem, folder: string): string | undefined {
  return [...upwards(folder)].find((at) => {
    const kind = attempt(() => files.kindOf(within(at, '.git')));
    return 'value' in kind && kind.value !== undefined;
  });
}

/** What is told of a path that {@link leadsOut}. */
export const LINK_OUT = 'its link leads out of the repository; put the file itself there';

/**
 * True where a path found in a folder of a repository leads, through a link, out of it: a repository may come from anybody, and what it
 * has read is printed where others see it. What cannot be followed leads nowhere; outside of any repository all is the reader's own.
 */
export function leadsOut(files: FileSystem, folder: string, path: string): boolean {
  const repository = repositoryOf(files, folder);
  if (repository === undefined) return false;
  const real = attempt(() => files.realPath(path));
  const root = attempt(() => files.realPath(repository));
  return 'value' in real && 'value' in root && below(root.value, real.value) === undefined;
}

/** What is told of a path that {@link writesOut}. */
export const WRITES_OUT = 'a link in its path leads out of the repository; write it somewhere else';

/**
 * True where a file that is to be written at a path would, through a link of the folder's repository, come to stand outside of it: a
 * repository may come from anybody, and must not choose which files of a person are replaced.
 */
export function writesOut(files: FileSystem, folder: string, path: string): boolean {
  const repository = repositoryOf(files, folder);
  if (repository === undefined || below(repository, path) === undefined) return false;
  const root = attempt(() => files.realPath(repository));
  for (const at of upwards(path)) {
    const real = attempt(() => files.realPath(at));
    // What is not there yet stands where its folder does.
    if ('value' in real && 'value' in root) return real.value !== root.value && below(root.value, real.value) === undefined;
  }
  return false;
}
