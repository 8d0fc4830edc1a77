import assert from 'node:assert/strict';
import long from '../../server/src/rules/recommendations/recommendation-long.ts';
import question from '../../server/src/rules/recommendations/recommendation-question.ts';
import { assertMarked, cover, findingsOf } from '../support/marked.ts';

const list = (...items: string[]): string => cover(`⟦recommendations⟧:\n${items.map((item) => `  - ${item}`).join('\n')}`);
const silent = (text: string): string => text.replace(/[⟦⟧]/g, '');
const words = (count: number): string => Array.from({ length: count }, () => 'agree').join(' ');

describe('recommendation-long', () => {
  it('counts the words of all recommendations', () => {
    assertMarked(long, list(words(100), words(51)));
    assertMarked(long, silent(list(words(100), words(50), '- –')));
    assert.equal(findingsOf(long, silent(list(words(151))))[0]?.message, 'Recommendation has 151 words. Ask for what is to be decided in at most 150, and give the reasons in the report.'); // prettier-ignore
  });

  it('counts the items, lettered and nested ones among them', () => {
    const nested = (count: number): string => `That the committee:\n${Array.from({ length: count }, (_, i) => `    (${String.fromCharCode(97 + i)}) agree this`).join('\n')}`; // prettier-ignore
    assertMarked(long, list(...Array.from({ length: 9 }, () => 'Agree')));
    assertMarked(long, silent(list(...Array.from({ length: 8 }, () => 'Agree'))));
    assertMarked(long, cover(`⟦recommendations⟧:\n  - |\n    ${nested(8)}\n  - Agree`));
    assertMarked(long, cover(`recommendations:\n  - |\n    ${nested(8)}`));
  });

  it('reads recommendations in the body', () => {
    const items = Array.from({ length: 9 }, () => '- Agree\n').join('');
    assertMarked(long, `${cover('title: A')}\n## ⟦Recommendation⟧\n\n${items}`);
  });
});

describe('recommendation-question', () => {
  const found = [
    '⟦Should the pier be closed?⟧',
    '1. ⟦Is the plan good enough?⟧',
    'That the committee agree the plan. ⟦Is it good enough?⟧',
    '⟦That the committee agree the plan?⟧',
    '**⟦What should be done about the pier?⟧**',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(question, cover(`recommendations:\n  - "${text}"`))));

  const none = [
    'That the committee agree the plan.',
    'That the committee consider the question: is the plan good enough?',
    "That the committee consider: 'Is the plan good enough?'",
    'Agree the campaign “Is your boat safe?”',
    'Agree to ask the Trust whether it will stay (why not?) here.',
  ];
  none.forEach((text) => it(`is silent on ${text}`, () => assertMarked(question, cover(`recommendations:\n  - ${JSON.stringify(text)}`)))); // prettier-ignore

  it('is silent on questions that the committee is asked to answer', () => {
    assertMarked(
      question,
      cover('recommendations:\n  - |\n    That the committee consider:\n\n    - Is the plan good?\n    - Who pays?'),
    );
    assertMarked(
      question,
      cover('recommendations-lead-in: "Members are asked to discuss:"\nrecommendations:\n  - Is the plan good?'),
    );
    assertMarked(question, '10.1 Is the plan good?\n');
  });
});
