import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { devNull } from 'node:os';
import { dirname } from 'node:path';

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
  const diff = ['diff', '--name-only', '-z', '--relative', '--no-ext-diff', '--ignore-submodules=all', '--diff-filter=d'];
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
  return spawnGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'], process.env).status === 0;
}

function list(folder: string, args: readonly string[]): string[] {
  return git(folder, args).split('\0').filter(Boolean);
}

function git(folder: string, args: readonly string[]): string {
  return run(folder, args).toString();
}

/** A file monitor or a hook that the repository's own settings name would be a program to run. */
const NO_PROGRAMS = ['-c', 'core.fsmonitor=false', '-c', `core.hooksPath=${devNull}`];

/** Windows looks for git in the folder that it is to work in before all others, and whoever sends a folder may put a `git.exe` there. */
function spawnGit(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): SpawnSyncReturns<Buffer> {
  const options = { cwd: dirname(process.execPath), env, maxBuffer: 1 << 30 };
  return spawnSync('git', ['-C', folder, ...NO_PROGRAMS, ...args], options);
}

/** The environment in which git runs no filter that the repository's own settings name; those of the person's own are theirs. */
function withoutFilters(folder: string): NodeJS.ProcessEnv {
  const { env } = process;
  const listed = spawnGit(folder, ['config', '--includes', '--list', '--show-scope', '--name-only', '-z'], env);
  const parts = listed.error ? [] : listed.stdout.toString().split('\0');
  let count = Number(env['GIT_CONFIG_COUNT'] ?? 0);
  const added: NodeJS.ProcessEnv = {};
  for (const [i, name] of parts.entries()) {
    const [, key] = /^filter\..*\.(clean|process|required)$/s.exec(name) ?? [];
    if (!key || !/^(?:local|worktree)$/.test(parts[i - 1] ?? '')) continue;
    added[`GIT_CONFIG_KEY_${count}`] = name;
    added[`GIT_CONFIG_VALUE_${count}`] = key === 'required' ? 'false' : '';
    count++;
  }
  return { ...env, ...added, GIT_CONFIG_COUNT: String(count) };
}

const environments = new Map<string, NodeJS.ProcessEnv>();

function run(folder: string, args: readonly string[]): Buffer {
  const env = environments.get(folder) ?? withoutFilters(folder);
  environments.set(folder, env);
  const { status, stdout, stderr, error } = spawnGit(folder, args, env);
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
