import assert from 'node:assert/strict';
import rule from '../../server/src/rules/recommendations/recommendation-differs.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';
import { readMarks } from '../support/ruleExamples.ts';

const closed = (recommendations: string, closing: string): string =>
  `${cover(recommendations)}\n## 10. Background\n\n10.1 The pier is closed.\n\n## 11. Recommendation\n\n${closing}\n`;

const two =
  'recommendations-lead-in: "That the committee:"\nrecommendations:\n  - agree the plan, with a budget of £84,000;\n  - ask the Head of Coast to report in May.';

describe('recommendation-differs', () => {
  const same: [string, string][] = [
    [two, 'That the committee:\n\n1. agree the plan, with a budget of £84,000;\n2. ask the Head of Coast to report in May.'],
    [
      two,
      '11.1 That the committee agrees the plan, with a budget of £84,000.\n\n11.2 That the committee asks the Head of Coast to report in May.',
    ],
    [
      two,
      'Members are asked to:\n\n(a) Agree the plan with a budget of £84,000; and\n\n(b) Ask the Head of Coast to report in May',
    ],
    [
      two,
      '11.1 The Harbour Committee is recommended to agree **the plan**, with a budget\nof £84,000, and\n\n11.2 ask the Head of Coast to report in May.',
    ],
    [
      two,
      '- agree the plan, with a budget of £84,000\n- ask the Head of Coast to report in May\n\nFootnote:\n\nIssues relating to financial, legal and other implications have been considered.',
    ],
    [
      two,
      '11.1 Two things are needed to open the pier in time.\n\nThat the committee:\n\n1. agree the plan, with a budget of £84,000;\n2. ask the Head of Coast to report in May.',
    ],
    ['recommendations:\n  - "That the committee: (a) agree the plan; (b) fund it."', '1. Agree the plan\n2. Fund it'],
    [
      'recommendations:\n  - |\n    That the committee:\n\n    i) Agrees the plan; and:\n\n    ii) Funds it.',
      'i) Agrees the plan; and\n\nii) Funds it.',
    ],
    ['recommendations:\n  - 1. Agree the plan', '11.1 Members of the Harbour Committee are invited to agree the plan.'],
    [two, ''],
    [two, 'As set out on the cover of this report.'],
    [two, 'The recommendations are given at the beginning of this report.'],
    [two, 'See above.'],
    [two, '11.1 Members are asked to agree the recommendations at the front of the report.'],
    ['title: The pier', 'That the plan be agreed.'],
  ];
  same.forEach(([recommendations, closing]) =>
    it(`takes for the same: ${JSON.stringify(closing)}`, () => assertMarked(rule, closed(recommendations, closing))),
  );

  const different: [string, string][] = [
    ['recommendations:\n  - Members are asked to agree the plan.', '11.1 ⟦Members are asked to agree the plan and the budget.⟧'],
    ['recommendations:\n  - Members are asked to note the plan.', '⟦Members are asked to agree the plan.⟧'],
    [two, 'That the committee:\n\n1. agree the plan, with a budget of £84,000;\n2. ⟦ask the Head of Coast to report in June.⟧'],
    [two, 'That the committee:\n\n1. ⟦agree the plan, with a budget of £94,000;⟧\n2. ask the Head of Coast to report in June.'],
    [two, '⟦That the committee:\n\n1. agree the plan, with a budget of £84,000.⟧'],
    [
      two,
      '11.1 ⟦That the committee agrees the plan, with a budget of £84,000.⟧\n\nFootnote:\n\nIssues relating to financial, legal …',
    ],
    ['recommendations:\n  - Agree option 2. Start in May.', '⟦Agree option 3. Start in May.⟧'],
    ['recommendations:\n  - None', '⟦That the plan be agreed.⟧'],
  ];
  different.forEach(([recommendations, closing]) =>
    it(`finds ${JSON.stringify(closing)}`, () => assertMarked(rule, closed(recommendations, closing))),
  );

  it('says what differs', () => {
    const message = (closing: string): string | undefined => findingsOf(rule, readMarks(closed(two, closing)).text)[0]?.message;
    assert.equal(
      message('1. agree the plan, with a budget of £84,000;\n2. ask the Director to report in May.'),
      'Recommendation 2 is worded differently here and on the cover: here “Director”, there “Head of Coast”. Use the same words in both places.',
    );
    assert.equal(
      message('1. agree the plan;\n2. ask the Head of Coast to report in June.'),
      'Recommendation 1 is worded differently here and on the cover: the cover also says “with a budget of £84,000”, and more. Use the same words in both places.',
    );
    assert.equal(
      message('1. agree the plan, with a budget of £84,000;\n2. ask the Head of Coast to report in May.\n3. fund it.'),
      'Recommendation is worded differently here and on the cover: “fund it” is not on the cover. The cover has 2 recommendations, this section 3 recommendations. Use the same words in both places.',
    );
  });

  it('copies either way, with the words of asking where they are needed', () => {
    const copied = (recommendations: string, closing: string): string[] => fixed(rule, closed(recommendations, closing));
    const [here, there] = copied(
      two,
      '11.1 That the committee agree the plan, with a budget of £94,000;\n\n11.2 That the committee ask the Director to report in May.',
    );
    assert.ok(
      here?.endsWith(
        '11.1 That the committee agree the plan, with a budget of £84,000;\n\n11.2 That the committee ask the Head of Coast to report in May.\n',
      ),
    );
    assert.match(there ?? '', /\n {2}- agree the plan, with a budget of £94,000;\n {2}- ask the Director to report in May\.\n/);
    const [led] = copied('recommendations:\n  - That the committee agree the plan.', 'That the committee:\n\n- agree a plan.');
    assert.ok(led?.endsWith('That the committee:\n\n- agree the plan.\n'));
    const [whole, ...none] = copied(two, '11.1 That the committee:\n\n- agree the plan.');
    assert.ok(
      whole?.endsWith(
        '## 11. Recommendation\n\n11.1 That the committee:\n\n1. agree the plan, with a budget of £84,000;\n2. ask the Head of Coast to report in May.\n',
      ),
    );
    assert.deepEqual(none, []);
  });

  it('writes several lines as the place needs them', () => {
    const cover = 'recommendations:\n  - |\n    Agree:\n\n    - the plan\n    - the budget\n  - Fund it';
    const [here] = fixed(rule, closed(cover, '1. Agree the plan\n2. Fund it'));
    assert.ok(here?.endsWith('1. Agree:\n\n   - the plan\n   - the budget\n2. Fund it\n'), here);
    const [, there] = fixed(rule, closed('recommendations:\n  - Agree the plan', 'Agree the plan\nand the budget: it is small.'));
    assert.match(there ?? '', /recommendations:\n {2}- \|-\n {4}Agree the plan\n {4}and the budget: it is small\.\n/);
  });
});
