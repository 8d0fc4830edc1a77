import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, utimesSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { GitProcess } from '../../server/src/cli/lint/gitProcess.ts';
import { UNFIT, TempRepository, type Outcome } from '../support/tempRepository.ts';

const MODES = [['--changed'], ['--since', 'HEAD'], ['--staged']] as const;

/** All keys by which a repository's settings name a program that git starts for a command or another. */
const PROGRAM_KEYS = [
  'core.fsmonitor', 'core.pager', 'core.editor', 'core.askPass', 'core.sshCommand', 'core.gitProxy', 'core.virtualFilesystem',
  'core.alternateRefsCommand', 'diff.external', 'diff.own.command', 'diff.own.textconv', 'merge.own.driver', 'filter.own.clean',
  'filter.own.smudge', 'filter.own.process', 'filter.x=y.clean', 'pager.config', 'pager.diff', 'pager.ls-files', 'sequence.editor',
  'interactive.diffFilter', 'credential.helper', 'gpg.program', 'gpg.ssh.program', 'remote.origin.uploadpack',
  'remote.origin.receivepack', 'uploadpack.packObjectsHook', 'trailer.own.command', 'browser.own.cmd', 'man.own.cmd',
  'difftool.own.cmd', 'mergetool.own.cmd', 'submodule.sub.update', 'sendemail.smtpServer', 'protocol.ext.allow',
]; // prettier-ignore

/** Commands that somebody may type, or git itself, and that are not commands of their own. */
const ALIASES = ['diff', 'ls-files', 'cat-file', 'config', 'rev-parse', 'merge-base', 'fetch', 'remote-', 'remote-none', 'upload-pack']; // prettier-ignore

const HOOKS = [
  'post-index-change',
  'fsmonitor-watchman',
  'query-watchman',
  'pre-auto-gc',
  'reference-transaction',
  'read-object',
];

