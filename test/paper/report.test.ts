import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lint } from '../../server/src/linter/lint.ts';
import { looksLikePaper, splitFrontMatter } from '../../server/src/paper/yaml/splitFrontMatter.ts';
import { parsePaper, type Paper } from '../../server/src/paper/paper.ts';
import { readFields } from '../../server/src/template/fields.ts';
import { knowledge } from '../support/ruleExamples.ts';
import { awkward, corpus, examples, withCrLf } from '../support/samples.ts';

const KNOWLEDGE = knowledge();

/** The values of the fields, with where they stand. */
function valuesOf(report: Paper): unknown {
  return readFields(report, undefined)
    .all()
    .map(({ path, text, span }) => ({ path, text: text?.text, pieces: text?.pieces, span }));
}

describe('parseReport', () => {
  it('never throws on any prefix of a small sample', () => {
    for (const { text } of [awkward, withCrLf(awkward), { ...awkward, text: `\ufeff${awkward.text}` }]) {
      for (let length = 0; length <= text.length; length++) parsePaper(text.slice(0, length));
    }
  });

  it('never throws on prefixes of long samples', () => {
    const samples = [...examples, ...corpus].map(({ text }) => text);
    const prefix = fc.constantFrom(...samples).chain((text) => fc.nat(text.length).map((length) => text.slice(0, length)));
    fc.assert(
      fc.property(prefix, (text) => void parsePaper(text)),
      { numRuns: 400 },
    );
  });

  it('never throws on any text', () => {
    const start = fc.constantFrom('', '---\n', '---\ntemplate: cover-sheet\n', '\ufeff---\r\n');
    fc.assert(fc.property(start, fc.string({ unit: 'binary', maxLength: 200 }), (head, tail) => void parsePaper(head + tail)));
  });

  it('reads a version of a report as if it knew no earlier one', () => {
    const typed = fc.constantFrom('', 'x', '\n', '---\n', ': ', '# ', '"', '\r\n');
    const edit = fc.record({ sample: fc.constantFrom(...examples), at: fc.double({ min: 0, max: 1, noNaN: true }), gone: fc.nat(40), typed }); // prettier-ignore
    fc.assert(
      fc.property(edit, ({ sample: { text }, at, gone, typed: put }) => {
        const start = Math.floor(at * text.length);
        const next = text.slice(0, start) + put + text.slice(start + gone);
        const [fresh, later] = [parsePaper(next), parsePaper(next, parsePaper(text))];
        assert.deepEqual(valuesOf(later), valuesOf(fresh));
        assert.deepEqual(lint(later, KNOWLEDGE).findings, lint(fresh, KNOWLEDGE).findings);
      }),
      { numRuns: 200 },
    );
  });

  it('takes over the front matter of an earlier version, if that is the same', () => {
    const report = parsePaper(awkward.text);
    assert.equal(parsePaper(`${awkward.text}\nMore.\n`, report).frontMatter, report.frontMatter);
    assert.notEqual(parsePaper(awkward.text.replace('---\n', '--- \n'), report).frontMatter, report.frontMatter);
  });

  it('stops at what is too large', () => {
    assert.equal(parsePaper('x'.repeat(1_000_001)).excess?.kind, 'text');
    assert.equal(parsePaper(`a\n${'x'.repeat(20_001)}\n`).excess?.kind, 'line');
    assert.equal(parsePaper('|a'.repeat(102)).excess?.kind, 'table');
    assert.equal(parsePaper('|a'.repeat(99)).excess, undefined);
  });
});

describe('the two parts of a report', () => {
  const parts = (text: string): (string | undefined)[] => {
    const { yaml, body, before } = splitFrontMatter(text);
    return [
      before && text.slice(before.start, before.end),
      yaml && text.slice(yaml.start, yaml.end),
      text.slice(body.start, body.end),
    ];
  };

  it('are split at the lines of three dashes', () => {
    assert.deepEqual(parts('---\ntemplate: x\n---\nBody\n---\n'), [undefined, 'template: x\n', 'Body\n---\n']);
    assert.deepEqual(parts('\ufeff---\r\na: 1\r\n--- \r\nBody'), [undefined, 'a: 1\r\n', 'Body']);
    assert.deepEqual(parts('No front matter\n---\n'), [undefined, undefined, 'No front matter\n---\n']);
  });

  it('are found behind stray lines', () => {
    assert.deepEqual(parts('\n\n---\ntemplate: x\n---\nB'), ['\n\n', 'template: x\n', 'B']);
    assert.deepEqual(parts('Draft 2\n---\ntemplate: x\n---\nB'), ['Draft 2\n', 'template: x\n', 'B']);
  });

  it('are found where the closing line was forgotten', () => {
    assert.deepEqual(parts('---\ntemplate: x\ntitle: |\n  T\n\n  more\n\n## 1. Start\n\nText\n'), [
      undefined,
      'template: x\ntitle: |\n  T\n\n  more\n\n',
      '## 1. Start\n\nText\n',
    ]);
    assert.deepEqual(parts('---\ntemplate: x\n\nText begins.\n\n---\n\nmore'), [
      undefined,
      'template: x\n\n',
      'Text begins.\n\n---\n\nmore',
    ]);
  });

  it('make a text a report when it names a template', () => {
    assert.equal(looksLikePaper('---\ntitle: a\ntemplate: x\n---\n'), true);
    assert.equal(looksLikePaper('\n---\ntemplate: x\n'), true);
    assert.equal(looksLikePaper('---\ntitle: a blog post\n---\n'), false);
    assert.equal(looksLikePaper('# Guide\n\n```\n---\ntemplate: x\n---\n```\n'), false);
    assert.equal(looksLikePaper('Just text'), false);
  });
});
