import assert from 'node:assert/strict';
import repeated from '../../server/src/rules/numbering/paragraph-number-repeated.ts';
import skipped from '../../server/src/rules/numbering/paragraph-number-skipped.ts';
import { assertMarked, cover, findingsOf } from '../support/marked.ts';

/** A body of sections, each with paragraphs numbered as given; ⟦ ⟧ stay. */
const body = (...sections: string[]): string =>
  sections
    .map((section) => {
      const [heading = '', ...numbers] = section.split(' ');
      return `## ${heading === '-' ? 'Next' : `${heading}. Costs`}\n\n${numbers.map((number) => `${number} The pier.\n\n`).join('')}`;
    })
    .join('');

describe('paragraph-number-repeated', () => {
  const both = (text: string): void => {
    assertMarked(repeated, text);
    assertMarked(skipped, text.replace(/[⟦⟧]/g, ''));
  };
  it('finds each number that stands twice, and says which it should be', () => {
    both(body('12 12.3 12.3.1 12.3.2 ⟦12.3.2⟧ 12.3.3 ⟦12.3.3⟧ 12.4').replace('12.3 The', '12.1 The\n\n12.2 The\n\n12.3 The'));
    const found = findingsOf(repeated, `---\ntemplate: cover-sheet\n---\n${body('1 1.1 1.2 1.2 1.3')}`);
    assert.match(found[0]?.message ?? '', /^Paragraph 1\.2 stands twice\. Number this one 1\.3,/);
  });
  it('does not take a number that should have been the next for skipped', () => both(body('3 3.1 3.2 ⟦3.2⟧ 3.4 3.5')));
  it('finds one far from the first', () => both(body('3 3.1 3.2 3.3 ⟦3.1⟧')));
  it('is silent on an appendix’s own numbers, tables, quotations and lists', () => {
    both(`${body('1 1.1 1.2')}## Appendix A\n\n${body('1 1.1 1.2')}`);
    both(`${body('1 1.1 1.2')}> 1.2 Quoted\n\n| 1.2 Cell |\n|---|\n| 1.2 Cell |\n\n- 1.2 Listed\n`);
  });
  it('is silent on an appendix whose sections have no headings', () => {
    assertMarked(
      skipped,
      `${body('1 1.1')}## Appendix A\n\n1. Use\n\n1.1 The pier.\n\n2. Cost\n\n2.1 The pier.\n\n⟦2.3⟧ The pier.\n`,
    );
  });
  it('leaves it to the section’s number where all of a section’s paragraphs repeat another’s', () =>
    both(body('2 2.1 2.2', '2 2.1 2.2')));
  it('takes no notice of numbers on the cover', () =>
    both(cover('executive-summary: 10.1 The pier.\nreason-for-recommendations: 10.1 The pier.') + body('10 10.1')));
});

