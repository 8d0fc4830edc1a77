import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname } from 'node:path';
import { findProgram, isWithin } from '../../workspace/files/programs.ts';

/** Something that git was asked and could not answer. */
export class GitError extends Error {
  readonly code = 'GIT';
}

/** Settings by which a repository could make git start a program, each with a value that starts none. */
const NO_PROGRAMS: readonly (readonly [key: string, value: string])[] = [
  ['core.fsmonitor', ''],
  ['core.hooksPath', devNull],
  // Only Microsoft's own git knows it.
  ['core.virtualFilesystem', ''],
  ['fetch.bundleURI', ''],
  ['protocol.allow', 'never'],
  ['safe.bareRepository', 'explicit'],
  ['submodule.recurse', 'false'],
];

/**
 * Git fetches missing objects by itself, with programs that the repository names. `GIT_NO_LAZY_FETCH` keeps newer versions from it; in
 * older ones no transport is allowed but one of this name, which no repository can know: with a fixed name or an empty one, a setting
 * `remote.<name>.vcs` could be that name and an alias its program.
 */
const NO_TRANSPORT = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: randomUUID() };

/** Older versions do not read settings from the environment, where alone a filter can be named whose name has an equals sign. */
const OLDEST = [2, 31] as const;

/** Bytes of a list of files: more than the largest repositories have. */
const MAX_LISTING = 300_000_000;

const BARE =
  'the folder, or one around it, holds the inside of a git repository (HEAD, objects, refs), whose settings could start programs; ' +
  'move that elsewhere, or check the reports without --changed, --since and --staged';

/** What git says where it would have to fetch something that this clone lacks. */
const NEEDS_FETCHING = ['lazy fetching disabled', 'promisor', "' not allowed"];
const INCOMPLETE =
  'a part of the history is not on this computer, and nothing is fetched here; clone the repository without --filter';

/** Git at work in one folder, in such a way that it starts no program but itself, whatever the repository's settings say. */
export class GitProcess {
  private readonly program: string;
  private readonly env: NodeJS.ProcessEnv;

  /**
   * @param folder the absolute path of a folder in a repository
   * @param environment in place of the process's own
   * @throws GitError where there is no git, one that is too old to be asked safely, or no repository
   */
  constructor(
    private readonly folder: string,
    environment: NodeJS.ProcessEnv = process.env,
  ) {
    const program = findProgram('git', folder, environment);
    if (program === undefined) throw new GitError('git is not installed, or PATH does not lead to it');
    this.program = program;
    this.env = { ...environment, ...NO_TRANSPORT };
    // It would have git list other settings than it uses.
    delete this.env['GIT_CONFIG'];
    this.assertVersion();
    this.assertWorkTree();
    this.env = this.withoutFilters();
  }

  /**
   * What git prints.
   * @param most the number of bytes that are taken
   * @throws GitError where it fails
   */
  run(args: readonly string[], most = MAX_LISTING): Buffer {
    const { status, stdout, stderr, error } = this.spawn(args, most);
    if (error && 'code' in error && error.code === 'ENOBUFS') throw new GitError(`it is larger than ${most / 1_000_000} MB`);
    if (error) throw new GitError(`git cannot be run: ${error.message}`);
    if (status === 0) return stdout;
    const said = stderr.toString().trim();
    if (NEEDS_FETCHING.some((words) => said.includes(words))) throw new GitError(INCOMPLETE);
    if (said.includes('safe.bareRepository')) throw new GitError(BARE);
    const lines = said.split('\n');
    const line = lines.find((each) => each.startsWith('fatal: ')) ?? lines[0] ?? '';
    throw new GitError(line === '' ? 'git failed' : line.replace(/^fatal: /, ''));
  }

  /** True where git says yes by its exit code. */
  succeeds(args: readonly string[]): boolean {
    return this.spawn(args).status === 0;
  }

  /** The folder that git starts in is never one that somebody sent: systems look there for what a program needs. */
  private spawn(args: readonly string[], maxBuffer = MAX_LISTING): SpawnSyncReturns<Buffer> {
    const settings = NO_PROGRAMS.flatMap(([key, value]) => ['-c', `${key}=${value}`]);
    const options = { cwd: dirname(process.execPath), env: this.env, maxBuffer };
    return spawnSync(this.program, ['-C', this.folder, '--no-pager', ...settings, ...args], options);
  }

  private assertVersion(): void {
    const said = this.run(['--version']).toString();
    const [, major = 0, minor = 0] = (/^git version (\d{1,4})\.(\d{1,4})/.exec(said) ?? []).map(Number);
    if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
    throw new GitError(
      `this git (${said.trim()}) could be made to run programs that a repository names; install git ${OLDEST.join('.')} or a newer one`,
    );
  }

  /** Before 2.38 git knows no `safe.bareRepository`, and takes a folder of a pull request for a repository with settings of its own. */
  private assertWorkTree(): void {
    this.run(['rev-parse', '--is-inside-work-tree']);
    const own = this.run(['rev-parse', '--absolute-git-dir']).toString().trimEnd();
    if (isWithin(realpathSync(own), realpathSync(this.folder))) throw new GitError(BARE);
  }

  /**
   * The environment in which git runs no filter, whoever has set it up: one of a person's own, such as that of Git LFS, may take the
   * programs that it runs from the repository's settings. A file with a filter may so be taken for changed when it is not.
   */
  private withoutFilters(): NodeJS.ProcessEnv {
    const names = this.run(['config', '--includes', '--list', '--name-only', '-z']).toString().split('\0');
    let count = Number(this.env['GIT_CONFIG_COUNT'] ?? 0);
    const added: NodeJS.ProcessEnv = {};
    for (const name of new Set(names)) {
      const [, key] = /^filter\..*\.(clean|smudge|process|required)$/s.exec(name) ?? [];
      if (!key) continue;
      added[`GIT_CONFIG_KEY_${count}`] = name;
      added[`GIT_CONFIG_VALUE_${count}`] = key === 'required' ? 'false' : '';
      count++;
    }
    return { ...this.env, ...added, GIT_CONFIG_COUNT: String(count) };
  }
}
