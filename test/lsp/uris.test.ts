import assert from 'node:assert/strict';
import { pathOf, uriBelow, uriOf } from '../../server/src/lsp/documents/uris.ts';

describe('paths and URIs', () => {
  for (const [uri, path] of [
    ['file:///work/a%20b.md', '/work/a b.md'],
    ['file:///c%3A/Work/a.md', 'C:/Work/a.md'],
    ['file://server/share/a.md', '//server/share/a.md'],
    ['vscode-vfs://github/owner/repo/a.md', '/vscode-vfs:/github/owner/repo/a.md'],
  ] as const) {
    it(`${path} is ${uri}, there and back`, () => {
      assert.equal(pathOf(uri), path);
      assert.equal(uriOf(path), uri);
    });
  }

  it('are the same however a client spells a drive', () => {
    assert.equal(pathOf('file:///C:/Work/a.md'), 'C:/Work/a.md');
    assert.equal(pathOf('file:///c:/Work/a.md'), 'C:/Work/a.md');
  });

  it('of documents that were never saved are paths too', () => {
    assert.equal(pathOf('untitled:Untitled-1'), '/untitled://Untitled-1');
  });

  it('below a folder keep the folder as the client wrote it', () => {
    assert.equal(uriBelow('file:///C:/Work/', "reports/a (b)'s #1.md"), 'file:///C:/Work/reports/a%20%28b%29%27s%20%231.md');
  });
});
