import assert from 'node:assert/strict';
import rule from '../../server/src/rules/numbering/section-number-broken.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

/** Headings from `1. A`, `B` …, each with a line under it. */
const body = (...headings: string[]): string => headings.map((heading) => `## ${heading}\n\nThe pier.\n\n`).join('');

describe('section-number-broken', () => {
  const broken = [
    body('1. A', '2. B', '⟦2⟧. C', '3. D'),
    body('1. A', '2. B', '⟦2⟧. C', '4. D'),
    body('1. A', '2. B', '⟦4⟧. C', '5. D'),
    body('10. A', '⟦12⟧. B', '11. C', '13. D'),
    body('1. A', '2. B', '3. C', '⟦1⟧. D', '2. E', '3. F'),
    body('10. A', '11. B', '⟦3⟧. C', '12. D'),
    body('1. A', '2. B', '⟦C⟧', '4. D'),
    body('1. A', '2. B', '⟦C⟧', '3. D'),
    body('⟦A⟧', '1. B', '2. C'),
    body('A', '⟦1⟧. B', 'C'),
    body('1.0 A', '2.0 B', '⟦4.0⟧ C'),
    body('1. A', '2. B', 'Appendix 1', '1. C', '⟦3⟧. D'),
  ];
  broken.forEach((text) => it(`finds ${text.replace(/\n\nThe pier.\n\n/g, ' ')}`, () => assertMarked(rule, text)));

  const right = [
    body('10. A', '11. B'),
    body('1. A', '2 B', '3.0 C'),
    body('A', 'B', 'Recommendations', 'Appendix A'),
    body('1. A', '2. B', 'Recommendations', 'Footnote', 'Appendix 1'),
    body('1. A', '2. B', 'Appendix 1', '1. C', '2. D', 'Appendix 2', '1. E'),
    body('1. A', '2. B', 'Background papers', 'Glossary'),
    body('1. A', '1.1 B', '1.2 C', '2. D'),
    body('2. Financial Implications', '10. A', '11. B'),
    `# Paper one\n\n${body('1. A', '2. B')}# Paper two\n\n${body('1. A', '2. B')}`,
    `${body('1. A', '2. B')}### 7. C\n\n> ## 9. D\n`,
  ];
  right.forEach((text) => it(`is silent on ${text.replace(/\n\nThe pier.\n\n/g, ' ')}`, () => assertMarked(rule, text)));

  it('says what to do', () => {
    const messages = (...headings: string[]): string[] =>
      findingsOf(rule, `---\ntemplate: cover-sheet\n---\n${body(...headings)}`).map(({ message }) => message);
    assert.deepEqual(messages('1. A', '2. B', '2. C', '6. D', 'E', '4. F'), [
      'There are two sections 2. Number this one 3, and those after it if need be.',
      'Section 2 is followed by section 6. Number this one 4, and those after it if need be, or put back what is missing.',
      'This section has no number, although the others have. Number it 7.',
    ]);
    assert.deepEqual(messages('5. A', '3. B'), [
      'Section 3 stands after section 5. Number the sections in the order in which they stand: this would be 6.',
    ]);
  });
});
