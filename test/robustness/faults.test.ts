import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';
import { FIXABLE, paper, UNFIT, TempRepository } from '../support/tempRepository.ts';
import { TestClient } from '../support/testClient.ts';
import { endChildren } from '../support/childProcesses.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { FaultyFiles } from './faultyFiles.ts';
import { ServerProcess } from './serverProcess.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const KILLED = new URL('killed.mjs', import.meta.url).href;
const FIXED = FIXABLE.replace('n/a', 'none');
const FILES = {
  'council.yaml': 'templates: forms/*.schema.json\nreports: reports/**/*.md\n',
  'forms/own.schema.json':
    '{ "title": "Own", "type": "object", "$ref": "scrutiny:report", "properties": { "title": {}, "appendices": {} } }',
  'reports/a.md': FIXABLE,
  'reports/b.md': `${UNFIT}\n![Plan](plan.png) and [a](c.md#costs)\n`,
  'reports/c.md': paper({ template: 'own' }),
};

describe('a file system that fails at any of its calls', () => {
  afterEach(() => TempRepository.removeAll());

  const commands: Readonly<Record<string, readonly string[]>> = {
    lint: ['lint'],
    'lint --fix, its findings written to files': [
      'lint',
      '--fix',
      '--format',
      'json=out/a.json',
      '--format',
      'sarif=out/a.sarif',
    ],
    status: ['status'],
    render: ['render', 'reports/b.md', '-o', 'out/b.html'],
    new: ['new', 'partner-paper', 'reports/new.md'],
  };
  for (const [name, argv] of Object.entries(commands)) {
    it(`${name}: says so in a line, leaves no file half written, and works the next time`, async () => {
      const counting = new FaultyFiles(nodeFileSystem);
      const whole = await new TempRepository(FILES).run(argv, { fileSystem: counting });
      assert.ok(counting.calls > 3);
      for (let at = 1; at <= counting.calls; at++) {
        const code = ['EIO', 'EACCES', 'ENOSPC', 'ENOENT'][at % 4] ?? '';
        const world = new TempRepository(FILES);
        const fileSystem = new FaultyFiles(nodeFileSystem, at, code);
        const outcome = await world.run(argv, { fileSystem });
        const what = `${code} at ${fileSystem.failed}: ${outcome.stderr}`;
        assert.ok([0, 1, 2].includes(outcome.code), what);
        assert.match(outcome.stderr, /^(?:scrutiny: [^\n]+\n)*$/, what);
        assert.doesNotMatch(outcome.stderr, /\bat .*:\d+:\d+|undefined|\[object/, what);
        assertWhole(world);
        if (name === 'new' || at % 5 > 0) continue;
        const again = await world.run(argv);
        assert.deepEqual([again.code, again.stderr], [whole.code, whole.stderr], what);
      }
    });
  }

  it('the server tells of what it can, and of everything once the disk is well', async () => {
    const files = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`/work/${path}`, text]));
    const uri = 'file:///work/reports/b.md';
    const open = async (faulty: (files: MemoryFiles) => void): Promise<string[]> => {
      const editor = await TestClient.start({ files });
      faulty(editor.files);
      await editor.open(uri, FILES['reports/b.md']);
      await editor.findings(uri).catch(() => undefined);
      await editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }).catch(() => undefined);
      for (const key of ['readFile', 'readFolder', 'kindOf', 'realPath'] as const) Reflect.deleteProperty(editor.files, key);
      await editor.tell(uri, 2);
      const found = await editor.findings(uri);
      await editor.stop();
      return found;
    };
    const well = await open(() => undefined);
    assert.ok(well.length > 0);
    for (const code of ['EIO', 'EACCES', 'ENOENT', 'EMFILE']) {
      for (const key of ['readFile', 'readFolder', 'kindOf', 'realPath'] as const) {
        const fail = (): never => {
          throw Object.assign(new Error(code), { code });
        };
        assert.deepEqual(await open((memory) => Object.assign(memory, { [key]: fail })), well, `${key} ${code}`);
      }
    }
  });
});

describe('what is no ordinary file', () => {
  afterEach(() => TempRepository.removeAll());

  it('is told of and not waited for: a pipe that nobody writes to', function () {
    const world = new TempRepository({ 'reports/z.md': UNFIT });
    if (spawnSync('mkfifo', [join(world.folder, 'reports/pipe.md')]).status !== 0) return this.skip();
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'lint', 'reports/pipe.md', 'reports/z.md'], {
      cwd: world.folder,
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /^scrutiny: reports\/pipe\.md: [^\n]*no ordinary file[^\n]*\n$/);
    assert.match(stdout, /checked 1 report/);
  });
});

describe('a process that is killed', () => {
  afterEach(() => {
    endChildren();
    TempRepository.removeAll();
  });

  it('while it fixes reports leaves each as it was or fixed', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `reports/${i}.md`);
    // Each report takes several calls to write: before the first, in the middle of one, and when most are done.
    const fixed: number[] = [];
    for (const at of [1, 2, 3, 4, 17, 60, 100]) {
      const world = new TempRepository(Object.fromEntries(names.map((name) => [name, FIXABLE])));
      const killed = spawnSync(process.execPath, ['--import', KILLED, CLI, 'lint', '--fix'], {
        cwd: world.folder,
        env: { ...process.env, KILLED_AT: String(at) },
      });
      assert.equal(killed.signal, 'SIGKILL');
      for (const name of names) assert.ok([FIXABLE, FIXED].includes(world.read(name)), `${name}, killed at call ${at}`);
      fixed.push(names.filter((name) => world.read(name) === FIXED).length);
      assert.equal((await world.run(['lint', '--fix'])).stderr, '');
      for (const name of names) assert.equal(world.read(name), FIXED);
    }
    assert.equal(fixed[0], 0);
    assert.ok(Number(fixed.at(-1)) > 0, 'some were fixed before the last was killed');
    assert.ok(Number(fixed.at(-1)) < names.length, 'and others were not');
  });

  it('and was a server is followed by one that answers', async () => {
    // While it reads the request, once it has answered, and with several requests on the way.
    for (const requests of [1, 0, 20]) {
      const server = await ServerProcess.start();
      const uri = 'untitled:a.md';
      await server.open(uri, UNFIT);
      if (requests === 0) await server.findings(uri);
      for (let i = 0; i < requests; i++) void server.findings(uri).catch(() => undefined);
      server.child.kill('SIGKILL');
      await server.ended;
      server.connection.dispose();
    }
    const server = await ServerProcess.start();
    await server.open('untitled:a.md', UNFIT);
    assert.deepEqual(
      (await server.findings('untitled:a.md')).map(({ code }) => code),
      ['field-missing'],
    );
    assert.equal(await server.stop(), 0);
  });
});

/** Every file is what it was, or what the command makes of it; nothing is left beside. */
function assertWhole(world: TempRepository): void {
  for (const [name, text] of Object.entries(FILES)) {
    const now = world.read(name);
    assert.ok(now === text || now === text.replace('n/a', 'none'), `${name} is half written`);
  }
  const names = readdirSync(world.folder, { recursive: true, encoding: 'utf8' });
  assert.deepEqual(
    names.filter((name) => name.endsWith('.tmp')),
    [],
  );
  for (const name of ['out/a.json', 'out/a.sarif']) if (names.includes(name)) JSON.parse(world.read(name));
}
