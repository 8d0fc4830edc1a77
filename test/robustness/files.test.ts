import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, linkSync, lstatSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';
import { FIXABLE, paper, UNFIT, TempRepository } from '../support/tempRepository.ts';
import { shell } from './shell.ts';
import { endChildren, kept } from '../support/childProcesses.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const FIXED = FIXABLE.replace('n/a', 'none');
const isRoot = process.getuid?.() === 0;

describe('files', () => {
  afterEach(() => {
    endChildren();
    TempRepository.removeAll();
  });

  describe('files that nobody asked to be changed', () => {
    const OUTPUTS = [['lint', '--format', 'json=NAME', 'a.md'], ['render', 'a.md', '-o', 'NAME']] as const; // prettier-ignore

    it('a device is written to and not replaced', function () {
      const world = new TempRepository({ 'a.md': UNFIT });
      for (const [name, ...numbers] of [
        ['null.html', '1', '3'],
        ['full.html', '1', '7'],
      ] as const)
        if (spawnSync('mknod', ['-m', '666', join(world.folder, name), 'c', ...numbers]).status !== 0) return this.skip();
      for (const argv of OUTPUTS) {
        const { status, stderr } = shell(world, `scrutiny ${argv.join(' ').replace('NAME', 'null.html')}`);
        assert.ok(status !== 2, stderr);
        const full = shell(world, `scrutiny ${argv.join(' ').replace('NAME', 'full.html')}`);
        assert.deepEqual([full.status, full.stderr], [2, 'scrutiny: full.html: it cannot be written: the disk is full\n']);
      }
      for (const name of ['null.html', 'full.html']) assert.ok(lstatSync(join(world.folder, name)).isCharacterDevice(), name);
    });

    it('a pipe is written to, and refused where nobody reads from it', function () {
      const world = new TempRepository({ 'a.md': UNFIT });
      if (spawnSync('mkfifo', [join(world.folder, 'pipe.html')]).status !== 0) return this.skip();
      for (const argv of OUTPUTS) {
        const command = `scrutiny ${argv.join(' ').replace('NAME', 'pipe.html')}`;
        const unread = shell(world, command);
        assert.equal(unread.status, 2);
        assert.match(
          unread.stderr,
          /^scrutiny: pipe\.html: it cannot be written: it is a pipe that no program reads from; [^\n]+\n$/,
        );
        const { stdout } = shell(world, `exec 3<>pipe.html; ${command} >&2; exec 4<pipe.html 3<&-; cat <&4`);
        assert.match(stdout, argv[0] === 'lint' ? /"rule":/ : /<html/);
      }
      assert.ok(lstatSync(join(world.folder, 'pipe.html')).isFIFO());
    });

    it('the program’s own output is written to, also where that is a file', function () {
      if (!existsSync('/dev/stdout')) this.skip();
      const world = new TempRepository({ 'a.md': UNFIT });
      assert.match(shell(world, 'scrutiny lint --format json=/dev/stderr a.md 2>&1 >/dev/null | cat').stdout, /"rule":/);
      assert.match(shell(world, 'scrutiny lint --format json=>(cat >&2; echo read >&2) a.md; wait $!').stderr, /"rule":[^]*read/);
      shell(world, 'echo before > out.txt; scrutiny lint --format json=/dev/stdout a.md >> out.txt');
      assert.match(world.read('out.txt'), /^before\n[^]*"rule":/);
    });

    it('what a link of the repository leads to outside of it is neither read nor written', async () => {
      const outer = new TempRepository({ 'victim.json': '{}', 'victim.md': FIXABLE, 'folder/x': '' });
      const world = new TempRepository({ 'a.md': FIXABLE, 'council.yaml': 'name: x\n' });
      const victim = join(outer.folder, 'victim.json');
      for (const name of ['scrutiny-suppressions.json', 'out.json', 'out.html']) world.link(name, victim);
      world.link('link.md', join(outer.folder, 'victim.md'));
      world.link('out', join(outer.folder, 'folder'));
      for (const [argv, name] of [
        [['lint', 'a.md'], 'scrutiny-suppressions.json'],
        [['lint', '--suppress-all', 'a.md'], 'scrutiny-suppressions.json'],
        [['lint', '--prune-suppressions', 'a.md'], 'scrutiny-suppressions.json'],
        [['lint', '--format', 'json=out.json', 'a.md'], 'out.json'],
        [['lint', '--format', 'json=out/new.json', 'a.md'], 'out/new.json'],
        [['lint', '--format', 'json=out/new/new.json', 'a.md'], 'out/new/new.json'],
        [['render', 'a.md', '-o', 'out.html'], 'out.html'],
        [['render', 'a.md', '-o', 'out/new.html'], 'out/new.html'],
        [['new', 'partner-paper', 'out/new.md'], 'out/new.md'],
        [['lint', '--fix', 'link.md'], 'link.md'],
      ] as const) {
        const { code, stderr } = await world.run(argv);
        assert.equal(code, 2, argv.join(' '));
        assert.match(stderr, new RegExp(`^scrutiny: ${name}: it .*link .*leads out of the repository`, 'm'), argv.join(' '));
      }
      assert.deepEqual([outer.read('victim.json'), outer.read('victim.md')], ['{}', FIXABLE]);
      assert.deepEqual(readdirSync(join(outer.folder, 'folder')), ['x']);
    });

    it('a link that stays in the repository is followed', async () => {
      const world = new TempRepository({ 'a.md': FIXABLE, 'real/out.json': '' });
      world.link('out.json', 'real/out.json');
      world.link('b.md', 'a.md');
      assert.equal((await world.run(['lint', '--fix', '--format', 'json=out.json', 'b.md'])).code, 0);
      assert.match(world.read('real/out.json'), /^\[/);
      assert.ok(lstatSync(join(world.folder, 'b.md')).isSymbolicLink());
      assert.equal(world.read('a.md'), FIXED);
    });

    it('an input of the same run is not replaced by its output, whatever its name', async () => {
      const schema =
        '{ "title": "Own", "type": "object", "x-layout": "labelled-values", "$ref": "scrutiny:report", "properties": { "template": {}, "title": {} } }';
      const files = { 'a.md': UNFIT, 'b.html': UNFIT, 'no.md': '# None\n', 'council.yaml': 'name: x\ntemplates: own.json\n', 'own.json': schema, 'scrutiny-suppressions.json': '{}\n' }; // prettier-ignore
      const world = new TempRepository(files);
      linkSync(join(world.folder, 'a.md'), join(world.folder, 'hard.json'));
      world.link('soft.json', 'a.md');
      for (const name of [...Object.keys(files), './a.md', join(world.folder, 'a.md'), 'hard.json', 'soft.json']) {
        const { code, stderr } = await world.run(['lint', '--format', `json=${name}`, '.', 'b.html']);
        assert.equal(code, 2, name);
        assert.match(
          stderr,
          /^scrutiny: .*: it cannot be written: it is one of the files that are read; choose another name$/m,
          name,
        );
      }
      const rendered = await world.run(['render', 'b.html', '-o', 'b.html']);
      assert.deepEqual([rendered.code, rendered.stderr], [2, 'scrutiny: b.html: it cannot be written: it is one of the files that are read; choose another name\n']); // prettier-ignore
      for (const [name, text] of Object.entries(files)) assert.equal(world.read(name), text, name);
      const twice = await world.run(['lint', '--format', 'json=x', '--format', 'sarif=./x', 'a.md']);
      assert.equal(twice.code, 2);
      assert.match(twice.stderr, /^scrutiny: \.\/x: it cannot be written: another form is written to it; choose another name$/m);
      JSON.parse(world.read('x'));
    });

    it('the summary of a job on GitHub is added to, never replaced', async () => {
      const world = new TempRepository({ 'a.md': UNFIT, 'summary.md': 'Before.\n' });
      const path = join(world.folder, 'summary.md');
      linkSync(path, join(world.folder, 'same.md'));
      const { ino } = statSync(path);
      // Another step may write to it meanwhile.
      const fileSystem = { ...nodeFileSystem, readFile: (file: string) => (file === path ? assert.fail('it is read') : nodeFileSystem.readFile(file)) }; // prettier-ignore
      for (const env of [{ GITHUB_STEP_SUMMARY: path }, { GITHUB_STEP_SUMMARY: path }])
        await world.run(['lint', '--format', 'github', 'a.md'], { env, fileSystem });
      assert.match(world.read('same.md'), /^Before\.\n## Committee reports\n[^]*## Committee reports\n/);
      assert.equal(statSync(path).ino, ino);
      await world.run(['lint', '--format', 'github', 'a.md'], { env: { GITHUB_STEP_SUMMARY: join(world.folder, 'new.md') } });
      assert.match(world.read('new.md'), /^## Committee reports\n/);
    });
  });

  describe('a report that is fixed', () => {
    it('stays the same file under all its names', async () => {
      const world = new TempRepository({ 'a.md': FIXABLE });
      linkSync(join(world.folder, 'a.md'), join(world.folder, 'other.txt'));
      assert.equal((await world.run(['lint', '--fix', 'a.md'])).code, 0);
      assert.deepEqual([world.read('a.md'), world.read('other.txt')], [FIXED, FIXED]);
      assert.deepEqual(readdirSync(world.folder).sort(), ['.git', 'a.md', 'other.txt']);
    });

    it('keeps its owner and its permissions', async function () {
      if (!isRoot) return this.skip();
      const world = new TempRepository({ 'a.md': FIXABLE });
      const path = join(world.folder, 'a.md');
      chownSync(path, 1234, 1235);
      chmodSync(path, 0o640);
      assert.equal((await world.run(['lint', '--fix', 'a.md'])).code, 0);
      const { uid, gid, mode } = statSync(path);
      assert.deepEqual([world.read('a.md'), uid, gid, mode & 0o777], [FIXED, 1234, 1235, 0o640]);
    });

    it('keeps its owner where only an administrator could give it again', function () {
      if (!isRoot) return this.skip();
      const world = new TempRepository({ 'a.md': FIXABLE });
      const path = join(world.folder, 'a.md');
      for (const file of [world.folder, path]) chmodSync(file, 0o777);
      chownSync(path, 1234, 1235);
      const { ino } = statSync(path);
      // A copy of the program in a folder that everybody may read, run by another user.
      const script = `process.setgid(1300); process.setuid(1300); (await import(${JSON.stringify(CLI)}))`;
      const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, 'x', 'lint', '--fix', 'a.md'], { cwd: world.folder, encoding: 'utf8' }); // prettier-ignore
      if (stderr.includes('EACCES')) return this.skip();
      const { uid, gid, ino: now } = statSync(path);
      assert.deepEqual([world.read('a.md'), uid, gid, now], [FIXED, 1234, 1235, ino], stderr);
      assert.deepEqual(readdirSync(world.folder).sort(), ['.git', 'a.md']);
    });

    it('is not shown to others while it is written', () => {
      const world = new TempRepository({ 'a.md': FIXABLE });
      chmodSync(join(world.folder, 'a.md'), 0o600);
      const file = nodeFileSystem.createFile(join(world.folder, 'a.md'));
      const [beside = ''] = readdirSync(world.folder).filter((name) => name.endsWith('.tmp'));
      assert.equal(statSync(join(world.folder, beside)).mode & 0o077, 0);
      file.discard();
    });
  });

  describe('a run that was killed', () => {
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
      it(`leaves nothing half written at ${signal}`, async () => {
        const world = new TempRepository(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.md`, UNFIT])));
        const child = kept(spawn(process.execPath, [CLI, 'lint', '--jobs', '1', '--format', 'text', '--format', 'json=out.json'], { cwd: world.folder })); // prettier-ignore
        child.stdout.once('data', () => child.kill(signal));
        const [code, by] = (await once(child, 'exit')) as [number | null, string | null];
        assert.deepEqual([code, by], [null, signal]);
        assert.deepEqual(readdirSync(world.folder).filter((name) => !/^\d+\.md$|^\.git$/.test(name)), []); // prettier-ignore
      });
    }

    it('does not bar the way of the next one, nor does a repository that brings such files along', async () => {
      const world = new TempRepository({ 'a.md': FIXABLE });
      const names = new Set<string>();
      for (let i = 0; i < 20; i++) {
        // As if the process ended here.
        nodeFileSystem.createFile(join(world.folder, 'a.md'));
        for (const name of readdirSync(world.folder).filter((each) => each.endsWith('.tmp'))) names.add(name);
      }
      assert.equal(names.size, 20);
      assert.deepEqual(await world.run(['lint', '--fix']), { code: 0, stdout: (await new TempRepository({ 'a.md': FIXABLE }).run(['lint', '--fix'])).stdout, stderr: '' }); // prettier-ignore
      assert.equal(world.read('a.md'), FIXED);
    });
  });

  describe('files of gigabytes', () => {
    it('are not read, whoever names them', async () => {
      const body = '![x](p.png) [b](big.md#x)\n';
      const world = new TempRepository({ 'a.md': paper({}, body), 'p.png': '', 'big.md': '', 'sub/council.yaml': '', 'sub/a.md': UNFIT, 'own/council.yaml': 'name: x\nlogo: ../p.png\ntemplates: big.json\n', 'own/big.json': '', 'own/scrutiny-suppressions.json': '', 'own/.gitignore': '', 'own/a.md': UNFIT }); // prettier-ignore
      const large = ['p.png', 'big.md', 'sub/council.yaml', 'own/big.json', 'own/scrutiny-suppressions.json', 'own/.gitignore'];
      for (const name of large) truncateSync(join(world.folder, name), 3_000_000_000);
      let most = 0;
      const fileSystem = {
        ...nodeFileSystem,
        readFile(path: string): Uint8Array {
          const content = nodeFileSystem.readFile(path);
          most = Math.max(most, content.length);
          return content;
        },
      };
      const { code, stderr } = await world.run(['lint'], { fileSystem });
      assert.equal(code, 2);
      for (const name of ['big.md', 'sub/council.yaml', 'own/big.json', 'own/scrutiny-suppressions.json'])
        assert.match(stderr, new RegExp(`^scrutiny: ${name}: it cannot be read: it is larger than 20 MB$`, 'm'));
      assert.equal((await world.run(['render', 'a.md', '-o', 'a.html'], { fileSystem })).code, 0);
      assert.ok(most < 100_000);
    });

    it('are not read from the index of git either', async () => {
      const world = new TempRepository({ 'a.md': UNFIT, 'big.md': '' });
      spawnSync('git', ['init', '--quiet'], { cwd: world.folder });
      truncateSync(join(world.folder, 'big.md'), 25_000_000);
      spawnSync('git', ['add', '.'], { cwd: world.folder });
      const { code, stdout, stderr } = await world.run(['lint', '--staged']);
      assert.deepEqual([code, stderr], [2, 'scrutiny: big.md: it cannot be read: it is larger than 20 MB\n']);
      assert.match(stdout, /checked 1 report/);
    });
  });
});
