import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, editsConflict } from '../../server/src/text/edit.ts';
import { foldPunctuation } from '../../server/src/text/foldPunctuation.ts';
import { LineIndex, lineEndOf } from '../../server/src/text/lines.ts';
import { formatPath, isWithin } from '../../server/src/text/path.ts';
import { SourceText, SourceTextBuilder } from '../../server/src/text/sourceText.ts';

describe('text', () => {
  it('makes edits from any order and refuses overlapping ones', () => {
    const insert = { span: { start: 3, end: 3 }, text: '!' };
    const replace = { span: { start: 0, end: 2 }, text: 'AB' };
    assert.equal(applyEdits('abcd', [insert, replace]), 'ABc!d');
    assert.throws(() => applyEdits('abcd', [replace, { span: { start: 1, end: 3 }, text: '' }]), RangeError);
    assert.equal(editsConflict(insert, replace), false);
    assert.equal(editsConflict(replace, { span: { start: 1, end: 1 }, text: 'x' }), true);
  });

  it('prints paths as people read them', () => {
    assert.equal(formatPath(['impact-assessment', 'risk', 'current']), 'impact-assessment.risk.current');
    assert.equal(formatPath(['recommendations', 0]), 'recommendations[0]');
    assert.equal(isWithin(['a', 0, 'b'], ['a', 0]), true);
    assert.equal(isWithin(['a'], ['a', 0]), false);
  });

  it('counts lines at LF, CRLF and CR, and columns in UTF-16 units', () => {
    const text = 'a\r\n😀b\rc\n';
    const lines = new LineIndex(text);
    assert.equal(lines.count, 4);
    assert.deepEqual(lines.placeAt(text.indexOf('b')), { line: 2, column: 3 });
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.read(line)),
      ['a', '😀b', 'c', ''],
    );
    assert.deepEqual(lines.placeAt(text.length), { line: 4, column: 1 });
  });

  it('places every offset in the line that holds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀') }), (text) => {
        const lines = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, column } = lines.placeAt(offset);
          assert.equal(lines.start(line - 1) + column - 1, offset);
        }
      }),
    );
  });

  it('tells the line end that a text uses', () => {
    assert.equal(lineEndOf('a\r\nb\n'), '\r\n');
    assert.equal(lineEndOf('a\nb'), '\n');
    assert.equal(lineEndOf('a'), '\n');
  });

  it('folds what people paste from Word, character for character', () => {
    assert.equal(foldPunctuation('‘a’ “b” c\u00a0–\u00a0d'), `'a' "b" c - d`);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldPunctuation(text).length === text.length));
  });
});

describe('SourceText', () => {
  const source = "k: 'it''s so'";
  const out = new SourceTextBuilder(4);
  out.add('it', 4);
  out.addFor("'", { start: 6, end: 8 });
  out.add('s so', 8);
  const text = out.build();

  it('knows where each stretch was read from', () => {
    assert.equal(text.text, "it's so");
    const read = (from: number, to: number): string => {
      const span = text.spanOf(from, to);
      return source.slice(span.start, span.end);
    };
    assert.equal(read(0, 2), 'it');
    assert.equal(read(2, 3), "''");
    assert.equal(read(1, 5), "t''s ");
    assert.equal(read(0, 7), "it''s so");
    assert.deepEqual(text.spanOf(7, 7), { start: 12, end: 12 });
  });

  it('finds the read offset of a source offset', () => {
    assert.deepEqual(
      [4, 6, 7, 8, 12].map((offset) => text.offsetOf(offset)),
      [0, 2, 2, 3, 7],
    );
  });

  it('reads a text within a text', () => {
    const inner = SourceText.verbatim(text.text, { start: 1, end: 4 }).within(text);
    assert.equal(inner.text, "t's");
    assert.deepEqual(inner.span, { start: 5, end: 9 });
  });
});
