import assert from 'node:assert/strict';
import { FIXABLE, NO_REPORT, NOTED, paper, UNFIT, WARNED, TempRepository, type JsonEntry } from '../support/tempRepository.ts';

describe('scrutiny lint', () => {
  let world: TempRepository;
  const make = (files: Readonly<Record<string, string | Uint8Array>>): TempRepository => (world = new TempRepository(files));
  afterEach(() => TempRepository.removeAll());

  describe('exit code', () => {
    it('0 where all is well', async () => {
      const { code, stdout, stderr } = await make({ 'a.md': paper() }).run(['lint']);
      assert.equal(stderr, '');
      assert.match(stdout, /All is well.*checked 1 report\./);
      assert.equal(code, 0);
    });

    it('0 for notes and, without a limit, for warnings', async () => {
      const { code, stdout } = await make({ 'a.md': NOTED, 'b.md': WARNED }).run(['lint']);
      assert.match(stdout, /0 errors, 1 warning, 1 note; checked 2 reports\./);
      assert.equal(code, 0);
    });

    it('1 for an error', async () => {
      assert.equal((await make({ 'a.md': UNFIT }).run(['lint'])).code, 1);
    });

    it('1 for more warnings than allowed, and says so', async () => {
      make({ 'a.md': WARNED, 'b.md': NOTED });
      assert.equal((await world.run(['lint', '--max-warnings', '1'])).code, 0);
      const { code, stdout } = await world.run(['lint', '--max-warnings', '0', '--quiet']);
      assert.equal(code, 1);
      assert.match(stdout, /more warnings than --max-warnings 0 allows/);
    });

    it('2 where nothing was found, and says what makes a report', async () => {
      const { code, stderr } = await make({ 'a.md': NO_REPORT }).run(['lint']);
      assert.equal(code, 2);
      assert.match(stderr, /^scrutiny: \.: no report was found among 1 Markdown file; .*“template: …”.*\n$/);
      assert.equal((await world.run(['lint', '*.md'])).code, 2);
      assert.equal((await world.run(['lint', 'x/**/*.md'])).code, 2);
      world.write('empty/x.txt', '');
      assert.equal((await world.run(['lint', 'empty'])).code, 2);
      assert.equal((await world.run(['lint', '--format', 'json'])).stdout, '[]\n');
    });

    it('0 for named files that are no reports, which are counted', async () => {
      const { code, stdout, stderr } = await make({ 'a.md': NO_REPORT, 'b.md': paper() }).run(['lint', 'a.md']);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /Nothing to check: checked 0 reports, skipped 1 file that is no report/);
      assert.match((await world.run(['lint', 'a.md', 'b.md'])).stdout, /checked 1 report, skipped 1 file that is no report/);
    });

    it('2 for a path that does not exist; the others are checked', async () => {
      const { code, stdout, stderr } = await make({ 'b.md': UNFIT }).run(['lint', 'gone.md', 'b.md']);
      assert.equal(code, 2);
      assert.equal(stderr, 'scrutiny: gone.md: there is no such file or folder\n');
      assert.match(stdout, /1 error, .*checked 1 report/);
      assert.doesNotMatch(stdout, /All is well/);
    });
  });

  describe('bad arguments: 2 and one line', () => {
    for (const argv of [
      ['lint', '--fromat', 'json'],
      ['lint', '--format', 'xml'],
      ['lint', '--stage', 'final'],
      ['lint', '--today', 'yesterday'],
      ['lint', '--today', '2026-02-30'],
      ['lint', '--today', '2026-9-8'],
      ['lint', '--max-warnings', '-1'],
      ['lint', '--max-warnings', 'many'],
      ['lint', '--fix', '--fix-dry-run'],
      ['lint', '--council', 'gone.yaml'],
      ['lint', '--council', '.'],
      ['lint', '-', 'a.md'],
      ['lint', 'a.md', '--stdin-filename', 'b.md'],
      ['lnit'],
      ['explain'],
      ['rules', 'value-cut'],
    ]) {
      it(argv.join(' '), async () => {
        const { code, stdout, stderr } = await make({ 'a.md': paper() }).run(argv);
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, /^scrutiny: [^\n]+\n$/);
      });
    }

    it('no command shows the help', async () => {
      const { code, stderr } = await make({}).run([]);
      assert.equal(code, 2);
      assert.match(stderr, /^Usage: scrutiny/);
    });
  });

  it('checks the current folder where no path is given', async () => {
    assert.deepEqual(
      (await make({ 'a/b.md': paper(), 'c.md': paper() }).json()).map(({ file }) => file),
      ['a/b.md', 'c.md'],
    );
  });

  it('shows only errors with --quiet', async () => {
    make({ 'a.md': WARNED, 'b.md': UNFIT, 'c.md': NOTED });
    const { stdout } = await world.run(['lint', '--quiet']);
    assert.doesNotMatch(stdout, /a\.md|c\.md|value-cut/);
    assert.match(stdout, /field-missing/);
    assert.match(stdout, /1 error, 1 warning, 1 note/);
    assert.match(stdout, /Only errors are shown/);
    assert.deepEqual(
      (await world.json('--quiet')).map(({ findings }) => findings.length),
      [0, 1, 0],
    );
  });

  it('counts what is missing as a note in stage draft', async () => {
    const { code, stdout } = await make({ 'a.md': UNFIT }).run(['lint', '--stage', 'draft']);
    assert.equal(code, 0);
    assert.match(stdout, /0 errors, 0 warnings, 1 note/);
    assert.match(stdout, /stage: draft/);
    assert.match((await world.run(['lint'])).stdout, /stage: publish/);
  });

  it('colours only where asked', async () => {
    make({ 'a.md': UNFIT });
    const coloured = async (argv: string[], io: object): Promise<boolean> =>
      (await world.run(['lint', ...argv], io)).stdout.includes('\u001b[');
    assert.equal(await coloured([], {}), false);
    assert.equal(await coloured([], { isTty: true }), true);
    assert.equal(await coloured(['--no-color'], { isTty: true, env: { FORCE_COLOR: '1' } }), false);
    assert.equal(await coloured([], { isTty: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(await coloured([], { isTty: true, env: { NO_COLOR: '' } }), true);
    assert.equal(await coloured([], { env: { FORCE_COLOR: '1' } }), true);
    assert.equal(await coloured([], { isTty: true, env: { FORCE_COLOR: '0' } }), false);
    assert.equal(await coloured([], { isTty: true, env: { TERM: 'dumb' } }), false);
  });

  describe('standard input', () => {
    it('is one report, with the name and the council that it is given', async () => {
      make({ 'x/council.yaml': 'rules: { field-missing: off }' });
      const { code, stdout } = await world.run(['lint', '-', '--stdin-filename', 'x/new.md', '--format', 'json'], {
        input: WARNED,
      });
      assert.equal(code, 0);
      assert.match(stdout, /"file":"x\/new\.md".*value-cut/);
      assert.equal((await world.run(['lint', '-', '--stdin-filename', 'x/new.md'], { input: UNFIT })).code, 0);
      assert.equal((await world.run(['lint', '-', '--stdin-filename', 'y/new.md'], { input: UNFIT })).code, 1);
    });

    it('has a name where none is given', async () => {
      assert.match((await make({}).run(['lint', '-'], { input: UNFIT })).stdout, /^stdin\.md$/m);
    });

    it('that is no report is skipped', async () => {
      const { code, stdout } = await make({}).run(['lint', '-'], { input: NO_REPORT });
      assert.equal(code, 0);
      assert.match(stdout, /checked 0 reports, skipped 1 file/);
    });
  });

  it('prints its version and its help', async () => {
    assert.match((await make({}).run(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
    const { code, stdout } = await world.run(['lint', '--help']);
    assert.equal(code, 0);
    for (const option of [
      '--format',
      '--fix',
      '--fix-dry-run',
      '--max-warnings',
      '--quiet',
      '--council',
      '--today',
      '--stage',
      '--stdin-filename',
    ]) {
      assert.ok(stdout.includes(option), option);
    }
  });

  it('gives 2 and one line for what should never happen, and the place of it when asked', async () => {
    const fileSystem = { resolve: () => { throw new Error('out of order'); } }; // prettier-ignore
    const { code, stderr } = await make({ 'a.md': FIXABLE }).run(['lint'], { fileSystem: fileSystem as never });
    assert.equal(code, 2);
    assert.match(stderr, /^scrutiny: [^\n]*out of order[^\n]*\n$/);
    assert.match(
      (await world.run(['lint'], { fileSystem: fileSystem as never, env: { SCRUTINY_DEBUG: '1' } })).stderr,
      /\n +at /,
    );
  });
});

describe('the files round a report', () => {
  afterEach(() => TempRepository.removeAll());
  const CITY = {
    'reports/a.md': paper({}, 'See [the plan](../plans/a.md) and [the map](map.pdf).\n'),
    'plans/a.md': '# Plan\n',
  };

  it('are looked at for each report where it stands', async () => {
    const [entry] = await new TempRepository(CITY).json('.');
    assert.deepEqual(entry?.findings.map(({ rule, column }) => `${rule} ${column}`), ['link-broken 45']); // prettier-ignore
  });

  it('are those where standard input says that it belongs, and unknown where it does not say', async () => {
    const input = CITY['reports/a.md'];
    const world = new TempRepository(CITY);
    const rules = async (...argv: string[]): Promise<string[]> => {
      const { stdout } = await world.run(['lint', '-', '--format', 'json', ...argv], { input });
      return (JSON.parse(stdout) as JsonEntry[]).flatMap(({ findings }) => findings.map(({ rule }) => rule));
    };
    assert.deepEqual(await rules('--stdin-filename', 'reports/new.md'), ['link-broken']);
    assert.deepEqual(await rules('--stdin-filename', 'new.md'), ['link-broken', 'link-broken']);
    assert.deepEqual(await rules(), []);
  });
});
