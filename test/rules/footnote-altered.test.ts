import assert from 'node:assert/strict';
import rule from '../../server/src/rules/access-to-information/footnote-altered.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

const AGREED =
  'Issues relating to financial, legal, environmental, economic and equalities implications have been considered and any information relevant to the decision is included within the report.';
const ALTERED =
  'Issues relating to financial, legal and equalities implications have been considered and information relevant to the decision is in this report.';
const body = (text: string): string => `---\ntemplate: committee-report\n---\n${text}`;

describe('footnote-altered', () => {
  it('finds it in other words, with or without a label', () => {
    assertMarked(rule, `10.1 Text.\n\nFootnote:\n\n⟦${ALTERED}⟧\n`);
    assertMarked(rule, `10.1 Text.\n\n⟦Footnote: ${ALTERED}⟧\n`);
    assertMarked(rule, `## 10. A\n\n10.1 Text.\n\n⟦${ALTERED}⟧\n`);
    assertMarked(rule, `10.1 Text.\n\n⟦${AGREED.replace('within', 'in')}⟧\n`);
  });

  it('is silent on the agreed words, on other footnotes and on other templates', () => {
    for (const text of [
      `## Footnote\n\n${AGREED}\n`,
      `Footnote: ${AGREED.replace(/\.$/, '').toUpperCase()}\n`,
      `${AGREED.replaceAll(' ', '\n')}\n`,
      '## Footnote\n\nFigures are for the year to March.\n',
      '10.1 The financial implications have been considered by the board, which found none.\n',
      `> ${ALTERED}\n`,
      `10.1 ${ALTERED} ${ALTERED} ${ALTERED}\n`,
    ])
      assertMarked(rule, text);
    assertMarked(rule, `${cover('title: T', 'cover-sheet')}${ALTERED}\n`);
  });

  it('deletes it with its label, and nothing else', () => {
    const deleted = (text: string): string[] => fixed(rule, text);
    assert.deepEqual(deleted(`10.1 Text.\n\nFootnote:\n\n${ALTERED}\n`), [body('10.1 Text.\n\n')]);
    assert.deepEqual(deleted(`10.1 Text.\n\n**Footnote**\n\n${ALTERED}\n\n## Appendix 1\n`), [
      body('10.1 Text.\n\n## Appendix 1\n'),
    ]);
    assert.deepEqual(deleted(`## 10. Footnotes\n\n${ALTERED}\n\n1. Figures to March.\n`), [
      body('## 10. Footnotes\n\n1. Figures to March.\n'),
    ]);
    assert.deepEqual(deleted(`10.1 Text.\n\n${ALTERED}`), [body('10.1 Text.\n\n')]);
  });
});
