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
