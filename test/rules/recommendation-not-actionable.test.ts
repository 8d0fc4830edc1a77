import assert from 'node:assert/strict';
import rule from '../../server/src/rules/recommendations/recommendation-not-actionable.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const list = (items: readonly string[], more = ''): string =>
  cover(`${more}recommendations:\n${items.map((item) => `  - ${item}`).join('\n')}`);

describe('recommendation-not-actionable', () => {
  const weak = [
    ['That the report be noted.'],
    ['That the contents of the report are noted.'],
    ['That members note the report and the progress made.'],
    ['The Board is asked to receive and note the report.'],
    ['Members are asked to consider the report and its findings.'],
    ['That Members acknowledge the work that staff have done.'],
    ['To note the report. The next will come in June.'],
    ['For members to be aware of the new arrangements.'],
    ['For information only'],
    ['For Information purposes'],
    ['This report is for information.'],
    ['It is recommended that the Harbour Board note the content of this report.'],
    ['That the Place and Environment Overview Committee note the update.'],
    ['Take note of the update', 'Discuss the findings'],
    ['The Committee is recommended to note the report and support for carers described in it.'],
    ['Members to note the annual report, and the work undertaken in 2026/27'],
    ['That the Board notes and considers the figures'],
    ['That the Harbour Sub-Committee note the figures, and the plan'],
  ];
  for (const items of weak) {
    it(`finds “${items.join('” “')}”`, () => assertMarked(rule, list([`⟦${items[0] ?? ''}⟧`, ...items.slice(1)])));
  }

  const real = [
    ['Note the report and agree the plan.'],
    ['Note the report, and agree the plan.'],
    ['Note the report, the plan and the budget, and then to agree both.'],
    ['Note the report.', 'Agree the forward plan.'],
    ['That the committee notes the report and endorses the approach.'],
    ['To consider and comment on the report'],
    ['That the Committee considers whether further scrutiny is required'],
    ['Members are asked to note the report and to scrutinise the plan'],
    ['The Harbour Committee receive a report twice a year on how the group is doing.'],
    ['That the committee receives a further report in six months'],
    ['That the report be noted and that option 2 be approved'],
    ['That option 2 be approved'],
    ['note the report, comment on the findings and recommend changes'],
    ['To consider the evidence and to identify areas for further work'],
    ['The Committee is asked to review the report'],
    ['note the report before recommending it to Cabinet'],
    ['Option 2, from May'],
    ['The views of members on the plan'],
    ['That members congratulate the volunteers'],
    ['None'],
  ];
  for (const items of real) it(`is silent on “${items.join('” “')}”`, () => assertMarked(rule, list(items)));

  it('reads lettered paragraphs, nested lists and the words before the list', () => {
    assertMarked(
      rule,
      cover('recommendations:\n  - |\n    ⟦That the committee:\n\n    i) Notes the report; and\n\n    ii) Notes the figures.⟧'),
    );
    assertMarked(
      rule,
      cover('recommendations:\n  - |\n    That the committee:\n\n    i) Notes the report; and\n\n    ii) Identifies any issues.'),
    );
    assertMarked(rule, cover('recommendations:\n  - |\n    That the committee\n    - notes the report\n    - agrees the plan'));
    assertMarked(rule, cover('recommendations: |\n  That the committee\n  - notes the report\n  - agrees the plan'));
    assertMarked(rule, cover('recommendations: |\n  ⟦That the committee notes the report\n  and the figures.⟧'));
    assertMarked(rule, list(['⟦progress on the plan⟧', 'the budget'], 'recommendations-lead-in: "Members are asked to note:"\n'));
    assertMarked(rule, list(['the plan', 'the budget'], 'recommendations-lead-in: "Members are asked to approve:"\n'));
    assertMarked(rule, '## Recommendation\n\n1. ⟦Note the report.⟧\n2. Note the plan.\n');
  });

  it('is only information where the purpose is to inform or to consult', () => {
    const severity = (purpose: string): string | undefined =>
      findingsOf(rule, list(['Note it.'], `purpose: ${purpose}\n`))[0]?.severity;
    assert.deepEqual(['For Decision', 'For Information', 'For Review and Consultation'].map(severity), [
      'warning',
      'info',
      'info',
    ]);
  });

  it('offers verbs in the form of the one that is there', () => {
    const offered = (text: string): string[] => fixed(rule, list([text])).map((report) => /- (.*)/.exec(report)?.[1] ?? '');
    assert.deepEqual(offered('That the committee notes it.'), [
      'That the committee agrees it.',
      'That the committee endorses it.',
      'That the committee supports it.',
      'That the committee comments on it.',
    ]);
    assert.deepEqual(offered('That it be noted.'), ['That it be agreed.', 'That it be endorsed.', 'That it be supported.']);
    assert.equal(offered('Discuss it.')[0], 'Agree it.');
    assert.equal(offered('To be aware of it.')[3], 'To comment on it.');
    assert.deepEqual(offered('For information'), []);
  });
});