describe('paragraph-number-skipped', () => {
  const found = [
    body('7 7.1 7.2 7.3 7.4 ⟦7.7⟧ 7.8'),
    body('7 ⟦7.2⟧ 7.3'),
    body('7 7.1 7.2', '8 8.1 ⟦7.2⟧ 8.3'),
    body('7 7.1', '8 ⟦7.2⟧ 7.3 7.4', '9 9.1'),
    body('12 12.1 12.1.1 ⟦12.1.3⟧ 12.2'),
    body('12 12.1 12.1.1 12.1.2 ⟦12.3⟧'),
    body('3 3.1 ⟦3.3⟧ 3.2 3.4'),
    body('3 3.1 3.2', '- ⟦5.1⟧ 5.2'),
    body('12 12.1 12.2 12.2.1 12.3 12.3.1 ⟦12.2.4⟧ 12.3.3'),
  ];
  found.forEach((text) => it(`finds ${text.replace(/\s+/g, ' ')}`, () => assertMarked(skipped, text)));

  const right = [
    body('10 10.1 10.2', '11 11.1'),
    body('1 1.1 1.2 1.3 1.3.1 1.3.2 1.4'),
    body('1 1.1 1.1.1 1.1.2 1.2.1 1.3'),
    body('1 1.0 1.1'),
    body('1', '2 2.1'),
    body('5 5.1 5.2', '- 5.3 5.4'),
    body('5 5.1 5.2', '- 6.1 6.2', '7 7.1'),
    body('4 4.1', '6 5.1 5.2'),
    '## 1. A\n\n1.1 A.\n\n## 1.2 B\n\n1.2.1 b.\n\n## 1.3 C\n',
    '## 1. A\n\n1.1 A.\n\n1.30 am is late\n\n1.5 million people\n\n1.2 B.\n',
    '## A\n\nText\n\n## B\n\nText 4.2\n',
  ];
  right.forEach((text) => it(`is silent on ${text.replace(/\s+/g, ' ')}`, () => assertMarked(skipped, text)));

  it('says what the number should be', () => {
    const messages = findingsOf(skipped, `---\ntemplate: cover-sheet\n---\n${body('7 7.1 7.3', '8 8.2 7.9')}`).map(
      ({ message }) => message,
    );
    assert.deepEqual(messages, [
      'Paragraph 7.1 is followed by 7.3. Number this one 7.2, or put back what is missing.',
      'The first paragraph of this section is numbered 8.2. Number it 8.1.',
      'Paragraph 7.9 stands in section 8. Number it 8.3, or move it to section 7.',
    ]);
  });

  it('finds a list on the cover that begins with a later number', () => {
    assertMarked(skipped, cover('reason-for-recommendations: ⟦2.⟧ Members should be told.'));
    assertMarked(skipped, cover('reason-for-recommendations: |\n  ⟦2.⟧ Members should be told.\n  3. So should others.\n'));
    assertMarked(skipped, '## Reason for Recommendation\n\n⟦4)⟧ Members should be told.\n');
    assertMarked(skipped, cover('impact-assessment:\n  budget: ⟦12.⟧ Nothing is spent.'));
  });
  it('is silent on other texts of the cover', () => {
    assertMarked(skipped, cover('executive-summary: |\n  1. One\n  2. Two\n'));
    assertMarked(skipped, cover('executive-summary: |\n  Three things:\n\n  2. Two\n'));
    assertMarked(skipped, cover('executive-summary: |\n  2. Two\n\n  And more.\n'));
    assertMarked(skipped, cover('executive-summary: 2.5 million people'));
    assertMarked(skipped, cover('executive-summary: 2026. A year of repairs'));
    assertMarked(skipped, cover('recommendations:\n  - 1. Agree it\n  - 2. Fund it'));
  });
});

describe('paragraphs that are numbered straight through', () => {
  const figure = '\n![The pier](pier.png)\n\n';
  const check = (text: string): void => {
    assertMarked(repeated, text.replace(/⟦S(.*?)⟧/g, '$1').replaceAll('⟦R', '⟦'));
    assertMarked(skipped, text.replace(/⟦R(.*?)⟧/g, '$1').replaceAll('⟦S', '⟦'));
  };
  it('are found where one is left out or stands twice', () => {
    check(`## Use\n\n1. A\n2. B\n${figure}3. C\n${figure}⟦S5.⟧ D\n${figure}6. E\n${figure}⟦R6.⟧ F\n`);
    check(`1. A\n2. B\n${figure}⟦R2.⟧ C\n3. D\n`);
    check('3. A\n\n4. B\n\n⟦S6.⟧ C\n\n7. D\n');
    check(`1. A\n2. B\n${figure}3. C\n4. D\n⟦R4.⟧ E\n`);
  });
  it('are let alone where they are right, or lists of their own', () => {
    check(`## Use\n\n1. A\n2. B\n${figure}1. inner\n2. inner\n${figure}3. C\n## Cost\n4. D\n`);
    check(`1. A\n2. B\n${figure}1. C\n2. D\n`);
    check(`4. A\n${figure}5. B\n`);
    check('1. A\n\n1. B\n\n1. C\n');
    check('1. A\n2. B\n4. C\n');
    check('2019. A\n\n2020. B\n\n2022. C\n');
    check('## 1. Use\n\n1. A\n\n2. B\n\n4. C\n');
    check(`## 1. Use\n\n1.1 Three:\n\n1. A\n${figure}4. B\n`);
  });
});
