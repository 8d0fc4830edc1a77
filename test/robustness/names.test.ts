import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { FIXABLE, TempRepository } from '../support/tempRepository.ts';

const FIXED = FIXABLE.replace('n/a', 'none');
/** As people, other systems and attackers name files; none is longer than the 255 bytes that there may be. */
const NAMES = [
  'a\nb.md', 'a\n+++ b.md', '-rf.md', '--fix.md', 'x\u202edm.md', `${'n'.repeat(252)}.md`, `${'é'.repeat(126)}.md`,
  "q'\"$(touch ran)`touch ran`.md", 'a;touch ran|b.md', 'tab\tname.md', 'cr\rlf.md', '%2e%2e.md', ' before.md', '# hash.md',
  '!not.md', '[x].md', '{a,b}.md', 'star*.md', '\u001b[31m.md',
]; // prettier-ignore

describe('odd names of files', () => {
  let world: TempRepository;
  before(function () {
    // Windows takes few of them.
    if (process.platform === 'win32') this.skip();
    world = new TempRepository(Object.fromEntries(NAMES.map((name) => [name, FIXABLE])));
  });
  after(() => TempRepository.removeAll());

  it('are told without what a terminal acts on, and are read', async () => {
    const { stdout, stderr } = await world.run(['lint']);
    assert.doesNotMatch(stdout + stderr, /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    assert.match(stdout, new RegExp(`checked ${NAMES.length} reports`));
  });

  it('stand in a patch so that git makes the very changes', async () => {
    const patch = (await world.run(['lint', '--fix-dry-run'])).stdout;
    const copy = new TempRepository(Object.fromEntries(NAMES.map((name) => [name, FIXABLE])));
    const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd: copy.folder, input: patch, encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
    for (const name of NAMES) assert.equal(copy.read(name), FIXED, JSON.stringify(name));
  });

  it('are accepted findings of, and no other file is', async () => {
    const copy = new TempRepository({
      ...Object.fromEntries(NAMES.map((name) => [name, FIXABLE])),
      'council.yaml': 'name: Northmoor\n',
    });
    await copy.run(['lint', '--suppress-all']);
    copy.write('other.md', FIXABLE);
    const { stdout } = await copy.run(['lint', '--format', 'json']);
    const told = (JSON.parse(stdout) as { file: string; findings: unknown[] }[]).filter(({ findings }) => findings.length > 0);
    assert.deepEqual(told.map(({ file }) => file), ['other.md']); // prettier-ignore
  });

  it('are fixed, and nothing is left beside', async () => {
    assert.equal((await world.run(['lint', '--fix'])).stderr, '');
    for (const name of NAMES) assert.equal(world.read(name), FIXED, JSON.stringify(name));
    assert.deepEqual(readdirSync(world.folder).sort(), ['.git', ...NAMES].sort());
  });
});
