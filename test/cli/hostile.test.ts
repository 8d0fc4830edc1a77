import assert from 'node:assert/strict';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { paper, run, UNFIT, WARNED, TempRepository } from '../support/tempRepository.ts';

const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((key, i) => {
  const before = 'abcdefgh'[i];
  return `${key}: &${key} [*${before}, *${before}, *${before}, *${before}, *${before}, *${before}, *${before}, *${before}]`;
})].join('\n'); // prettier-ignore

describe('bad input ends in a finding or one line, never in a stack trace', () => {
  let world: TempRepository;
  const make = (files: Readonly<Record<string, string | Uint8Array>>): TempRepository => (world = new TempRepository(files));
  afterEach(() => TempRepository.removeAll());

  it('binary files called .md are no reports', async () => {
    const binary = Buffer.from([0, 255, 254, 1, 2, 0x2d, 0x2d, 0x2d, 0x0a, 200, 0]);
    const { code, stdout, stderr } = await make({ 'a.md': binary, 'b.md': paper() }).run(['lint']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /checked 1 report, skipped 1 file/);
  });

  it('reports that are not UTF-8 are named with what to do; the others are checked', async () => {
    make({
      'latin.md': Buffer.from(paper({ title: 'Caf\xe9' }), 'latin1'),
      'wide.md': Buffer.from(`\ufeff${paper()}`, 'utf16le'),
      'z.md': UNFIT,
    });
    const { code, stdout, stderr } = await world.run(['lint']);
    assert.equal(code, 2);
    assert.equal(
      stderr,
      'scrutiny: latin.md: it is not saved as UTF-8 (line 5 has a character that is none). In Word or Notepad choose Save As and the encoding UTF-8.\n' +
        'scrutiny: wide.md: it is not saved as UTF-8 (it is UTF-16). In Word or Notepad choose Save As and the encoding UTF-8.\n',
    );
    assert.match(stdout, /1 error, .*checked 1 report/);
  });

  it('texts that are no reports may be in any encoding', async () => {
    make({ 'a.md': Buffer.from('# Caf\xe9', 'latin1'), 'b.md': Buffer.from('\ufeff# Title', 'utf16le'), 'c.md': paper() });
    assert.equal((await world.run(['lint'])).code, 0);
  });

  it('5 MB of text is too large to be checked, and says so', async () => {
    const { code, stdout, stderr } = await make({ 'a.md': paper({}, 'word '.repeat(1_000_000)) }).run(['lint']);
    assert.deepEqual([code, stderr], [1, '']);
    assert.match(stdout, /too-large/);
    assert.ok(stdout.length < 2000);
  });

  it('an alias bomb in a report', async () => {
    const { code, stderr } = await make({ 'a.md': `---\ntemplate: partner-paper\n${BOMB}\n---\n` }).run(['lint']);
    assert.deepEqual([code, stderr], [1, '']);
  });

  it('an alias bomb in council.yaml', async () => {
    const { code, stderr } = await make({ 'council.yaml': BOMB, 'a.md': paper() }).run(['lint']);
    assert.ok(code === 1 || code === 2);
    assert.match(stderr, /^(?:scrutiny: [^\n]+\n)*$/);
  });

  it('__proto__ as a key', async () => {
    make({
      'council.yaml': '__proto__: { name: x }\nrules: { __proto__: off, constructor: off }',
      'a.md': paper({ __proto: '1', constructor: 'x', toString: 'y' }).replace('__proto:', '__proto__:'),
    });
    const { code, stderr } = await world.run(['lint']);
    assert.deepEqual([code, stderr], [1, '']);
    assert.equal(({} as { name?: string }).name, undefined);
    assert.deepEqual(
      (await world.json()).map(({ file }) => file),
      ['council.yaml', 'a.md'],
    );
  });

  it('links that lead in a circle', async () => {
    make({ 'a.md': paper(), 'x/b.md': paper() });
    world.link('x/again', '..');
    assert.match((await world.run(['lint'])).stdout, /checked 2 reports/);
    world.link('c.md', 'c.md');
    const { code, stderr } = await world.run(['lint']);
    assert.equal(code, 2);
    assert.equal(stderr, 'scrutiny: c.md: it cannot be read: its link leads in a circle\n');
  });

  it('folders and files without permission', async () => {
    const fileSystem = new MemoryFiles({ '/w/a.md': WARNED, '/w/secret/b.md': '', '/w/c.md': '' }, ['/w/secret', '/w/c.md']);
    const { code, stdout, stderr } = await run(['lint'], { cwd: '/w', fileSystem });
    assert.equal(code, 2);
    assert.equal(
      stderr,
      'scrutiny: c.md: it cannot be read: you have no permission\nscrutiny: secret: this folder cannot be read: you have no permission\n',
    );
    assert.match(stdout, /1 warning, .*checked 1 report/);
  });

  it('a report whose front matter has no end', async () => {
    const { code, stdout } = await make({ 'a.md': '---\ntemplate: partner-paper\ntitle: x' }).run(['lint']);
    assert.equal(code, 1);
    assert.match(stdout, /front-matter-unclosed/);
  });

  it('a folder called .md, an empty file, a name that a terminal would act on', async () => {
    make({ 'x.md/a.md': paper(), 'empty.md': '', 'b\u001b[2J.md': UNFIT });
    const { code, stdout } = await world.run(['lint']);
    assert.equal(code, 1);
    assert.match(stdout, /b␛\[2J\.md/);
    assert.match(stdout, /checked 2 reports, skipped 1 file/);
  });

  it('a broken template: one line, and the report is checked', async () => {
    make({ 'council.yaml': 'templates: t/*.schema.json', 't/own.schema.json': '{ "title": ', 'a.md': UNFIT });
    const { code, stdout, stderr } = await world.run(['lint']);
    assert.equal(code, 2);
    assert.match(stderr, /^scrutiny: t\/own\.schema\.json: it is not valid JSON[^\n]*\n$/);
    assert.match(stdout, /field-missing/);
  });

  it('a council.yaml that is no YAML: one line, a finding, and the report is checked', async () => {
    const { code, stdout, stderr } = await make({ 'council.yaml': 'name: x\n\tkind: y\n', 'a.md': UNFIT }).run(['lint']);
    assert.equal(code, 2);
    assert.match(stderr, /^scrutiny: council\.yaml: line 2 [^\n]*\n$/);
    assert.match(stdout, /^council\.yaml\n[^]*council-invalid[^]*field-missing/);
  });
});
