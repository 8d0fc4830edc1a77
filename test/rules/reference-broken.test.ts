import assert from 'node:assert/strict';
import rule from '../../server/src/rules/numbering/reference-broken.ts';
import { assertMarked, cover, findingsOf } from '../support/marked.ts';

const sections = '## 1. Use\n\n1.1 Visits.\n\n1.2 Tolls.\n\nTable 1: Tolls\n\n| A |\n|---|\n| 1 |\n\n## 2. Costs\n\n';
const report = (text: string, template = 'cover-sheet'): string => `---\ntemplate: ${template}\n---\n\n${sections}${text}\n`;

describe('reference-broken', () => {
  const broken = [
    'See ⟦paragraph 1.4⟧.',
    'See ⟦paragraph 4.1⟧ below.',
    'Paragraphs 1.1, 1.2 and ⟦1.5⟧ show it.',
    'See ⟦section 3⟧.',
    '⟦Section 7⟧ sets out the costs.',
    '⟦Table 2⟧ shows tolls.',
    'Use is shown in ⟦Fig 1⟧.',
    'See ⟦page 4⟧.',
    '| See ⟦Table 4⟧ |\n|---|',
    'See [⟦section 4⟧](#costs).',
    'Tolls fell, as seen at ⟦1.6⟧ below.',
    'See ⟦1.7⟧ above and Table 1.',
  ];
  for (const text of broken) it(`finds “${text}”`, () => assertMarked(rule, report(text)));

  const right = [
    'See paragraph 1.2.',
    'See paragraph 2.7.',
    'See section 1 and section 2.',
    'See Table 1.',
    'See section 4 of the Harbours Act 1964.',
    'Section 47 enquiries are made.',
    'See Figure 5 and Figure 5b.\n\nFigure 5b: Use',
    'Children on section 20 and section 31 orders.',
    'Section 117 is not used.',
    'By virtue of paragraph 3.',
    '> See paragraph 9.9.',
    '`section 9`',
    'See [section 9](https://example.org/plan.pdf).',
    'See [page 12](plan.pdf).',
    '| Costs | Page 4 |\n|---|---|',
    'See Appendix 9.',
    'A figure of 3 tonnes.',
    'The Harbour Monitor 2021 (para 1.9, Table 5 and Figure 4) explains it.',
    'See 1.2 above. Tolls stood at 4.8 below target.',
  ];
  for (const text of right) it(`is silent on “${text}”`, () => assertMarked(rule, report(text)));

  it('looks in the fields, but not in the titles of other documents', () => {
    assertMarked(
      rule,
      `${cover('executive-summary: See ⟦section 12⟧.\ntitle: Review of section 12\nbackground-papers:\n  - title: Harbour plan, section 12')}\n## 10. Use\n`,
    );
    assertMarked(
      rule,
      `${cover('executive-summary: |\n  As ⟦paragraph 12.1⟧ says.\nrecommendations:\n  - Agree the costs in ⟦Table 3⟧.')}\n## 10. Use\n`,
    );
  });

  it('knows the sections of the cover, and the numbers that the layout gives', () => {
    assertMarked(
      rule,
      `${cover('title: A')}\n## Use\n\nSee section 9, section 10, section 11, paragraph 10.3 and ⟦section 12⟧.\n\n## Costs\n`,
    );
    assertMarked(
      rule,
      `${cover('title: A', 'cover-sheet')}\n## Use\n\nSee section 2 and ⟦section 3⟧.\n\n## Costs\n\n## Appendix 1\n`,
    );
    assertMarked(rule, `${cover('title: A', 'cover-sheet')}\n## 1. Use\n\nSee section 2.\n\n## Next steps\n`);
  });

  it('finds paragraphs wherever they are numbered', () => {
    assertMarked(rule, report('- 2.1 Listed\n\nSee paragraph 2.1.'));
    assertMarked(rule, `${cover('executive-summary: 1.1 The pier.')}\n## 10. Use\n\nSee paragraph 1.1.\n`);
  });

  it('knows paragraphs that are numbered straight through', () => {
    const body = '1. A\n2. B\n\nSee paragraph 2, ⟦paragraph 4⟧ and paragraph 176.\n\n3. C\n\nD\n\n5. E\n';
    assertMarked(rule, `${cover('title: A', 'cover-sheet')}\n${body}`);
  });

  it('takes the sections from the paragraphs where no heading is numbered', () => {
    const body = '**1. Use**\n\n1.1 Visits. See section 2, ⟦section 3⟧ and ⟦paragraph 2.4⟧.\n\n**2. Tolls**\n\n2.1 Tolls.\n';
    assertMarked(rule, `${cover('title: A', 'cover-sheet')}\n${body}`);
  });

  it('says what is not there', () => {
    const [table, section] = findingsOf(rule, report('See Table 2 and section 3.'));
    assert.equal(
      table?.message,
      'No table of this report has the caption Table 2. Correct the number, or give the table a caption.',
    );
    assert.equal(section?.message, 'This report has no section 3. Correct the number, or take the reference out.');
  });
});
