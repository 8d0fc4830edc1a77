import assert from 'node:assert/strict';
import rule from '../../server/src/rules/plain-english/doubled-word.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

describe('doubled-word', () => {
  const found = [
    'Work began ⟦in in⟧ May.',
    'Work began ⟦in\nin⟧ May.',
    'Work [began ⟦in](plan.md) in⟧ May.',
    '⟦The the⟧ work began.',
    'It is ⟦a a⟧ plan.',
    'The plan ⟦is\u00a0is⟧ late.',
    'They ⟦were were⟧ told, and ⟦and and⟧ then.'.replace('and ⟦', '⟦').replace('⟦and and⟧ ⟦', '⟦and and⟧ '),
    'Based ⟦in in⟧ the town.',
    'Officers are satisfied ⟦that that⟧ the pier is safe, in a way ⟦that that⟧ would then let it open.',
    '| A | B |\n|---|---|\n| the ⟦of of⟧ it | 1 |',
  ];
  found.forEach((text) => it(`finds ${JSON.stringify(text)}`, () => assertMarked(rule, `${text}\n`)));

  const silent = [
    'It is clear that that would be wrong, and that that in itself helps. It is clear that that is right; they had had enough, and gave her her keys.',
    'A very very long, long way. So so. A win win.',
    'The charge came in in April, was carried on on Monday and handed over over lunch.',
    'We invest in in-house teams and a co-op op.',
    'It began in, in fact, May. In May. May it last. The plan is. Is it?',
    'Baden Baden and Wagga Wagga.',
    'Rows 5 5 and v2 v2.',
    'The boys’ boys, the in-in tray.',
    '- in\n- in',
    'One ends in\n\nin begins the next.',
    '| in | in |\n|---|---|\n| in | in |',
    '`in in` code, [here](in) in.',
    '> They said in in.',
  ];
  silent.forEach((text) => it(`is silent on ${JSON.stringify(text)}`, () => assertMarked(rule, `${text}\n`)));

  it('finds it in fields', () => {
    assertMarked(rule, cover('title: Plan ⟦for for⟧ the pier\nexecutive-summary: |\n  It is ⟦on\n  on⟧ time.'));
  });

  it('deletes the second one', () => {
    assert.deepEqual(fixed(rule, 'Work [began in](plan.md) in May.\n'), []);
    const body = (text: string): string => `---\ntemplate: committee-report\n---\n${text}`;
    assert.deepEqual(fixed(rule, 'The the work.\n'), [body('The work.\n')]);
    assert.deepEqual(fixed(rule, 'Work began in\nin May.\n'), [body('Work began in May.\n')]);
    assert.deepEqual(fixed(rule, cover('title: "Plan for for it"')), [cover('title: "Plan for it"')]);
    assert.deepEqual(fixed(rule, cover('executive-summary: |\n  It is on\n  on time.')), [
      cover('executive-summary: |\n  It is on time.'),
    ]);
  });
});
