import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFileSystem } from '../../server/src/workspace/files/nodeFileSystem.ts';
import { FIXABLE, paper, UNFIT, TempRepository } from '../support/tempRepository.ts';
import { TestClient } from '../support/testClient.ts';
import { endChildren, kept } from '../support/childProcesses.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { FaultyFiles } from './faultyFiles.ts';
import { randomOf } from './randomEdits.ts';
import { ServerProcess } from './serverProcess.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const MENDED = FIXABLE.replace('n/a', 'none');
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

  it('while it mends reports leaves each as it was or mended', async () => {
    const random = randomOf(7);
    const names = Array.from({ length: 40 }, (_, i) => `reports/${i}.md`);
    for (let i = 0; i < 2; i++) {
      const world = new TempRepository(Object.fromEntries(names.map((name) => [name, FIXABLE])));
      const child = kept(spawn(process.execPath, [CLI, 'lint', '--fix'], { cwd: world.folder, stdio: 'ignore' }));
      setTimeout(() => child.kill('SIGKILL'), 150 + random() * 250);
      await new Promise((resolve) => child.once('exit', resolve));
      for (const name of names) assert.ok([FIXABLE, MENDED].includes(world.read(name)), name);
      assert.equal((await world.run(['lint', '--fix'])).stderr, '');
      for (const name of names) assert.equal(world.read(name), MENDED);
    }
  });

  it('and was a server is followed by one that answers', async () => {
    const random = randomOf(8);
    for (let i = 0; i < 3; i++) {
      const server = await ServerProcess.start();
      const uri = 'untitled:a.md';
      await server.open(uri, UNFIT);
      const asked = server.findings(uri).catch(() => undefined);
      setTimeout(() => server.child.kill('SIGKILL'), random() * 40);
      await server.ended;
      server.connection.dispose();
      void asked;
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
