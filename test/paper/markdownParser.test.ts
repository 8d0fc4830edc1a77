import assert from 'node:assert/strict';
import fc from 'fast-check';
import createMarkdownIt, { type Token } from 'markdown-it';
import { markdownIt } from '../../server/src/paper/markdown/markdownParser.ts';

describe('the short cuts of the Markdown parser', () => {
  const text = fc
    .array(
      fc.constantFrom('a', 'word ', ' ', '-', ':', '$', '%', '{', '}', '#', '(', '"', "'", '\t', '@', '^', '=', '>', '+', '£', '😀', '*', '[', '&amp;', '\\', '!', '<b>', '`'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')); // prettier-ignore

  it('give the tokens that it gives without them', () => {
    fc.assert(
      fc.property(text, (line) => {
        const inline = markdownIt.parse(`x${line}`, {}).find(({ type }) => type === 'inline');
        if (!inline) return;
        const children: Token[] = [];
        markdownIt.inline.parse(inline.content, markdownIt, {}, children);
        assert.deepEqual(inline.children, children);
      }),
      { numRuns: 2000 },
    );
  });

  it('leave line ends and NUL to the parser', () => {
    const [, inline] = markdownIt.parse('a\rb\r\nc\0', {});
    assert.equal(inline?.content, 'a\nb\nc\ufffd');
  });

  it('give the addresses that it gives without them', () => {
    const plain = createMarkdownIt();
    const parts = ['http://', 'https://', 'HTTP://', 'a', 'www.x.gov.uk', 'é', '/', '//', '#', '?', '%20', '.', '..', '-', '_', '@', ':', ' ', 'A', '0', 'x'.repeat(70), 'mailto:']; // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 8 }), (address) => {
        assert.equal(markdownIt.normalizeLink(address.join('')), plain.normalizeLink(address.join('')));
      }),
      { numRuns: 2000 },
    );
  });
});