describe('programs that a repository names', () => {
  let world: TempRepository;
  afterEach(() => TempRepository.removeAll());

  function git(folder: string, ...argv: string[]): string {
    const all = ['-c', 'user.name=A Person', '-c', 'user.email=a@northmoor.gov.uk', '-c', 'protocol.file.allow=always', ...argv];
    const { status, stdout, stderr } = spawnSync('git', all, { cwd: join(world.folder, folder), encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout.trim();
  }

  /** A repository with a commit, a staged change and one that is not staged. */
  function begin(): void {
    world = new TempRepository({
      'a.md': UNFIT,
      '.gitattributes': '*.md filter=own diff=own merge=own\n*.txt filter=x=y\n',
      'b.txt': 'x',
    });
    rmSync(join(world.folder, '.git'), { recursive: true });
    git('', 'init', '--quiet');
    git('', 'add', '.');
    git('', 'commit', '--quiet', '--no-gpg-sign', '-m', 'Reports');
    world.write('a.md', `${UNFIT}\nMore.\n`);
    git('', 'add', 'a.md');
    world.write('b.txt', 'more');
  }

  /** A program that leaves a trace. */
  function plant(name: string): string {
    world.write(name, `#!/bin/sh\necho "$0 $*" >> "${world.folder}/.git/ran"\nexit 1\n`);
    chmodSync(join(world.folder, name), 0o755);
    return join(world.folder, name);
  }

  async function runAll(folder = world.folder): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const mode of MODES) outcomes.push(await world.run(['lint', ...mode], { cwd: folder }));
    return outcomes;
  }

  /** With a git that does not know `GIT_NO_LAZY_FETCH`, as before 2.45. */
  async function runAllWithOlderGit(): Promise<Outcome[]> {
    const before = process.env['PATH'] ?? '';
    const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
    const older = new TempRepository({ git: `#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec ${real} "$@"\n` });
    chmodSync(join(older.folder, 'git'), 0o755);
    process.env['PATH'] = [older.folder, before].join(delimiter);
    // Git is looked for once for each folder: this is the same one by another name.
    const same = new TempRepository();
    same.link('same', world.folder);
    try {
      return await runAll(join(same.folder, 'same'));
    } finally {
      process.env['PATH'] = before;
    }
  }

  function assertNothingRan(): void {
    assert.ok(
      !existsSync(join(world.folder, '.git/ran')),
      existsSync(join(world.folder, '.git/ran')) ? world.read('.git/ran') : '',
    );
  }

  /** The newest version of a.md, and the tree of the last commit, are no longer there. */
  function loseObjects(): void {
    for (const name of [git('', 'rev-parse', ':a.md'), git('', 'rev-parse', 'HEAD^{tree}')])
      rmSync(join(world.folder, '.git/objects', name.slice(0, 2), name.slice(2)), { force: true });
    for (const [key, value] of Object.entries({ 'core.repositoryformatversion': '1', 'extensions.partialClone': 'origin', 'remote.origin.promisor': 'true' }))
      git('', 'config', key, value); // prettier-ignore
  }

  it('are not run by any key, hook or alias', async () => {
    begin();
    const evil = plant('.git/evil.sh');
    for (const key of PROGRAM_KEYS) git('', 'config', key, key === 'protocol.ext.allow' ? 'always' : evil);
    for (const alias of ALIASES) git('', 'config', `alias.${alias}`, `!${evil}`);
    git('', 'config', 'filter.own.required', 'true');
    for (const hook of HOOKS) plant(`.git/hooks/${hook}`);
    // Git then writes its index again, after which it runs a hook.
    utimesSync(join(world.folder, '.gitattributes'), 1, 1);
    rmSync(join(world.folder, '.git/ran'), { force: true });
    const [changed, since, staged] = await runAll();
    for (const outcome of [changed, since, staged]) assert.match(outcome?.stdout ?? '', /^a\.md/);
    assertNothingRan();
  });

  it('are not run where settings are included, or belong to a work tree', async () => {
    begin();
    const evil = plant('.git/evil.sh');
    world.write('.git/more', `[filter "own"]\n\tclean = ${evil}\n`);
    git('', 'config', 'includeIf.gitdir:**.path', join(world.folder, '.git/more'));
    git('', 'config', 'extensions.worktreeConfig', 'true');
    world.write('.git/config.worktree', `[filter "x=y"]\n\tclean = ${evil}\n[core]\n\tfsmonitor = ${evil}\n`);
    await runAll();
    assertNothingRan();
  });

  it('are not run through a filter of the person’s own: it may take its programs from the repository', async () => {
    begin();
    world.write('person', `[filter "own"]\n\tclean = ${plant('.git/evil.sh')}\n`);
    const before = process.env['GIT_CONFIG_GLOBAL'];
    process.env['GIT_CONFIG_GLOBAL'] = join(world.folder, 'person');
    try {
      await runAll();
    } finally {
      if (before === undefined) delete process.env['GIT_CONFIG_GLOBAL'];
      else process.env['GIT_CONFIG_GLOBAL'] = before;
    }
    assertNothingRan();
  });

  it('are not run to fetch what is missing, whatever the remote', async () => {
    for (const [key, value] of [
      ['remote.origin.uploadpack', ''],
      ['core.sshCommand', 'ssh://northmoor.example/reports'],
      ['core.gitProxy', 'git://northmoor.example/reports'],
      ['credential.helper', 'https://127.0.0.1:9/reports'],
      ['alias.remote-none', 'none::reports'],
      ['alias.remote-', ''],
      ['alias.fetch', 'file:///nowhere'],
    ] as const) {
      begin();
      const evil = plant('.git/evil.sh');
      loseObjects();
      git('', 'config', 'remote.origin.url', value === '' ? world.folder : value);
      git('', 'config', key, key.startsWith('alias.') ? `!${evil}` : evil);
      for (const protocol of ['file', 'ssh', 'git', 'https', 'none', 'ext'])
        git('', 'config', `protocol.${protocol}.allow`, 'always');
      if (key.startsWith('alias.remote')) git('', 'config', 'remote.origin.vcs', key.slice('alias.remote-'.length));
      for (const { code, stderr } of [...(await runAll()), ...(await runAllWithOlderGit())]) {
        assert.equal(code, 2, key);
        assert.match(stderr, /a part of the history is not on this computer, and nothing is fetched here/, key);
      }
      assertNothingRan();
    }
  });

  it('are not run in a submodule', async () => {
    begin();
    git('', 'clone', '--quiet', '.', 'sub');
    git('', 'add', 'sub');
    git('', 'commit', '--quiet', '--no-gpg-sign', '-m', 'With another');
    const evil = plant('.git/evil.sh');
    world.write('sub/a.md', `${UNFIT}\nOther.\n`);
    for (const key of ['core.fsmonitor', 'filter.own.clean', 'diff.external']) git('sub', 'config', key, evil);
    rmSync(join(world.folder, '.git/ran'), { force: true });
    git('', 'config', 'submodule.recurse', 'true');
    git('', 'config', 'diff.submodule', 'diff');
    git('', 'config', 'diff.ignoreSubmodules', 'none');
    git('', 'config', 'status.submoduleSummary', 'true');
    await runAll();
    assertNothingRan();
  });

  it('are not run by a folder that git takes for a repository', async () => {
    begin();
    const evil = plant('.git/evil.sh');
    mkdirSync(join(world.folder, 'reports'));
    for (const name of ['HEAD', 'config', 'index', 'objects', 'refs'])
      cpSync(join(world.folder, '.git', name), join(world.folder, 'reports', name), { recursive: true });
    for (const [key, value] of Object.entries({ 'core.bare': 'false', 'core.worktree': '..', 'core.fsmonitor': evil, 'filter.own.clean': evil }))
      git('', 'config', '--file', 'reports/config', key, value); // prettier-ignore
    world.write('reports/r.md', UNFIT);
    for (const { code, stderr } of await runAll(join(world.folder, 'reports'))) {
      assert.equal(code, 2);
      assert.match(stderr, /holds the inside of a git repository \(HEAD, objects, refs\)/);
    }
    assertNothingRan();
  });

  it('are not started in place of git itself', async () => {
    begin();
    const planted = ['node_modules/.bin/git', 'bin/git', 'git'].map((name) => plant(name));
    const before = process.env['PATH'] ?? '';
    process.env['PATH'] = [...planted.map((name) => join(name, '..')), '.', '', 'bin', before].join(delimiter);
    try {
      for (const { code } of await runAll()) assert.equal(code, 1);
    } finally {
      process.env['PATH'] = before;
    }
    assertNothingRan();
  });

  it('are refused with a sentence where git is too old to be asked safely, or fails to list its settings', () => {
    begin();
    const fake = (script: string): (() => unknown) => {
      const folder = new TempRepository({ git: `#!/bin/sh\n${script}\n` }).folder;
      chmodSync(join(folder, 'git'), 0o755);
      return () => new GitProcess(world.folder, { ...process.env, PATH: [folder, process.env['PATH']].join(delimiter) });
    };
    const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
    for (const version of ['1.8.3.1', '2.7.4', '2.30.9'])
      assert.throws(fake(`echo git version ${version}`), /install git 2\.31 or a newer one/, version);
    for (const version of ['2.31.0', '2.45.1.windows.1', '3.0.0'])
      assert.doesNotThrow(fake(`case "$*" in *--version) echo git version ${version};; *) exec ${real} "$@";; esac`), version);
    assert.throws(fake(`case "$*" in *--list*) echo fatal: no >&2; exit 129;; *) exec ${real} "$@";; esac`), /^GitError: no$|no/);
    // Versions before 2.38, which do not refuse such a folder by themselves.
    assert.throws(
      fake(`case "$*" in *--absolute-git-dir) pwd;; *) shift; shift; exec ${real} -C "${world.folder}" "$@";; esac`.replace('pwd', `echo "${world.folder}"`)),
      /holds the inside of a git repository/,
    ); // prettier-ignore
  });
});
