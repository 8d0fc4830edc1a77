import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';
import { FIXABLE, paper, UNFIT, TempRepository, type JsonEntry } from '../support/tempRepository.ts';

const BIN = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const FAULTS = new URL('faults.mjs', import.meta.url).href;

describe('what goes wrong with one file is told, and all others are reported', () => {
  let world: TempRepository;
  afterEach(() => TempRepository.removeAll());

  /** Runs the built program, with the faults of faults.mjs. */
  function scrutiny(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', FAULTS, BIN, ...argv], {
      cwd: world.folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('a thread of the built program that ends before its time', function () {
    const names = Array.from({ length: 500 }, (_, i) => `${String(i).padStart(3, '0')}${i % 50 === 21 ? '-deadly' : ''}.md`);
    world = new TempRepository(Object.fromEntries(names.map((name) => [name, UNFIT])));
    const { status, stdout, stderr } = scrutiny('lint', '--jobs', '2', '--format', 'json');
    assert.equal(status, 2);
    const lines = stderr.trimEnd().split('\n');
    const named = lines.map(
      (line) => /^scrutiny: (\d+-deadly\.md): its check ended before its time: its thread was ended$/.exec(line)?.[1],
    );
    assert.ok(named.length > 0 && named.every((name) => name !== undefined), stderr);
    const checked = (JSON.parse(stdout) as JsonEntry[]).map(({ file }) => file);
    assert.deepEqual(checked, names.filter((name) => !named.includes(name))); // prettier-ignore
  });

  it('a file that another program goes on writing to', () => {
    world = new TempRepository({ 'a.md': UNFIT, 'restless.md': paper(), 'z.md': UNFIT });
    const { status, stdout, stderr } = scrutiny('lint');
    assert.deepEqual(
      [status, stderr],
      [2, 'scrutiny: restless.md: it cannot be read: another program is changing it; try again when that is done\n'],
    );
    assert.match(stdout, /^a\.md\n[^]*z\.md\n[^]*2 errors, .*checked 2 reports/);
  });

  it('a disk that fills while reports are fixed or findings are written: nothing is half written', () => {
    world = new TempRepository({ 'a.md': FIXABLE, 'full.md': FIXABLE, 'z.md': FIXABLE });
    const { status, stderr } = scrutiny('lint', '--fix', '--format', 'json=full.json');
    assert.deepEqual(
      [status, stderr],
      [
        2,
        'scrutiny: full.md: it cannot be written: the disk is full\nscrutiny: full.json: it cannot be written: the disk is full\n',
      ],
    );
    assert.deepEqual([world.read('a.md'), world.read('full.md')], [FIXABLE.replace('n/a', 'none'), FIXABLE]);
    assert.deepEqual(readdirSync(world.folder).sort(), ['.git', 'a.md', 'full.md', 'z.md']);
    assert.match(scrutiny('init', '--name', 'x').stderr, /^$/);
    assert.match(
      scrutiny('new', 'partner-paper', 'full/a.md').stderr,
      /^scrutiny: full\/a\.md: it cannot be written: the disk is full\n$/,
    );
  });

  it('a file that is gone before it is read', async () => {
    world = new TempRepository({ 'a.md': UNFIT, 'b.md': UNFIT, 'c.md': UNFIT });
    const fileSystem = {
      ...nodeFileSystem,
      readFolder: (folder: string) => [...nodeFileSystem.readFolder(folder), { name: 'gone.md', kind: 'file' as const }],
    };
    const { code, stdout, stderr } = await world.run(['lint'], { fileSystem });
    assert.deepEqual([code, stderr], [2, 'scrutiny: gone.md: it cannot be read: it does not exist\n']);
    assert.match(stdout, /3 errors, .*checked 3 reports/);
  });

  it('a report that is saved in an editor while it is fixed keeps what was saved', async () => {
    world = new TempRepository({ 'a.md': FIXABLE, 'b.md': FIXABLE });
    const saved = FIXABLE.replace('library', 'museum');
    const fileSystem = {
      ...nodeFileSystem,
      readFile(path: string): Uint8Array {
        const content = nodeFileSystem.readFile(path);
        if (path.endsWith('/a.md')) world.write('a.md', saved);
        return content;
      },
    };
    const { code, stderr } = await world.run(['lint', '--fix'], { fileSystem });
    assert.deepEqual(
      [code, stderr],
      [2, 'scrutiny: a.md: it was changed while it was being fixed, and is left as it is; try again\n'],
    );
    assert.deepEqual([world.read('a.md'), world.read('b.md')], [saved, FIXABLE.replace('n/a', 'none')]);
  });
});
