import assert from 'node:assert/strict';
import { formatNumber } from '../../server/src/paper/structure/sectionNumber.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';

/** Each section as `part role number title: paragraphs`. */
function outline(body: string): string[] {
  return parsePaper(`---\ntemplate: cover-sheet\n---\n${body}`).body.sections.map(({ part, role, number, title, paragraphs }) => {
    const numbers = paragraphs.map(({ parts, heading }) => `${heading ? '#' : ''}${formatNumber(parts)}`);
    return [part, role, number ? formatNumber(number.parts) : '-', `${title}:`, ...numbers].join(' ');
  });
}

describe('readSections', () => {
  it('reads numbers, titles and roles', () => {
    assert.deepEqual(
      outline(
        '## 1. Background\n\n1.1 A.\n\n## Costs\n\n## 3 Recommendations\n\n## Footnote\n\n## Appendix A: Map\n\n## 1. Where\n',
      ),
      [
        '0 section 1 Background: 1.1',
        '0 section - Costs:',
        '0 recommendations 3 Recommendations:',
        '0 footnote - Footnote:',
        '1 appendix - Appendix A: Map:',
        '1 section 1 Where:',
      ],
    );
  });

  it('reads paragraphs that are numbered under a heading', () => {
    const body =
      '## 3. Costs\n\n3.1 **Now**\n\n3.1.1 A.\n\n### 3.2 Later\n\n3.2.1. B.\n\n> 3.9 Quoted.\n\n- 3.8 listed\n\n| 3.7 Cell |\n|---|\n';
    assert.deepEqual(outline(body), ['0 section 3 Costs: 3.1 3.1.1 #3.2 3.2.1']);
  });

  it('takes a line inside a paragraph for a new one only where it goes on', () => {
    assert.deepEqual(outline('## 3. Costs\n\n3.1 Visits were up by\n4.2 In all\n3.2 The next\nparagraph\n3.5 Wrapped.\n'), [
      '0 section 3 Costs: 3.1 3.2',
    ]);
  });

  it('lets `## 2.1 Costs` be a paragraph of the section before', () => {
    assert.deepEqual(outline('## 2. Costs\n\n## 2.1 Now\n\n2.1.1 the first\n\n## 2.2 Later\n'), [
      '0 section 2 Costs:',
      '0 section - Now: #2.1 2.1.1',
      '0 section - Later: #2.2',
    ]);
  });

  it('goes on with the numbers under a heading that has none', () => {
    assert.deepEqual(outline('## 2. Costs\n\n2.1 A.\n\n## Next\n\n3.1 visits\n\n## More\n\n3.2 visits\n'), [
      '0 section 2 Costs: 2.1',
      '0 section - Next: 3.1',
      '0 section - More: 3.2',
    ]);
  });

  it('begins a part with an appendix, and with a new title where numbers start afresh', () => {
    const numbered = '## 1. A\n\n1.1 A.\n\n## 2. B\n';
    assert.deepEqual(
      [
        `# Report\n\n${numbered}\n# Appendix 1\n\n${numbered}`,
        `${numbered}\n# The plan\n\n${numbered}`,
        `${numbered}\n# The plan\n\n## 3. C\n`,
      ].map((body) => parsePaper(`---\ntemplate: cover-sheet\n---\n${body}`).body.sections.map(({ part }) => part)),
      [
        [0, 0, 1, 1],
        [0, 0, 1, 1],
        [0, 0, 0],
      ],
    );
  });

  it('ends on many headings, with or without numbers', () => {
    const { body } = parsePaper(`---\ntemplate: cover-sheet\n---\n${'## 1. A\n\n1.1 B.\n\n# C\n\n'.repeat(20_000)}`);
    assert.equal(body.sections.length, 20_000);
  });
});
