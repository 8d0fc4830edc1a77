import { spawnSync } from 'node:child_process';

/** What of a repository a run is about. */
export interface Selection {
  /** What is in the index, as it stands there. */
  readonly staged: boolean;
  /** Changes are counted from where the current branch left this one; from the last commit where it is not given. */
  readonly since?: string;
}

/** Something that git was asked and could not answer. */
export class GitError extends Error {
  readonly code = 'GIT';
}

/**
 * The files below a folder that have changed and are still there, those that git does not know yet among them, as paths from
 * the folder.
 * @throws GitError where there is no git, no repository, or no such commit
 */
export function changedFiles(folder: string, { staged, since }: Selection): string[] {
  if (!holdsCommit(folder)) return list(folder, ['ls-files', '-z', '--cached', ...(staged ? [] : OTHERS)]);
  const base = since === undefined ? 'HEAD' : git(folder, ['merge-base', '--end-of-options', since, 'HEAD']).trim();
  const diff = ['diff', '--name-only', '-z', '--relative', '--no-ext-diff', '--diff-filter=d'];
  const changed = list(folder, [...diff, ...(staged ? ['--cached'] : []), base, '--']);
  return [...new Set([...changed, ...(staged ? [] : list(folder, ['ls-files', '-z', ...OTHERS]))])].sort();
}

/**
 * A file as it stands in the index.
 * @param path from the folder
 * @throws GitError where it does not stand there
 */
export function readStaged(folder: string, path: string): Uint8Array {
  return run(folder, ['cat-file', 'blob', `:./${path}`]);
}

const OTHERS = ['--others', '--exclude-standard'];

function holdsCommit(folder: string): boolean {
  git(folder, ['rev-parse', '--is-inside-work-tree']);
  return spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: folder }).status === 0;
}

function list(folder: string, args: readonly string[]): string[] {
  return git(folder, args).split('\0').filter(Boolean);
}

function git(folder: string, args: readonly string[]): string {
  return run(folder, args).toString();
}

function run(folder: string, args: readonly string[]): Buffer {
  // A file monitor named in the repository's settings would be a program to run.
  const { status, stdout, stderr, error } = spawnSync('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd: folder,
    maxBuffer: 1 << 30,
  });
  if (error) throw new GitError(`git cannot be run: ${error.message}`);
  if (status !== 0)
    throw new GitError(
      stderr
        .toString()
        .trim()
        .split('\n')[0]
        ?.replace(/^fatal: /, '') ?? 'git failed',
    );
  return stdout;
}
