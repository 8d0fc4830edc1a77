import assert from 'node:assert/strict';
import rule from '../../server/src/rules/plain-english/heading-level.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

const body = (text: string): string => `---\ntemplate: committee-report\n---\n${text}`;

describe('heading-level', () => {
  it('finds skipped levels', () => {
    assertMarked(rule, '## 10. A\n\n⟦#### B⟧\n\n#### C\n\n### D\n\n⟦##### E⟧\n');
    assertMarked(rule, '⟦### First⟧\n\n## 10. A\n');
    assertMarked(rule, '# Title\n\n⟦### A⟧\n');
  });

  it('finds a second heading of the first level', () => {
    assertMarked(rule, '# Report in full\n\n## 10. A\n\n⟦# More⟧\n\n## 11. B\n');
    assertMarked(rule, 'Title\n=====\n\n## 10. A\n\n⟦More⟧\n====\n');
  });

  it('finds headings in fields', () => {
    assertMarked(rule, cover('executive-summary: |\n  Text.\n\n  ⟦### Costs⟧\n\n  More.\n'));
    assertMarked(rule, cover('recommendations:\n  - |\n    ⟦Costs⟧\n    ---\n'));
    assertMarked(rule, body('## Executive Summary\n\nText.\n\n⟦### Costs⟧\n\n## 10. A\n'));
  });

  it('is silent on what is right', () => {
    for (const text of [
      '## 10. A\n\n### B\n\n#### C\n\n## 11. D\n\n### E\n',
      '# Report in full\n\n## 10. A\n',
      '# Report in full\n\n## 10. A\n\n# Appendix 1\n\n## 1. B\n\n# The plan\n\n## 1. C\n',
      '> #### Quoted\n\n- #### In a list\n\n```\n#### code\n```\n\n#hashtag\n',
      '10.1 No heading at all.\n\n---\n\nText.\n',
    ])
      assertMarked(rule, text);
    assertMarked(rule, cover('executive-summary: |\n  Text # 1.\n\n  - item\n  - item'));
  });

  it('moves the headings below along', () => {
    assert.deepEqual(fixed(rule, '## 10. A\n\n#### B\n\n##### C\n\n#### D\n\n## 11. E\n\n### F\n'), [
      body('## 10. A\n\n### B\n\n#### C\n\n### D\n\n## 11. E\n\n### F\n'),
    ]);
    assert.deepEqual(fixed(rule, '# A\n\n## 10. B\n\n# C\n\n## 11. D\n'), [body('# A\n\n## 10. B\n\n## C\n\n## 11. D\n')]);
    assert.deepEqual(fixed(rule, 'A\n=\n\n## 10. B\n\nC\n==\n'), [body('A\n=\n\n## 10. B\n\nC\n--\n')]);
  });

  it('writes one in a field in bold', () => {
    assert.deepEqual(fixed(rule, cover('executive-summary: |\n  Text.\n\n  ### Costs ###\n\n  More.')), [
      cover('executive-summary: |\n  Text.\n\n  **Costs**\n\n  More.'),
    ]);
    assert.deepEqual(fixed(rule, body('## Executive Summary\n\nText.\n\n### Costs\n\n## 10. A\n')), [
      body('## Executive Summary\n\nText.\n\n**Costs**\n\n## 10. A\n'),
    ]);
  });
});
