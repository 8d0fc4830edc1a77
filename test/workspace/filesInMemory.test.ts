import assert from 'node:assert/strict';
import { FilesInMemory } from '../../server/src/workspace/files/filesInMemory.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';

const text = (files: FilesInMemory, path: string): string => new TextDecoder().decode(files.readFile(path));

describe('files in memory', () => {
  it('hide those below them until they are taken away', () => {
    const files = new FilesInMemory(new MemoryFiles({ '/work/a.md': 'saved', '/work/b.md': 'b' }));
    files.put('/work/a.md', 'unsaved');
    files.put('/work/new/c.md', 'c');
    assert.equal(text(files, '/work/a.md'), 'unsaved');
    assert.deepEqual([...files.readFolder('/work')].map(({ name, kind }) => `${name} ${kind}`).sort(), [
      'a.md file',
      'b.md file',
      'new folder',
    ]);
    files.remove('/work/a.md');
    files.remove('/work/new/c.md');
    assert.equal(text(files, '/work/a.md'), 'saved');
    assert.deepEqual([...files.readFolder('/work')].map(({ name }) => name).sort(), ['a.md', 'b.md']);
    assert.equal(files.kindOf('/work/new'), undefined);
  });

  it('stand alone where there are no others', () => {
    const files = new FilesInMemory();
    files.put('/work/a.md', 'a');
    files.put('/work/map.pdf', undefined);
    assert.equal(files.kindOf('/work'), 'folder');
    assert.equal(files.kindOf('/work/map.pdf'), 'file');
    assert.equal(files.resolve('/work/reports', '../a.md'), '/work/a.md');
    assert.equal(files.resolve('C:/work', './b/../a.md'), 'C:/work/a.md');
    for (const read of [
      () => files.readFile('/work/map.pdf'),
      () => files.readFile('/work/none.md'),
      () => files.readFolder('/none'),
    ])
      assert.throws(read, { code: 'ENOENT' });
    assert.throws(() => files.readFile('/work'), { code: 'EISDIR' });
    assert.throws(() => files.writeFile('/work/a.md', new Uint8Array()), { code: 'EROFS' });
  });

  it('turn into a folder when something stands in them', () => {
    const files = new FilesInMemory();
    files.put('/work/old', undefined);
    files.put('/work/old/a.md', 'a');
    assert.equal(files.kindOf('/work/old'), 'folder');
    assert.deepEqual(files.readFolder('/work'), [{ name: 'old', kind: 'folder' }]);
  });
});
