import assert from 'node:assert/strict';
import { below, parentOf, relativePath, upwards } from '../../server/src/workspace/paths.ts';

describe('paths', () => {
  it('go up to the top of the disk', () => {
    assert.deepEqual([...upwards('/a/b')], ['/a/b', '/a', '/']);
    assert.deepEqual([...upwards('C:/a/b')], ['C:/a/b', 'C:/a', 'C:/']);
    assert.deepEqual([...upwards('//server/share/a')], ['//server/share/a', '//server/share']);
    assert.equal(parentOf('//server/share/'), undefined);
  });

  it('are told apart from those that begin alike', () => {
    assert.equal(below('/a/b', '/a/b/c.md'), 'c.md');
    assert.equal(below('/a/b', '/a/bc.md'), undefined);
    assert.equal(below('/a/b', '/a/b'), undefined);
    assert.equal(below('/', '/a'), 'a');
    assert.equal(below('C:/', 'C:/a/b'), 'a/b');
  });

  it('lead from a folder to a file', () => {
    assert.equal(relativePath('/a/b', '/a/c/d.md'), '../c/d.md');
    assert.equal(relativePath('/a', '/a/d.md'), 'd.md');
    assert.equal(relativePath('/a/b', '/a/b'), '.');
  });
});
