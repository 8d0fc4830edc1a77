import assert from 'node:assert/strict';
import { parsePaper } from '../../server/src/paper/paper.ts';

function captionsOf(body: string): { text: string; captions: ReturnType<typeof parsePaper>['body']['captions'] } {
  const text = `---\ntemplate: cover-sheet\n---\n${body}`;
  return { text, captions: parsePaper(text).body.captions };
}

describe('readCaptions', () => {
  const captions = [
    'Table 2: Visits',
    'Table 2 - Visits',
    'Table 2 – Visits',
    'Table 2. Visits',
    '**Table 2:** Visits',
    'Table 2 Visits by month',
    'Table 2',
    'TABLE 2: VISITS',
    '### Table 2: Visits',
    'Table\u00a02: Visits',
    '![](x.png)\nTable 2: Visits',
    'Visits by month.\nTable 2: Visits',
  ];
  for (const body of captions) {
    it(`finds one in ${JSON.stringify(body)}`, () => {
      const { text, captions: found } = captionsOf(body);
      assert.deepEqual(found.map(({ kind, parts, span }) => [kind, ...parts, text.slice(span.start, span.end)]), [['table', 2, '2']]); // prettier-ignore
    });
  }

  const prose = [
    'Table 2 shows visits.',
    'Table 2, which shows visits',
    'Tables 2 and 3: visits',
    'Table 2 NHS figures show. They rise.',
    'See\nTable 2. Visits rise.',
    'A table 2 metres wide',
    'Figure 3m is wide',
  ];
  for (const body of prose) it(`finds none in ${JSON.stringify(body)}`, () => assert.deepEqual(captionsOf(body).captions, []));

  it('reads all ways of numbering', () => {
    const { captions: found } = captionsOf(
      'Fig.1 Use\n\nFig 2: Use\n\nFigure 3a: Use\n\nFigure 4.1: Use\n\nFigure 4.1 (continued)\n',
    );
    assert.deepEqual(found.map(({ label, parts, continued }) => [label, parts, continued]), [
      ['1', [1], false],
      ['2', [2], false],
      ['3a', [3, 1], false],
      ['4.1', [4, 1], false],
      ['4.1', [4, 1], true],
    ]); // prettier-ignore
  });

  it('takes a number once that stands in a list of tables or in the description of an image as well', () => {
    const body =
      '- Table 1: Visits\n- Table 2: Costs\n\nTable 1: Visits\n\n![Figure 1: use](x.png)\n\nFigure 1: Use\n\n![Figure 2: use](y.png)\n';
    const { captions: found } = captionsOf(body);
    assert.deepEqual(found.map(({ kind, label }) => `${kind} ${label}`), ['table 2', 'table 1', 'figure 1', 'figure 2']); // prettier-ignore
  });

  it('knows the part that a caption stands in', () => {
    const { captions: found } = captionsOf('Table 1: A\n\n# Appendix 1\n\nTable 1: B\n');
    assert.deepEqual(found.map(({ part }) => part), [0, 1]); // prettier-ignore
  });
});
