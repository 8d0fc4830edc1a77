import assert from 'node:assert/strict';
import rule from '../../server/src/rules/numbering/appendix-file-missing.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const FILES = { '../appendices/Plan A.md': '', 'map.pdf': '' };
const listed = (file: string): string => cover(`appendices:\n  - title: Plan\n    file: ${file}`);

describe('appendix-file-missing', () => {
  for (const file of [
    '⟦plan.md⟧',
    '⟦../appendices/plan a.md⟧',
    '"⟦Map.pdf⟧"',
    '⟦../../../etc/passwd⟧',
    '⟦/etc/passwd⟧',
    '⟦../appendices⟧',
  ]) {
    it(`finds ${file}`, () => assertMarked(rule, listed(file), '', FILES));
  }
  for (const file of [
    'map.pdf',
    './map.pdf',
    '../appendices/Plan A.md',
    '../appendices/Plan%20A.md',
    '..\\appendices\\Plan A.md',
    '"map.pdf"',
    'https://northmoor.example/map.pdf',
    '',
  ]) {
    it(`is silent on ${file}`, () => assertMarked(rule, listed(file), '', FILES));
  }
  it('is silent where nobody looked at the files', () => {
    assertMarked(rule, listed('plan.md'), '', null);
  });
  it('offers the files of like names', () => {
    assert.deepEqual(fixed(rule, listed('../appendices/plan a.md'), '', FILES), [listed('../appendices/Plan A.md')]);
    assert.equal(
      findingsOf(rule, listed('Plan A.md'), '', FILES)[0]?.message,
      'There is no file “Plan A.md” beside this report. Did you mean “../appendices/Plan A.md”?',
    );
    assert.deepEqual(fixed(rule, listed('costs.xlsx'), '', FILES), []);
  });
});
