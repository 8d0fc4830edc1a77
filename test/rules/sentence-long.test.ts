import assert from 'node:assert/strict';
import rule from '../../server/src/rules/plain-english/sentence-long.ts';
import { countWords, readSentences } from '../../server/src/analysis/sentences.ts';
import { assertMarked } from '../support/marked.ts';

const ON = 'rules: { sentence-long: warning }';
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('sentence-long', () => {
  it('is off unless the council turns it on', () => assertMarked(rule, `10.1 ${words(50)}.\n`));

  it('finds more than 35 words, the number of the paragraph apart', () => {
    assertMarked(rule, `10.1 ⟦${words(36)}.⟧ Short.\n`, ON);
    assertMarked(rule, `10.1 ${words(35)}.\n`, ON);
    assertMarked(rule, `10.1 ${words(20)}. Then ${words(20)}.\n`, ON);
    assertMarked(rule, `Short. ⟦Then ${words(40)}\n${words(2)}.⟧\n`, ON);
  });

  it('leaves headings, tables and quotations alone', () => {
    assertMarked(rule, `## ${words(40)}\n\n> ${words(40)}\n\n| ${words(40)} |\n|---|\n| ${words(40)} |\n`, ON);
  });
});

describe('sentences', () => {
  const read = (text: string): string[] => readSentences(text).map(({ start, end }) => text.slice(start, end));

  it('end at a stop before a capital', () => {
    assert.deepEqual(read('One two. Three? "Four!" Five: six; seven.'), ['One two.', 'Three?', '"Four!"', 'Five: six; seven.']);
    assert.deepEqual(read('It cost £1.5m. £2m is left. (See 3.) End'), ['It cost £1.5m.', '£2m is left.', '(See 3.)', 'End']);
  });

  it('go on behind short forms, initials and numbers', () => {
    for (const text of [
      'Cllr. Marsh spoke.',
      'Mr. J. Finch of St. Ives.',
      'At 10 a.m. Monday, e.g. Easter, No. 5.',
      '10.1. Text here.',
    ])
      assert.deepEqual(read(text), [text]);
  });

  it('count words with a letter or a figure in them', () => {
    assert.equal(countWords('One - two / 3 – café …'), 4);
  });
});
