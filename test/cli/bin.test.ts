import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FIXABLE, UNFIT, World } from './world.ts';

const BIN = fileURLToPath(new URL('../../server/src/cli/bin.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

describe('the program', () => {
  let world: World;
  afterEach(() => World.removeAll());

  it('reads standard input and sets the exit code', () => {
    world = new World();
    const { status, stdout } = spawnSync(process.execPath, ['--import', TSX, BIN, 'lint', '--fix', '-'], {
      cwd: world.folder,
      input: FIXABLE,
    });
    assert.deepEqual([status, stdout.toString()], [0, FIXABLE.replace('n/a', 'none')]);
  });

  it('is quiet when its reader has seen enough', () => {
    world = new World(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.md`, UNFIT])));
    const command = `"${process.execPath}" --import "${TSX}" "${BIN}" lint | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: world.folder });
    assert.deepEqual([stdout.toString(), stderr.toString()], ['0.md\n', '']);
  });

  it('gives 2 and one line where its output is lost', function () {
    if (!existsSync('/dev/full')) this.skip();
    world = new World({ 'a.md': UNFIT });
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, ['--import', TSX, BIN, 'lint'], {
      cwd: world.folder,
      stdio: ['ignore', full, 'pipe'],
    });
    assert.equal(status, 2);
    assert.match(String(stderr), /^scrutiny: the output cannot be written: [^\n]+\n$/);
  });
});
