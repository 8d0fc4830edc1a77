import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument, visit } from 'yaml';
import { nodeAt, type AstNode, type ScalarStyle } from '../../server/src/paper/yaml/yamlNode.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { readScalar } from '../../server/src/paper/yaml/scalarSourceMap.ts';
import { awkward } from '../support/samples.ts';

const read = (yaml: string) => parsePaper(`---\n${yaml}\n---\n`).frontMatter;

/** The tree as plain data; a value that was taken as text for want of quotes is marked with `?`. */
function show(node: AstNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'mapping') return Object.fromEntries(node.entries.map(({ key, value }) => [key, show(value)]));
  return node.kind === 'sequence' ? node.items.map(show) : (node.needsQuotes ? '?' : '') + node.text.text;
}

describe('front matter', () => {
  it('keeps what was typed beside what YAML makes of it', () => {
    const { root } = read('tel: 01305224186\nanswer: no\ndate: 2026-03-14\nyes: true\nnothing: ~');
    assert.deepEqual(show(root), { tel: '01305224186', answer: 'no', date: '2026-03-14', yes: 'true', nothing: '~' });
    const values = root?.entries.map(({ value }) => (value.kind === 'scalar' ? value.value : undefined));
    assert.deepEqual(values, [1305224186, 'no', '2026-03-14', true, null]);
  });

  it('gives the span of every key and value', () => {
    const { text, frontMatter } = parsePaper(awkward.text);
    const spanOf = (path: (string | number)[]): string => {
      const span = nodeAt(frontMatter.root, path)?.span ?? { start: 0, end: 0 };
      return text.slice(span.start, span.end);
    };
    assert.equal(spanOf(['impact-assessment', 'risk', 'current']), 'High');
    assert.equal(spanOf(['exempt-paragraphs', 1]), '5');
    assert.equal(spanOf(['committee']), "'People''s Panel'");
    assert.ok(spanOf(['executive-summary']).startsWith('|\n  First'));
    for (const { key, keySpan } of frontMatter.root?.entries ?? []) assert.equal(text.slice(keySpan.start, keySpan.end), key);
  });

  const recovered: [yaml: string, tree: unknown, faults: string[]][] = [
    ['title: Review: phase 2\nb: 1', { title: '?Review: phase 2', b: '1' }, []],
    ['title: @home\nb: 1', { title: '?@home', b: '1' }, []],
    ['title: *emphasis* here\nb: 1', { title: '?*emphasis* here', b: '1' }, []],
    ['title: "Foo" bar\nb: 1', { title: '?"Foo" bar', b: '1' }, []],
    ['title: [draft\nb: 1', { title: '?[draft', b: '1' }, []],
    ['title: !important thing\nb: 1', { title: '?!important thing', b: '1' }, []],
    ['title: &c Council\nb: 1', { title: '?&c Council', b: '1' }, []],
    ['title: | text here\nb: 1', { title: '?| text here', b: '1' }, []],
    ['summary: The plan\n  has parts: a and b.\nb: 1', { summary: '?The plan has parts: a and b.', b: '1' }, []],
    ['title: "never closed\nb: 1\nc: 2', { title: '?"never closed', b: '1', c: '2' }, ['quote-unclosed']],
    ['a: 1\na: 2', { a: '2' }, ['duplicate-key']],
    ['a:\n\tb: 1\nc: 1', { a: '', b: '1', c: '1' }, ['tab']],
    ['a:\n  b: 1\n c: 2', { a: { b: '1' }, c: '2' }, ['indentation']],
    ['title:foo\nb: 1', { 'title:foo\nb': '1' }, ['colon-space']],
    ['a: "x\\q"', { a: 'x\\q' }, ['escape']],
    ['a: &a [*a]', { a: [''] }, ['alias']],
    ['[a]: c', {}, ['key']],
    ['- a\n- b', undefined, ['not-a-mapping']],
    ['a: 1\n...\nb: 2', { a: '1' }, ['document-end']],
    ['__proto__: x\nconstructor: y', JSON.parse('{"__proto__":"x","constructor":"y"}'), []],
    ['base: &b {x: 1}\nuse: *b', { base: { x: '1' }, use: { x: '1' } }, []],
  ];
  for (const [yaml, tree, faults] of recovered) {
    it(`reads ${JSON.stringify(yaml)}`, () => {
      const { root, problems } = read(yaml);
      assert.deepEqual(show(root), tree);
      assert.deepEqual(
        problems.map(({ fault }) => fault),
        faults,
      );
    });
  }

  it('stops an alias bomb', () => {
    const levels = 'abcdefgh'.split('');
    const bomb = levels.map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(i === 0 ? 'x' : `*${levels[i - 1] ?? ''}`)
          .join(', ')}]`,
    );
    assert.ok(read(bomb.join('\n')).problems.some(({ fault }) => fault === 'alias'));
  });

  it('survives nesting that is too deep for the stack', () => {
    const deep = '['.repeat(9000);
    for (const value of [deep, deep + deep.replaceAll('[', ']')])
      assert.deepEqual(show(read(`a: ${value}`).root), { a: `?${value}` });
    const nested = '['.repeat(150) + ']'.repeat(150);
    assert.deepEqual(
      read(`a: ${nested}`).problems.map(({ fault }) => fault),
      ['unreadable'],
    );
  });
});

describe('the text of a scalar', () => {
  const STYLES: Record<string, ScalarStyle> = {
    PLAIN: 'plain', QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double', BLOCK_LITERAL: 'literal', BLOCK_FOLDED: 'folded',
  }; // prettier-ignore
  const starts = [
    'k: ',
    'k:\n  ',
    '- ',
    'k: |\n  ',
    'k: >\n  ',
    'k: >-\n  ',
    'k: "',
    "k: '",
    'k:\n  - j: |2\n    ',
    '- - >1\n   ',
  ];
  const parts = [
    'a', 'b c', ' ', '\n', '\n\n', '\n  ', '\n    ', "''", '\\n', '\\u00e9', '\\\n', '\\x41', '|', '>', '- ', 'k: ', '#', '\t', '\r\n',
    '\r\n  ', 'é', '😀', ',',
  ]; // prettier-ignore
  const yaml = fc
    .tuple(
      fc.constantFrom(...starts),
      fc.array(fc.constantFrom(...parts), { maxLength: 12 }),
      fc.constantFrom('', '"', "'", '\n', '\nz: 1\n'),
    )
    .map(([start, middle, end]) => `${start}${middle.join('')}${end}\n`);

  it('is what the YAML reader makes of it, with each piece where it says', () => {
    fc.assert(
      fc.property(yaml, (source) => {
        const doc = parseDocument(source, { version: '1.2', schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
        // Where lines of blanks, or a break behind a backslash, meet a blank line, the reader's own text is taken without a map.
        if (doc.errors.length > 0 || /^[ \t]+\r?$|\\\r?\n\s*\n|\n\s*"$/m.test(source)) return;
        visit(doc, {
          Scalar(_key, node) {
            if (!node.range || node.source === undefined || source.endsWith('\\"')) return;
            const text = readScalar(source, { start: node.range[0], end: node.range[1] }, STYLES[node.type ?? ''] ?? 'plain');
            assert.equal(text.text, node.source);
            for (const piece of text.pieces) {
              if (piece.length !== piece.source.end - piece.source.start || piece.length === 1) continue;
              const typed = source.slice(piece.source.start, piece.source.end).replaceAll('\n', ' ');
              assert.equal(text.text.slice(piece.at, piece.at + piece.length).replaceAll('\n', ' '), typed);
            }
          },
        });
      }),
      { numRuns: 2000 },
    );
  });
});
