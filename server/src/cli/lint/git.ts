import { MAX_BYTES } from '../../workspace/files/fileSystem.ts';
import { GitProcess } from './gitProcess.ts';

/** What of a repository a run is about. */
export interface Selection {
  /** What is in the index, as it stands there. */
  readonly staged: boolean;
  /** Changes are counted from where the current branch left this one; from the last commit where it is not given. */
  readonly since?: string;
}

/**
 * The files below a folder that have changed and are still there, those that git does not know yet among them, as paths from
 * the folder.
 * @throws GitError where there is no git that can be asked safely, no repository, or no such commit
 */
export function changedFiles(folder: string, { staged, since }: Selection): string[] {
  const git = gitIn(folder);
  if (!git.succeeds(['rev-parse', '--verify', '--quiet', 'HEAD']))
    return list(git, ['ls-files', '-z', '--cached', ...(staged ? [] : OTHERS)]);
  const base = since === undefined ? 'HEAD' : git.run(['merge-base', '--end-of-options', since, 'HEAD']).toString().trim();
  const changed = list(git, [...DIFF, ...(staged ? ['--cached'] : []), base, '--']);
  return [...new Set([...changed, ...(staged ? [] : list(git, ['ls-files', '-z', ...OTHERS]))])].sort();
}

/**
 * A file as it stands in the index.
 * @param path from the folder
 * @throws GitError where it does not stand there, or is too large
 */
export function readStaged(folder: string, path: string): Uint8Array {
  return gitIn(folder).run(['cat-file', 'blob', `:./${path}`], MAX_BYTES);
}

/** For a submodule git would start itself again, with that one's own settings. */
const DIFF = [
  'diff', '--name-only', '-z', '--relative', '--no-ext-diff', '--no-textconv', '--submodule=short', '--ignore-submodules=all',
  '--diff-filter=d',
]; // prettier-ignore

const OTHERS = ['--others', '--exclude-standard'];

const processes = new Map<string, GitProcess>();

function gitIn(folder: string): GitProcess {
  const git = processes.get(folder) ?? new GitProcess(folder);
  processes.set(folder, git);
  return git;
}

function list(git: GitProcess, args: readonly string[]): string[] {
  return git.run(args).toString().split('\0').filter(Boolean);
}
