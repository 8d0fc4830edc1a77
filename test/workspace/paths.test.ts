import assert from 'node:assert/strict';
import { relativeTo, parentOf, relativePath, ancestors } from '../../server/src/workspace/files/paths.ts';

describe('paths', () => {
  it('go up to the top of the disk', () => {
    assert.deepEqual([...ancestors('/a/b')], ['/a/b', '/a', '/']);
    assert.deepEqual([...ancestors('C:/a/b')], ['C:/a/b', 'C:/a', 'C:/']);
    assert.deepEqual([...ancestors('//server/share/a')], ['//server/share/a', '//server/share']);
    assert.equal(parentOf('//server/share/'), undefined);
  });

  it('are told apart from those that begin alike', () => {
    assert.equal(relativeTo('/a/b', '/a/b/c.md'), 'c.md');
    assert.equal(relativeTo('/a/b', '/a/bc.md'), undefined);
    assert.equal(relativeTo('/a/b', '/a/b'), undefined);
    assert.equal(relativeTo('/', '/a'), 'a');
    assert.equal(relativeTo('C:/', 'C:/a/b'), 'a/b');
  });

  it('lead from a folder to a file', () => {
    assert.equal(relativePath('/a/b', '/a/c/d.md'), '../c/d.md');
    assert.equal(relativePath('/a', '/a/d.md'), 'd.md');
    assert.equal(relativePath('/a/b', '/a/b'), '.');
  });
});
