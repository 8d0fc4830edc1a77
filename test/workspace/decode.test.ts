import assert from 'node:assert/strict';
import { decode, encodingProblem } from '../../server/src/workspace/files/decode.ts';

describe('decode', () => {
  it('keeps a byte-order mark', () => {
    assert.deepEqual(decode(new TextEncoder().encode('\ufeffé')), { text: '\ufeffé', encoding: 'utf-8' });
  });

  it('knows UTF-16 by its mark, in both orders', () => {
    for (const [bytes, text] of [
      [Buffer.from('\ufeffabc', 'utf16le'), 'abc'],
      [Buffer.from('\ufeffabc', 'utf16le').swap16(), 'abc'],
    ] as const) {
      const decoded = decode(bytes);
      assert.equal(decoded.text, text);
      assert.match(encodingProblem(decoded) ?? '', /it is UTF-16\)\. In Word or Notepad choose Save As/);
    }
  });

  it('says on which line the first wrong character stands', () => {
    const decoded = decode(Buffer.from('one\r\ntwo \x92\nthree \x92', 'latin1'));
    assert.equal(decoded.text, 'one\r\ntwo \ufffd\nthree \ufffd');
    assert.match(encodingProblem(decoded) ?? '', /line 2 /);
  });
});
