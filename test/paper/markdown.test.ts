import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown, type Markdown } from '../../server/src/paper/markdown/markdown.ts';
import { OBJECT } from '../../server/src/paper/markdown/inline.ts';
import { SourceText } from '../../server/src/text/sourceText.ts';
import { awkward, corpus, examples, withCrLf } from '../support/samples.ts';

const read = (text: string): Markdown => readMarkdown(SourceText.verbatim(text, { start: 0, end: text.length }));
const slice = (text: string, span: { start: number; end: number }): string => text.slice(span.start, span.end);

/** Every text of the document equals its source, but for what a mark, an escape or a line end stands for. */
function assertPlaced(text: string): void {
  const source = text.replaceAll('\0', '\ufffd');
  for (const { text: passage } of read(text).passages) {
    for (const piece of passage.pieces) {
      const inSource = slice(source, piece.source);
      const inText = passage.text.slice(piece.at, piece.at + piece.length);
      if (inText.length !== inSource.length || inText === OBJECT) continue;
      assert.equal(inText.replaceAll('\r', '\n'), inSource.replaceAll('\r', '\n'));
    }
  }
}

describe('Markdown', () => {
  const parts = [
    'a', 'b c', ' ', '\n', '\n\n', '*', '**', '***', '_', '[x](y "t")', '[', '](', '![alt](p.png)', '`', '`c`', '``', '\\*', '\\', '&amp;',
    '&#65;', '<!-- c -->', '<b>', '</b>', '|', '\n| a | b |\n|---|---|\n| c\\|d | e |\n', '> ', '- ', '1. ', '    ', '\t', '# ', '## h ##\n',
    '\n===\n', '[^1]', '\n[^1]: note\n', '  \n', '\r\n', '\r', '😀', 'é', '<http://x.y>', '\0', '~~~\n', '[r]', '\n[r]: http://z\n', '!', '~~',
  ]; // prettier-ignore
  const markdown = fc.array(fc.constantFrom(...parts), { maxLength: 18 }).map((chosen) => chosen.join(''));

  it('gives every text its place, whatever the text', () => {
    fc.assert(fc.property(markdown, assertPlaced), { numRuns: 3000 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), assertPlaced));
  });

  for (const sample of [awkward, ...examples, ...corpus].flatMap((one) => [one, withCrLf(one)])) {
    it(`gives every text of ${sample.name} its place`, () => assertPlaced(sample.text));
  }

  it('shows prose as people read it, without code, marks and comments', () => {
    const text = 'Some **bold** `code` &amp; \\*stars\\* <!-- not this --> and ![alt](a.png)\nmore';
    assert.equal(read(text).passages[0]?.text.text, `Some bold ${OBJECT} & *stars*  and ${OBJECT}\nmore`);
  });

  it('places links, images and comments', () => {
    const text = 'See [the *plan*](plan.md "T") or ![map](m.png "decorative").\n\n<!-- for you -->\n';
    const { links, images, comments } = read(text);
    assert.deepEqual(
      links.map((link) => [link.text, link.href, slice(text, link.span)]),
      [['the plan', 'plan.md', '[the *plan*](plan.md "T")']],
    );
    assert.deepEqual(
      images.map((image) => [image.alt, image.title, slice(text, image.span)]),
      [['map', 'decorative', '![map](m.png "decorative")']],
    );
    assert.deepEqual(
      comments.map((comment) => [comment.text, slice(text, comment.span)]),
      [['for you', '<!-- for you -->']],
    );
  });

  it('reads what stands beside a comment in one block: the comment ends at its first end', () => {
    const text = '<!-- a --> We [insert name] <!-- b --> <b>so</b>\n\n<!-- c --> <!-- d -->\n\n> <!-- e\n> f\n';
    const { passages, comments } = read(text);
    assert.deepEqual(
      passages.map((passage) => [passage.text.text, slice(text, passage.text.spanOf(4, 17)), slice(text, passage.block)]),
      [[' We [insert name]  <b>so</b>', '[insert name]', '<!-- a --> We [insert name] <!-- b --> <b>so</b>']],
    );
    assert.deepEqual(
      comments.map((comment) => [comment.text, slice(text, comment.span)]),
      [
        ['a', '<!-- a -->'],
        ['b', '<!-- b -->'],
        ['c', '<!-- c -->'],
        ['d', '<!-- d -->'],
        ['e\nf', '<!-- e\n> f'],
      ],
    );
  });

  it('reads tables with escaped pipes, in lists and quotations too', () => {
    const { tables } = read('> | A | B |\n> |---|---|\n> | x\\|y | z |\n\n- | C |\n  |---|\n  | d |\n');
    assert.deepEqual(
      tables.map(({ rows }) => rows.map((row) => row.map((cell) => cell.text))),
      [
        [
          ['A', 'B'],
          ['x|y', 'z'],
        ],
        [['C'], ['d']],
      ],
    );
  });

  it('knows lists with their markers', () => {
    const text = '3. three\n4. four\n   - nested\n';
    const { lists } = read(text);
    const shown = lists.map(({ ordered, start, depth, markers }) => ({
      ordered,
      start,
      depth,
      markers: markers.map((m) => slice(text, m)),
    }));
    assert.deepEqual(shown, [
      { ordered: false, start: 1, depth: 1, markers: ['- '] },
      { ordered: true, start: 3, depth: 0, markers: ['3. ', '4. '] },
    ]);
  });
});
