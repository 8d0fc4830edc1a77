import assert from 'node:assert/strict';
import type { Problem } from '../../server/src/workspace/files/fileSystem.ts';
import { findReports } from '../../server/src/workspace/reports/findReports.ts';
import { MemoryFiles, type Content } from '../support/memoryFiles.ts';

/** What arguments mean, given from /work (or from C:/work). */
function find(files: MemoryFiles, ...args: string[]): { names: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const cwd = files.separator === '/' ? '/work' : 'C:/work';
  const found = [...findReports({ files, cwd, problem: (problem) => problems.push(problem) }, args)];
  return { names: found.map(({ name }) => name), problems };
}

function files(paths: Readonly<Record<string, Content>>, locked: string[] = []): MemoryFiles {
  return new MemoryFiles(paths, locked);
}

function empty(...paths: string[]): Record<string, Content> {
  return Object.fromEntries(paths.map((path) => [path, '']));
}

describe('findReports', () => {
  it('walks a folder in the order of its paths and takes only Markdown', () => {
    const all = files(
      empty(
        '/work/b.md',
        '/work/a/z.md',
        '/work/a.md',
        '/work/a-b/c.md',
        '/work/A.MD',
        '/work/n.markdown',
        '/work/x.txt',
        '/work/.x/h.md',
      ),
    );
    assert.deepEqual(find(all, '.'), {
      names: ['.x/h.md', 'A.MD', 'a-b/c.md', 'a.md', 'a/z.md', 'b.md', 'n.markdown'],
      problems: [],
    });
  });

  it('leaves out .git and node_modules', () => {
    assert.deepEqual(find(files(empty('/work/.git/a.md', '/work/node_modules/b.md', '/work/c.md')), '.').names, ['c.md']);
  });

  it('takes arguments in their order and every file once, by whatever name', () => {
    const all = files({ ...empty('/work/b.md', '/work/a/c.md'), '/work/a/link.md': { link: '../b.md' } });
    assert.deepEqual(find(all, 'b.md', '.', 'a').names, ['b.md', 'a/c.md']);
  });

  it('shows what is outside the current folder as it was given', () => {
    const all = files(empty('/other/a.md', '/work/b.md'));
    assert.deepEqual(find(all, '../other').names, ['../other/a.md']);
    assert.deepEqual(find(all, '/other').names, ['/other/a.md']);
    assert.deepEqual(find(all, '/work').names, ['b.md']);
  });

  describe('.gitignore', () => {
    it('holds in its folder and below, the nearest one first', () => {
      const all = files({
        ...empty(
          '/work/a.md',
          '/work/draft-1.md',
          '/work/x/draft-2.md',
          '/work/x/keep/draft-3.md',
          '/work/out/b.md',
          '/work/x/out/c.md',
        ),
        '/work/.gitignore': '\ufeffdraft-*\n/out/\n',
        '/work/x/keep/.gitignore': '!draft-3.md\r\n',
      });
      assert.deepEqual(find(all, '.').names, ['a.md', 'x/keep/draft-3.md', 'x/out/c.md']);
    });

    it('takes back a folder that an outer one leaves out', () => {
      const all = files({
        ...empty('/work/x/out/a.md', '/work/out/b.md'),
        '/work/.gitignore': 'out\n',
        '/work/x/.gitignore': '!out\n',
      });
      assert.deepEqual(find(all, '.').names, ['x/out/a.md']);
    });

    it('holds from the folders around, as far as the repository', () => {
      const all = files({
        ...empty('/work/.git/HEAD', '/work/x/y/a.md', '/work/x/y/b.md'),
        '/.gitignore': '*.md',
        '/work/.gitignore': 'a.md',
      });
      assert.deepEqual(find(all, 'x/y').names, ['x/y/b.md']);
    });

    it('does not hold from the folders around where there is no repository', () => {
      assert.deepEqual(find(files({ '/.gitignore': '*.md', '/work/a.md': '' }), '.').names, ['a.md']);
    });

    it('does not hold for what is asked for by name', () => {
      const all = files({ ...empty('/work/.git/HEAD', '/work/out/a.md', '/work/b.md'), '/work/.gitignore': 'out/\nb.md\n' });
      assert.deepEqual(find(all, 'out', 'b.md').names, ['out/a.md', 'b.md']);
    });
  });

  describe('globs', () => {
    const all = files(empty('/work/r/2026/a.md', '/work/r/b.md', '/work/r/c.txt', '/work/other/d.md', '/work/r[1].md'));

    it('mean the Markdown files that they match', () => {
      assert.deepEqual(find(all, 'r/**/*.md').names, ['r/2026/a.md', 'r/b.md']);
      assert.deepEqual(find(all, '{r,other}/*.md').names, ['other/d.md', 'r/b.md']);
      assert.deepEqual(find(all, '/work/r/*.md').names, ['r/b.md']);
    });

    it('mean all of a folder that they match', () => {
      assert.deepEqual(find(all, 'r/*').names, ['r/2026/a.md', 'r/b.md']);
    });

    it('are names where a file is called so', () => {
      assert.deepEqual(find(all, 'r[1].md').names, ['r[1].md']);
    });

    it('that match nothing are a problem', () => {
      for (const glob of ['no/*.md', 'r/*.txt']) {
        assert.deepEqual(
          find(all, glob).problems.map(({ file }) => file),
          [glob],
        );
      }
    });
  });

  describe('links', () => {
    it('to files are followed, to folders not, so that a loop ends', () => {
      const all = files({
        ...empty('/work/a/b.md', '/else/c.md'),
        '/work/a/loop': { link: '..' },
        '/work/l.md': { link: '/else/c.md' },
        '/work/f.md': { link: 'a' },
      });
      assert.deepEqual(find(all, '.'), { names: ['a/b.md', 'l.md'], problems: [] });
    });

    it('to a folder are followed where they are given', () => {
      assert.deepEqual(find(files({ '/else/c.md': '', '/work/l': { link: '/else' } }), 'l').problems.length, 1);
    });

    it('that lead nowhere or in a circle are given, for reading them to say so', () => {
      const all = files({ '/work/a.md': { link: 'gone.md' }, '/work/b.md': { link: 'b.md' } });
      assert.deepEqual(find(all, '.').names, ['a.md', 'b.md']);
    });
  });

  it('goes on after a folder that cannot be read', () => {
    const { names, problems } = find(files(empty('/work/a/x.md', '/work/b/y.md', '/work/c.md'), ['/work/b']), '.');
    assert.deepEqual(names, ['a/x.md', 'c.md']);
    assert.deepEqual(problems, [{ file: 'b', message: 'this folder cannot be read: you have no permission' }]);
  });

  it('names what does not exist and what holds nothing', () => {
    const { names, problems } = find(files(empty('/work/a.md', '/work/b/x.txt')), 'gone.md', 'b', 'a.md');
    assert.deepEqual(names, ['a.md']);
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['gone.md', 'b'],
    );
  });

  it('reads a named file whatever it is called', () => {
    assert.deepEqual(find(files(empty('/work/a.txt')), 'a.txt').names, ['a.txt']);
  });

  describe('on Windows', () => {
    const all = new MemoryFiles(empty('C:/work/r/a.md', 'C:/work/b.md', 'D:/x/c.md'), [], '\\');

    it('takes backslashes for folders, in globs too', () => {
      assert.deepEqual(find(all, 'r\\a.md').names, ['r/a.md']);
      assert.deepEqual(find(all, 'r\\*.md').names, ['r/a.md']);
      assert.deepEqual(find(all, '.\\').names, ['b.md', 'r/a.md']);
    });

    it('shows other drives in full', () => {
      assert.deepEqual(find(all, 'D:\\x').names, ['D:/x/c.md']);
      assert.deepEqual(find(all, 'D:\\x\\*.md').names, ['D:/x/c.md']);
      assert.deepEqual(find(all, 'C:\\work\\b.md').names, ['b.md']);
    });
  });
});
