import assert from 'node:assert/strict';
import { Councils } from '../../server/src/workspace/council/findCouncil.ts';
import type { LoadedCouncil } from '../../server/src/workspace/council/loadCouncil.ts';
import { MemoryFiles, type Content } from '../support/memoryFiles.ts';

const terms = { stage: 'publish', today: '2026-09-01', show: (path: string) => path } as const;

function councils(files: MemoryFiles, only?: string): Councils {
  return new Councils(files, terms, only);
}

async function load(contents: Record<string, Content>, locked: string[] = []): Promise<LoadedCouncil> {
  return councils(new MemoryFiles(contents, locked)).load('/r');
}

const TEMPLATE = JSON.stringify({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Planning',
  description: 'A planning paper.',
  $ref: 'scrutiny:report',
  'x-layout': 'paper',
  properties: { committee: true, date: true, title: true },
  required: ['committee'],
});

describe('council.yaml', () => {
  it('is the nearest one upwards, and is read once', async () => {
    const files = new MemoryFiles({
      '/r/council.yaml': 'name: Outer',
      '/r/a/council.yaml': 'name: Inner',
      '/r/a/b/x.md': '',
      '/r/c/x.md': '',
    });
    const all = councils(files);
    const [first, second, inner] = [await all.load('/r/c'), await all.load('/r'), await all.load('/r/a/b')];
    assert.equal(first, second);
    assert.equal(all.cached('/r/c'), first);
    assert.equal(all.cached('/r/d'), undefined);
    assert.equal(first.knowledge.council.name, 'Outer');
    assert.equal(inner.knowledge.council.name, 'Inner');
    assert.deepEqual(files.reads, ['/r/council.yaml', '/r/a/council.yaml']);
  });

  it('is not looked for above the repository', async () => {
    const contents = { '/council.yaml': 'name: Above', '/r/.git/HEAD': '', '/r/a/x.md': '', '/s/a/x.md': '' };
    const all = councils(new MemoryFiles(contents));
    assert.equal((await all.load('/r/a')).file, undefined);
    assert.equal((await all.load('/s/a')).knowledge.council.name, 'Above');
  });

  it('can be given for all reports', async () => {
    const all = councils(
      new MemoryFiles({ '/r/council.yaml': 'name: Near', '/else/other.yaml': 'name: Given' }),
      '/else/other.yaml',
    );
    assert.equal((await all.load('/r')).knowledge.council.name, 'Given');
  });

  it('says which files are reports', async () => {
    const { isReport } = await load({ '/r/council.yaml': 'reports: [papers/**/*.md, ./minutes/*.md]' });
    assert.deepEqual(['/r/papers/a.md', '/r/papers/b/c.md', '/r/minutes/d.md', '/r/e.md', '/papers/a.md'].map(isReport), [
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('that is no YAML is a problem and a finding at its line, and nothing of it is used', async () => {
    const { problems, file, knowledge } = await load({ '/r/council.yaml': 'name: Northmoor\n\tkind: x\n' });
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /^line 2 cannot be read as YAML/);
    assert.equal(file?.findings.length, 1);
    assert.deepEqual(knowledge.council, {});
  });

  it('that cannot be read is a problem', async () => {
    const locked = await load({ '/r/council.yaml': '' }, ['/r/council.yaml']);
    assert.deepEqual(locked.problems, [{ file: '/r/council.yaml', message: 'it cannot be read: you have no permission' }]);
    const wide = await load({ '/r/council.yaml': Buffer.from('\ufeffname: x', 'utf16le') });
    assert.match(wide.problems[0]?.message ?? '', /UTF-16/);
  });

  describe('templates', () => {
    it('of its own stand beside the built-in ones', async () => {
      const { knowledge, problems } = await load({
        '/r/council.yaml': 'templates: t/*.schema.json',
        '/r/t/planning.schema.json': `\ufeff${TEMPLATE}`,
      });
      assert.deepEqual(problems, []);
      assert.ok(knowledge.templates.has('planning'));
      assert.ok(knowledge.templates.has('committee-report'));
    });

    it('that are broken are a problem that names the file; the others are used', async () => {
      const { knowledge, problems } = await load({
        '/r/council.yaml': 'templates: t/*.schema.json',
        '/r/t/broken.schema.json': '{\n "title": "x",\n oops }',
        '/r/t/planning.schema.json': TEMPLATE,
      });
      assert.deepEqual(
        problems.map(({ file }) => file),
        ['/r/t/broken.schema.json'],
      );
      assert.match(problems[0]?.message ?? '', /not valid JSON/);
      assert.ok(knowledge.templates.has('planning'));
    });

    it('must stand below the council.yaml', async () => {
      for (const glob of ['../t/*.json', '/t/a.schema.json', 't/../../t/a.schema.json']) {
        const { knowledge, problems } = await load({ '/r/council.yaml': `templates: "${glob}"`, '/t/a.schema.json': TEMPLATE });
        assert.equal(problems.length, 1, glob);
        assert.ok(!knowledge.templates.has('a'), glob);
      }
    });

    it('that are named and not there are a problem', async () => {
      const { problems } = await load({ '/r/council.yaml': 'templates: t/gone.schema.json' });
      assert.deepEqual(problems, [{ file: '/r/t/gone.schema.json', message: 'it cannot be read: it does not exist' }]);
    });
  });
});
