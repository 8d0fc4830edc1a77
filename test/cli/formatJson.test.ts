import assert from 'node:assert/strict';
import { FIXABLE, paper, WARNED, TempRepository } from '../support/tempRepository.ts';

interface Entry {
  file: string;
  findings: Record<string, unknown>[];
}

describe('--format json', () => {
  let world: TempRepository;
  const make = (files: Readonly<Record<string, string | Uint8Array>>): TempRepository => (world = new TempRepository(files));
  afterEach(() => TempRepository.removeAll());

  it('gives an entry for every report, and nothing else on standard output', async () => {
    const { code, stdout } = await make({ 'a.md': FIXABLE, 'b/c.md': paper(), 'no.md': '# No report' }).run([
      'lint',
      '--format',
      'json',
    ]);
    assert.equal(code, 1);
    const [first, ...others] = JSON.parse(stdout) as [Entry, ...Entry[]];
    assert.deepEqual(others, [{ file: 'b/c.md', findings: [] }]);
    assert.equal(first.file, 'a.md');
    const { message, ...finding } = first.findings[0] ?? {};
    assert.equal(typeof message, 'string');
    assert.deepEqual(finding, {
      rule: 'field-invalid',
      severity: 'error',
      line: 6,
      column: 13,
      endLine: 6,
      endColumn: 16,
      path: 'appendices',
      fixable: true,
    });
  });

  it('counts columns in UTF-16 from 1, a byte-order mark not being one', async () => {
    make({
      'a.md': paper({ title: '📚 of contract #12' }),
      'b.md': `\ufeff${WARNED}`,
      'c.md': `\ufeff---\ntemplate: paper\n---\n`,
    });
    const found = (await world.json()).map(({ findings }) => findings[0]);
    assert.deepEqual([found[0]?.line, found[0]?.column, found[0]?.endColumn], [5, 23, 26]);
    assert.deepEqual([found[1]?.line, found[1]?.column], [5, 27]);
    assert.deepEqual([found[2]?.line, found[2]?.column], [2, 11]);
  });

  it('says where in lists and mappings', async () => {
    make({ 'a.md': paper({ recommendations: '[ a: b ]', 'impact-assessment': '{ risk: { current: huge, residual: low } }' }) });
    const paths = (await world.json())[0]?.findings.map(({ path }) => path);
    assert.ok(paths?.includes('impact-assessment.risk.current'), String(paths));
    assert.ok(paths?.includes('recommendations[0]'), String(paths));
  });

  it('gives a faulty council.yaml an entry of its own, once', async () => {
    const { code } = await make({ 'council.yaml': 'nmae: Northmoor', 'a.md': paper(), 'x/b.md': paper() }).run(['lint']);
    assert.equal(code, 1);
    const entries = await world.json();
    assert.deepEqual(
      entries.map(({ file }) => file),
      ['council.yaml', 'a.md', 'x/b.md'],
    );
    const [finding] = entries[0]?.findings ?? [];
    assert.deepEqual([finding?.rule, finding?.line, finding?.column, finding?.fixable], ['council-invalid', 1, 1, false]);
  });

  it('stays JSON when something is wrong', async () => {
    make({ 'a.md': paper(), 'u.md': Buffer.from(`\ufeff${paper()}`, 'utf16le') });
    const { code, stdout } = await world.run(['lint', '--format', 'json', 'gone.md', '.']);
    assert.equal(code, 2);
    assert.deepEqual(JSON.parse(stdout), [{ file: 'a.md', findings: [] }]);
  });

  it('has findings on standard error beside a fixed report on standard output', async () => {
    const { stdout, stderr } = await make({}).run(['lint', '--fix', '-', '--format', 'json'], { input: WARNED });
    assert.equal(stdout, WARNED);
    assert.equal((JSON.parse(stderr) as unknown[]).length, 1);
  });
});
