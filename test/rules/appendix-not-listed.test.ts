import assert from 'node:assert/strict';
import rule from '../../server/src/rules/numbering/appendix-not-listed.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const LISTS = {
  none: 'appendices: none',
  'n/a': 'appendices: n/a',
  one: 'appendices:\n  - title: Plan',
  two: 'appendices:\n  - title: Plan\n  - title: Map',
  letters: 'appendices:\n  - title: Appendix A - Plan\n  - title: "Appendix B: Map"',
  roman: 'appendices:\n  - title: i. Plan\n  - title: ii. Map',
  labelled: 'appendices:\n  - label: Annex A\n    title: Plan',
  blank: 'appendices:',
  missing: 'title: A',
};
const report = (list: keyof typeof LISTS, text: string, more = ''): string =>
  `${cover(`${LISTS[list]}${more}`)}\n## 10. Use\n\n10.1 ${text}\n`;

describe('appendix-not-listed', () => {
  const found: [keyof typeof LISTS, string][] = [
    ['none', 'See ⟦Appendix 1⟧.'],
    ['n/a', 'See ⟦Appendix 1⟧.'],
    ['one', 'See Appendix 1 and ⟦Appendix 2⟧, and Appendix 2 again.'],
    ['two', 'Appendices 1 and 2, ⟦Appendix 3⟧ and ⟦Appendix 4⟧ give more.'],
    ['letters', 'See ⟦Appendix C⟧.'],
    ['letters', 'See ⟦Appendix 1⟧.'],
    ['labelled', 'See Annex A and ⟦Annex B⟧.'],
    ['two', 'See Appendices A, ⟦C⟧.'.replace('Appendices A', '⟦Appendices A⟧')],
    ['none', 'The plan is in [⟦Appendix 1⟧](plan.pdf).'],
    ['none', '⟦The attached plan⟧ shows where.'],
    ['none', 'The survey ⟦is attached to this report⟧.'],
    ['none', 'More is given ⟦as an appendix⟧.'],
    ['none', 'More is ⟦in the appendix⟧.'],
  ];
  for (const [list, text] of found)
    it(`finds “${text}” where the cover lists ${list}`, () => assertMarked(rule, report(list, text)));

  const right: [keyof typeof LISTS, string][] = [
    ['one', 'See Appendix 1, appendix one, Appendix 1a and Appendix i.'],
    ['letters', 'See Appendix A, appendix b and Appendix B2.'],
    ['roman', 'See Appendix 1, Appendix ii and Appendix Two.'],
    ['labelled', 'See Appendix A.'],
    ['blank', 'See Appendix 1.'],
    ['missing', 'See Appendix 1.'],
    ['none', 'It is set out in Appendix 2 of the Local Plan.'],
    ['none', 'See the Local Plan, Appendix 2.'],
    ['none', 'Data of the Annex A dataset, and Annex B.'],
    ['none', 'The conditions attached to the grant; social workers attached to schools.'],
    ['none', 'They focus on attachment. No appendix is needed.'],
    ['none', 'Text.\n\n> See Appendix 4.'],
    ['one', 'The attached plan shows where.'],
  ];
  for (const [list, text] of right)
    it(`is silent on “${text}” where the cover lists ${list}`, () => assertMarked(rule, report(list, text)));

  it('looks in the fields, and not at what appendices in the text say of their own', () => {
    assertMarked(rule, report('none', 'Text.', '\nexecutive-summary: See ⟦Appendix 1⟧.\ntitle: Review of Appendix 9'));
    assertMarked(rule, report('one', 'Text.\n\n## Appendix 1: Plan\n\nSee Appendix 7.'));
  });
  it('is silent for a template that prints no appendices', () => {
    assertMarked(rule, `${cover('appendices: none', 'partner-paper')}\nSee Appendix 1.\n`);
  });
  it('says what the cover lists', () => {
    const messages = (list: keyof typeof LISTS): string[] =>
      findingsOf(rule, report(list, 'See Appendix 5.')).map(({ message }) => message);
    assert.deepEqual(messages('two'), [
      'Appendix 5 is mentioned here, but the cover lists only Appendix 1 and Appendix 2. Add it to the list, or correct the text.',
    ]);
    assert.deepEqual(messages('none'), [
      'Appendix 5 is mentioned here, but the cover says that there are none. Add it to the list, or correct the text.',
    ]);
  });
  it('adds to the list as it is written', () => {
    const after = (list: keyof typeof LISTS, text: string): string[] =>
      fixed(rule, report(list, text)).map((report) => report.slice(report.indexOf('append'), report.indexOf('---', 5)));
    assert.deepEqual(after('none', 'See Appendix 1.'), ['appendices:\n  - title:\n']);
    assert.deepEqual(after('none', 'See Appendix B.'), ['appendices:\n  - label: Appendix B\n    title:\n']);
    assert.deepEqual(after('two', 'See Appendix 3.'), ['appendices:\n  - title: Plan\n  - title: Map\n  - title:\n']);
    assert.deepEqual(after('letters', 'See Appendix C.')[0]?.endsWith('Map"\n  - label: Appendix C\n    title:\n'), true);
    assert.deepEqual(fixed(rule, `${cover('appendices: [{ title: Plan }]')}\nSee Appendix 2.\n`), []);
  });
});
