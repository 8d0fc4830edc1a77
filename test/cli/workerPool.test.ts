import assert from 'node:assert/strict';
import { LintEngine } from '../../server/src/cli/lint/lintEngine.ts';
import { type WorkerData } from '../../server/src/cli/lint/lintTypes.ts';
import type { Batch, CheckedBatch } from '../../server/src/cli/lint/lintTypes.ts';
import type { LintWorker, WorkerFactory } from '../../server/src/cli/io.ts';
import { sourceOf } from '../../server/src/cli/lint/source.ts';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';
import { paper, UNFIT, WARNED, TempRepository, type JsonEntry } from '../support/tempRepository.ts';

/** Threads that are none: they check in turn with the rest, and end where they are told to. */
class Helpers implements WorkerFactory {
  started = 0;
  stopped = 0;

  constructor(
    readonly cores: number,
    private readonly isDeadly: (name: string) => boolean = () => false,
  ) {}

  start(setup: WorkerData): LintWorker {
    this.started++;
    const checking = new LintEngine(nodeFileSystem, setup);
    const told: { checked?: (checked: CheckedBatch) => void; dead?: (why: string) => void } = {};
    let alive = true;
    const work = async ({ id, files }: Batch): Promise<void> => {
      const outcomes = [];
      for (const file of files) {
        await new Promise((resolve) => setImmediate(resolve));
        if (!alive) return;
        if (this.isDeadly(file.name)) {
          alive = false;
          return told.dead?.('out of memory');
        }
        outcomes.push(await checking.check(sourceOf(nodeFileSystem, file)));
      }
      told.checked?.({ id, outcomes });
    };
    return {
      post: (batch) => void work(batch),
      onChecked: (listener) => (told.checked = listener),
      onExit: (listener) => (told.dead = listener),
      stop: () => {
        alive = false;
        this.stopped++;
      },
    };
  }
}

describe('several threads', () => {
  let world: TempRepository;
  beforeEach(() => {
    const kinds = [paper(), UNFIT, WARNED, '# No report\n'];
    world = new TempRepository(
      Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${String(i).padStart(3, '0')}.md`, kinds[i % 4] ?? ''])),
    );
  });
  afterEach(() => TempRepository.removeAll());

  it('give what one gives, in the same order', async () => {
    const one = await world.run(['lint', '--jobs', '1']);
    const threads = new Helpers(3);
    assert.deepEqual(await world.run(['lint', '--jobs', '3'], { threads }), one);
    assert.deepEqual([threads.started, threads.stopped], [2, 2]);
  });

  it('are as many as asked for, and none for few files or for a list of suppressions', async () => {
    world.write('council.yaml', 'name: Northmoor Council');
    for (const [argv, started] of [
      [['--jobs', '4'], 3],
      [['--jobs', '1'], 0],
      [['--jobs', '3', '0*.md'], 2],
      [['--jobs', '3', '00*.md'], 0],
      [[], 0],
      [['--suppress-all'], 0],
    ] as const) {
      const threads = new Helpers(3);
      await world.run(['lint', ...argv], { threads });
      assert.equal(threads.started, started, argv.join(' '));
    }
    assert.match((await world.run(['lint', '--jobs', '0'])).stderr, /Give a number from 1/);
  });

  it('are one a core for 1,500 files, and none for one less', async () => {
    const names = Array.from({ length: 1500 }, (_, i) => `${i}.md`);
    const many = new TempRepository(Object.fromEntries(names.map((name) => [name, '# No report\n'])));
    for (const [files, started] of [
      [names, 2],
      [names.slice(1), 0],
    ] as const) {
      const threads = new Helpers(3);
      await many.run(['lint', ...files], { threads });
      assert.equal(threads.started, started, String(files.length));
    }
  });

  it('may end before their time: the file that ended one is named, all others are checked, exit 2', async () => {
    const all = JSON.parse((await world.run(['lint', '--format', 'json'])).stdout) as JsonEntry[];
    const isDeadly = (name: string): boolean => parseInt(name) % 32 === 21;
    const threads = new Helpers(2, isDeadly);
    const { code, stdout, stderr } = await world.run(['lint', '--format', 'json', '--jobs', '2'], { threads });
    assert.equal(code, 2);
    const named = stderr
      .split('\n')
      .flatMap((line) => /^scrutiny: (\d+\.md): its check ended before its time: out of memory$/.exec(line)?.[1] ?? []);
    const checked = JSON.parse(stdout) as JsonEntry[];
    assert.deepEqual(checked, all.filter(({ file }) => !named.includes(file))); // prettier-ignore
    assert.ok(named.length > 0 && named.every(isDeadly), named.join());
  });

  it('stop at Ctrl-C, with nothing half written', async () => {
    const controller = new AbortController();
    let told = 0;
    const stdout = {
      write(): void {
        if (++told === 100) controller.abort();
      },
    };
    const threads = new Helpers(2);
    const asked = ['lint', '--jobs', '2', '--format', 'text', '--format', 'json=out.json'];
    const { code, stderr } = await world.run(asked, { stdout, threads, signal: controller.signal });
    assert.equal(code, 130);
    assert.match(stderr, /^scrutiny: stopped after \d+ reports; nothing was written to files of findings\n$/);
    assert.equal(threads.stopped, threads.started);
    assert.throws(() => world.read('out.json'), { code: 'ENOENT' });
  });
});
