import assert from 'node:assert/strict';
import { FIXABLE, paper, UNFIT, WARNED, TempRepository } from '../support/tempRepository.ts';

const LIST = 'scrutiny-suppressions.json';

describe('scrutiny lint with a list of suppressions', () => {
  after(() => TempRepository.removeAll());

  const make = (files: Readonly<Record<string, string>>): TempRepository =>
    new TempRepository({ 'council.yaml': 'name: Northmoor Council\n', ...files });

  /** The rules found, by file. */
  const found = async (world: TempRepository, ...argv: string[]): Promise<Record<string, string[]>> =>
    Object.fromEntries((await world.json(...argv)).map(({ file, findings }) => [file, findings.map(({ rule }) => rule)]));

  it('--suppress-all lists all findings beside council.yaml, and later runs tell only what is new', async () => {
    const world = make({ 'reports/a.md': UNFIT, 'reports/b.md': WARNED, 'reports/c.md': paper() });
    const { code, stdout } = await world.run(['lint', '--suppress-all']);
    assert.equal(code, 0);
    assert.match(stdout, /^2 findings are accepted for now: written to scrutiny-suppressions\.json\.$/m);
    assert.deepEqual(JSON.parse(world.read(LIST)), {
      'reports/a.md': { 'field-missing': ['title: partner-paper'] },
      'reports/b.md': { 'value-cut': ['title: #12'] },
    });
    const later = await world.run(['lint', '--max-warnings', '0']);
    assert.equal(later.code, 0);
    assert.match(later.stdout, /^2 earlier findings are accepted and not shown \(scrutiny-suppressions\.json\)\.\nAll is well/m);
    world.write('reports/b.md', WARNED.replace('---\n\n', 'appendices: n/a\n---\n\n'));
    assert.deepEqual(await found(world), { 'reports/a.md': [], 'reports/b.md': ['field-invalid'], 'reports/c.md': [] });
  });

  it('knows a finding again where it has moved, not where its text has changed, and no second one like it', async () => {
    const body = 'The the library is open.\n\nOn Mondays TODO ask Ann.\n';
    const world = make({ 'a.md': paper({}, body) });
    await world.run(['lint', '--suppress-all']);
    world.write('a.md', paper({}, `It opened in 1931.\n\n${body}`));
    assert.deepEqual(await found(world), { 'a.md': [] });
    world.write('a.md', paper({}, body.replace('TODO ask Ann', '(I have added this day.)')));
    assert.deepEqual(await found(world), { 'a.md': ['drafting-note'] });
    world.write('a.md', paper({}, `${body}\nOn Tuesdays TODO ask Ann.\n`));
    assert.deepEqual(await found(world), { 'a.md': ['drafting-note'] });
  });

  it('--prune-suppressions drops what no longer occurs, and says so before', async () => {
    const world = make({ 'a.md': UNFIT, 'b.md': WARNED, 'c.md': WARNED });
    await world.run(['lint', '--suppress-all']);
    world.write('a.md', paper());
    world.remove('c.md');
    const before = await world.run(['lint']);
    assert.match(before.stdout, /^1 accepted finding no longer occurs: --prune-suppressions drops it from the\nlist\.$/m);
    assert.equal((await world.run(['lint', '--prune-suppressions'])).code, 0);
    assert.deepEqual(JSON.parse(world.read(LIST)), { 'b.md': { 'value-cut': ['title: #12'] } });
  });

  it('keeps what it says of reports that are not part of the run', async () => {
    const world = make({ 'a.md': UNFIT, 'b.md': WARNED });
    await world.run(['lint', '--suppress-all', 'a.md']);
    await world.run(['lint', '--suppress-all', 'b.md']);
    assert.deepEqual(Object.keys(JSON.parse(world.read(LIST)) as object), ['a.md', 'b.md']);
    assert.deepEqual(await found(world), { 'a.md': [], 'b.md': [] });
  });

  it('leaves accepted findings as they are with --fix', async () => {
    const world = make({ 'a.md': FIXABLE });
    await world.run(['lint', '--suppress-all']);
    assert.equal((await world.run(['lint', '--fix'])).code, 0);
    assert.equal(world.read('a.md'), FIXABLE);
  });

  it('gives 2, and tells every finding, for a list that cannot be read; it is not written over', async () => {
    for (const broken of ['{', '[]', '{"a.md": {"field-empty": "title"}}', '{"a.md": {"field-empty": [1]}}']) {
      const world = make({ 'a.md': UNFIT, [LIST]: broken });
      const { code, stdout, stderr } = await world.run(['lint', '--suppress-all']);
      assert.equal(code, 2);
      assert.match(stderr, /^scrutiny: scrutiny-suppressions\.json: it is not as --suppress-all writes it; [^\n]*\n$/);
      assert.equal(world.read(LIST), broken);
      assert.doesNotMatch(stdout, /written/);
      assert.deepEqual(await found(world), { 'a.md': ['field-missing'] });
    }
  });

  it('gives 2 where there is no council.yaml to keep the list beside', async () => {
    const world = new TempRepository({ 'a.md': UNFIT });
    const { code, stderr } = await world.run(['lint', '--suppress-all']);
    assert.equal(code, 2);
    assert.match(stderr, /^scrutiny: a\.md: there is no council\.yaml beside or above it/);
  });

  it('does not go with standard input or with --fix', async () => {
    const world = make({ 'a.md': UNFIT });
    assert.equal((await world.run(['lint', '--suppress-all', '-'], { input: UNFIT })).code, 2);
    assert.equal((await world.run(['lint', '--suppress-all', '--fix'])).code, 2);
  });

  it('is safe with a report that is named like a property of every object', async () => {
    const world = make({ '__proto__.md': UNFIT, 'constructor.md': UNFIT });
    await world.run(['lint', '--suppress-all']);
    assert.deepEqual(await found(world), { '__proto__.md': [], 'constructor.md': [] });
  });
});
