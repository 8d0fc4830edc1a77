import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failure, MemoryFiles } from '../support/memoryFiles.ts';
import { FIXABLE, NO_REPORT, paper, run, UNFIT, TempRepository } from '../support/tempRepository.ts';

const FIXED = FIXABLE.replace('n/a', 'none');

describe('--fix', () => {
  let world: TempRepository;
  const make = (files: Readonly<Record<string, string | Uint8Array>>): TempRepository => (world = new TempRepository(files));
  afterEach(() => TempRepository.removeAll());

  it('makes the safe fixes in the file and shows what is left', async () => {
    const { code, stdout } = await make({ 'a.md': paper({ appendices: 'n/a', title: '' }), 'b.md': paper() }).run([
      'lint',
      '--fix',
    ]);
    assert.equal(world.read('a.md'), paper({ appendices: 'none', title: '' }));
    assert.equal(world.read('b.md'), paper());
    assert.equal(code, 1);
    assert.match(stdout, /field-missing/);
    assert.doesNotMatch(stdout, /field-invalid/);
    assert.match(stdout, /1 mistake was fixed\.\n1 error, 0 warnings, 0 notes; checked 2 reports\.\n$/);
  });

  it('gives 0 where nothing is left, and changes nothing the next time', async () => {
    assert.equal((await make({ 'a.md': FIXABLE }).run(['lint', '--fix'])).code, 0);
    const { mtimeMs, ino } = statSync(join(world.folder, 'a.md'));
    assert.equal((await world.run(['lint', '--fix'])).code, 0);
    assert.deepEqual([statSync(join(world.folder, 'a.md')).mtimeMs, statSync(join(world.folder, 'a.md')).ino], [mtimeMs, ino]);
  });

  it('goes round until nothing is left: a fix can make way for another', async () => {
    make({
      'council.yaml': 'rules: { field-order: warning }',
      'a.md': paper({ title: '', appendices: 'n/a', purpose: 'for decision' }).replace('---\n\n', 'title: Review\n---\n\n'),
    });
    assert.equal((await world.run(['lint', '--fix'])).code, 0);
    assert.match(world.read('a.md'), /purpose: For Decision/);
    assert.match(world.read('a.md'), /appendices: none/);
  });

  it('keeps line ends, byte-order mark, mode and links', async () => {
    make({ 'a.md': `\ufeff${FIXABLE.replaceAll('\n', '\r\n')}` });
    chmodSync(join(world.folder, 'a.md'), 0o664);
    world.link('b.md', 'a.md');
    assert.equal((await world.run(['lint', '--fix', 'b.md'])).code, 0);
    assert.equal(world.read('a.md'), `\ufeff${FIXED.replaceAll('\n', '\r\n')}`);
    assert.equal(statSync(join(world.folder, 'a.md')).mode & 0o777, 0o664);
    assert.ok(lstatSync(join(world.folder, 'b.md')).isSymbolicLink());
    assert.deepEqual(readdirSync(world.folder).sort(), ['.git', 'a.md', 'b.md']);
  });

  it('gives 2 for a file that cannot be written, with its findings as they are; the others are fixed', async () => {
    const files = new MemoryFiles({ '/w/.git/HEAD': '', '/w/a.md': FIXABLE, '/w/b.md': FIXABLE });
    const replace = files.writeFile.bind(files);
    files.writeFile = (path, content) => {
      if (path === '/w/a.md') throw failure('EACCES');
      replace(path, content);
    };
    const { code, stdout, stderr } = await run(['lint', '--fix'], { cwd: '/w', fileSystem: files });
    assert.equal(code, 2);
    assert.equal(stderr, 'scrutiny: a.md: it cannot be written: you have no permission\n');
    assert.match(stdout, /^a\.md\n.*field-invalid/s);
    assert.equal(files.text('/w/b.md'), FIXED);
  });

  describe('with standard input', () => {
    it('prints the fixed report on standard output and what is left on standard error', async () => {
      const { code, stdout, stderr } = await make({}).run(['lint', '--fix', '-'], {
        input: paper({ appendices: 'n/a', title: '' }),
      });
      assert.equal(code, 1);
      assert.equal(stdout, paper({ appendices: 'none', title: '' }));
      assert.match(stderr, /field-missing/);
    });

    it('prints what it cannot or need not fix as it is', async () => {
      for (const input of [paper(), NO_REPORT, '']) {
        assert.deepEqual([(await make({}).run(['lint', '--fix', '-'], { input })).stdout], [input]);
      }
      const latin = Buffer.from(paper({ title: 'Caf\xe9' }), 'latin1');
      const written: Uint8Array[] = [];
      const stdout = { write: (text: string | Uint8Array) => void written.push(Buffer.from(text)) };
      assert.equal((await world.run(['lint', '--fix', '-'], { input: latin, stdout })).code, 2);
      assert.deepEqual(Buffer.concat(written), latin);
    });
  });

  describe('as --fix-dry-run', () => {
    it('writes nothing and prints a patch that git can apply, and nothing else on standard output', async () => {
      const { code, stdout, stderr } = await make({ 'x/a.md': FIXABLE, 'b.md': UNFIT }).run(['lint', '--fix-dry-run']);
      assert.equal(code, 1);
      assert.equal(world.read('x/a.md'), FIXABLE);
      assert.match(stdout, /^--- a\/x\/a\.md\n\+\+\+ b\/x\/a\.md\n@@ .*\n-appendices: n\/a\n\+appendices: none\n/s);
      assert.match(stderr, /1 finding can be fixed with --fix\.\n2 errors, .*checked 2 reports\.\n$/);
      execFileSync('git', ['apply', '-'], { cwd: world.folder, input: stdout });
      assert.equal(world.read('x/a.md'), FIXED);
    });

    it('prints the findings of the file as it is in JSON', async () => {
      make({ 'a.md': FIXABLE });
      assert.deepEqual(await world.json('--fix-dry-run'), await world.json());
      assert.equal(world.read('a.md'), FIXABLE);
    });

    it('prints what is wrong with council.yaml beside the patch', async () => {
      const { stdout, stderr } = await make({ 'a.md': FIXABLE, 'council.yaml': 'nmae: x' }).run(['lint', '--fix-dry-run']);
      assert.match(stdout, /^--- a\/a\.md\n/);
      assert.doesNotMatch(stdout, /council/);
      assert.match(stderr, /council-invalid/);
    });

    it('prints a patch for standard input', async () => {
      const { stdout } = await make({}).run(['lint', '--fix-dry-run', '-', '--stdin-filename', 'n.md'], { input: FIXABLE });
      assert.match(stdout, /^--- a\/n\.md\n/);
    });
  });
});
