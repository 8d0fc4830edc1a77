import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editIn } from '../../server/src/paper/yaml/editYamlValue.ts';
import { nodeAt } from '../../server/src/paper/yaml/yamlNode.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import type { Path } from '../../server/src/text/path.ts';
import { awkward, withCrLf } from '../support/samples.ts';

function edited(
  text: string,
  path: Path,
  change: (old: string) => { start: number; end: number; text: string },
): { text: string; wanted: string } {
  const report = parsePaper(text);
  const node = nodeAt(report.frontMatter.root, path);
  assert.equal(node?.kind, 'scalar');
  const old = node.text.text;
  const { start, end, text: replacement } = change(old);
  const edit = editIn(report, path, { start, end }, replacement);
  assert.ok(edit, `no edit at ${path.join('.')}`);
  return { text: applyEdits(text, [edit]), wanted: old.slice(0, start) + replacement + old.slice(end) };
}

describe('editIn', () => {
  const paths: Path[] = [
    ['committee'], ['title'], ['date'], ['executive-summary'], ['impact-assessment', 'equalities'], ['impact-assessment', 'budget'],
    ['impact-assessment', 'risk', 'current'], ['also-considered-by', 0, 'date'], ['exempt-paragraphs', 0], ['x-note'],
  ]; // prettier-ignore
  const unit = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\n\n',
    ':',
    ': ',
    ' #',
    '#',
    '-',
    '- ',
    "'",
    '"',
    '\\',
    '[',
    '*',
    '|',
    '>',
    '😀',
    'é',
    '\t',
    '~',
    '%',
    ',',
    '}',
  );

  it('gives, read afresh, the value that was asked for, and leaves the rest alone', () => {
    const change = fc.record({
      sample: fc.constantFrom(awkward, withCrLf(awkward)),
      path: fc.constantFrom(...paths),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.double({ min: 0, max: 1, noNaN: true }),
      text: fc.string({ unit, maxLength: 8 }),
    });
    fc.assert(
      fc.property(change, ({ sample, path, from, size, text }) => {
        const before = parsePaper(sample.text).frontMatter.root;
        const after = edited(sample.text, path, (old) => {
          const start = Math.floor(from * old.length);
          return { start, end: start + Math.floor(size * (old.length - start)), text };
        });
        const { root } = parsePaper(after.text).frontMatter;
        const node = nodeAt(root, path);
        assert.equal(node?.kind === 'scalar' && node.text.text, after.wanted);
        for (const other of paths) {
          if (other === path) continue;
          const [a, b] = [nodeAt(before, other), nodeAt(root, other)];
          assert.equal(b?.kind === 'scalar' && b.text.text, a?.kind === 'scalar' && a.text.text);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('changes no more than it must', () => {
    assert.ok(
      edited(awkward.text, ['committee'], (old) => ({
        start: old.indexOf('Panel'),
        end: old.length,
        text: 'Board',
      })).text.includes("committee: &body 'People''s Board'"),
    );
    assert.ok(
      edited(awkward.text, ['executive-summary'], () => ({ start: 0, end: 5, text: 'One\n\nSecond' })).text.includes(
        '|\n  One\n\n  Second paragraph\n',
      ),
    );
  });

  it('leaves the next key on its line when a block is emptied', () => {
    const { text } = edited('---\na: |2\n   one\nb: 2\n---\n', ['a'], (old) => ({ start: 0, end: old.length, text: '' }));
    assert.equal(
      parsePaper(text)
        .frontMatter.root?.entries.map(({ key }) => key)
        .join(),
      'a,b',
    );
  });

  it('fills a blank value', () => {
    const { text } = edited('---\na:\nb: 1\n---\n', ['a'], () => ({ start: 0, end: 0, text: 'none' }));
    assert.equal(text, '---\na: none\nb: 1\n---\n');
  });

  it('quotes what needs it', () => {
    const { text } = edited('---\na: x\n---\n', ['a'], () => ({ start: 0, end: 1, text: 'Fees: a review' }));
    assert.equal(text, "---\na: 'Fees: a review'\n---\n");
  });
});
