import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FIXABLE, UNFIT, TempRepository } from '../support/tempRepository.ts';

/** What is shipped: the bundle that `npm run build` makes. */
const BIN = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe('the program', () => {
  let world: TempRepository;
  afterEach(() => TempRepository.removeAll());

  it('reads standard input and sets the exit code', () => {
    world = new TempRepository();
    const { status, stdout } = spawnSync(process.execPath, [BIN, 'lint', '--fix', '-'], {
      cwd: world.folder,
      input: FIXABLE,
    });
    assert.deepEqual([status, stdout.toString()], [0, FIXABLE.replace('n/a', 'none')]);
  });

  it("checks by a council's own template", () => {
    const schema = {
      title: 'Licensing report',
      'x-layout': 'labelled-values',
      $ref: 'scrutiny:report',
      properties: {
        template: { const: 'licensing' },
        title: {},
        premises: { type: 'string', title: 'Premises', pattern: '^[A-Z]' },
      },
      required: ['template', 'title', 'premises'],
      unevaluatedProperties: false,
    };
    world = new TempRepository({
      'council.yaml': 'templates: templates/*.schema.json\n',
      'templates/licensing.schema.json': JSON.stringify(schema),
      'a.md': '---\ntemplate: licensing\npremises: the Anchor\ntitel: A licence\n---\n',
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'lint', '--format', 'json'], { cwd: world.folder });
    const [entry] = JSON.parse(stdout.toString()) as [{ findings: { rule: string; path: string }[] }];
    assert.deepEqual(
      entry.findings.map(({ rule, path }) => [rule, path]),
      [
        ['field-missing', 'title'],
        ['field-invalid', 'premises'],
        ['field-unknown', 'titel'],
      ],
    );
    assert.deepEqual([status, stderr.toString()], [1, '']);
  });

  it('checks in several threads what one checks, and stops them all at Ctrl-C', async () => {
    world = new TempRepository(Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`${i}.md`, UNFIT])));
    const lint = (...argv: string[]): string =>
      spawnSync(process.execPath, [BIN, 'lint', '--format', 'json', ...argv], { cwd: world.folder }).stdout.toString();
    assert.equal(lint('--jobs', '3'), lint('--jobs', '1'));
    const child = spawn(process.execPath, [BIN, 'lint', '--jobs', '3'], { cwd: world.folder });
    child.stdout.once('data', () => child.kill('SIGINT'));
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 130);
  });

  it('is quiet when its reader has seen enough', () => {
    world = new TempRepository(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.md`, UNFIT])));
    const command = `"${process.execPath}" "${BIN}" lint | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: world.folder });
    assert.deepEqual([stdout.toString(), stderr.toString()], ['0.md\n', '']);
  });

  it('gives 2 and one line where its output is lost', function () {
    if (!existsSync('/dev/full')) this.skip();
    world = new TempRepository({ 'a.md': UNFIT });
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'lint'], {
      cwd: world.folder,
      stdio: ['ignore', full, 'pipe'],
    });
    assert.equal(status, 2);
    assert.match(String(stderr), /^scrutiny: the output cannot be written: [^\n]+\n$/);
  });
});
