import rule from '../../server/src/rules/recommendations/recommendation-wrong-body.ts';
import { assertMarked, cover } from '../support/marked.ts';

const report = (item: string, more = ''): string =>
  cover(`committee: Pier and Coast Scrutiny Committee\n${more}recommendations:\n  - ${item}`);

describe('recommendation-wrong-body', () => {
  const wrong = [
    '⟦Cabinet⟧ are asked for views on the plan',
    'That ⟦Cabinet⟧ approve the plan',
    'That the ⟦Cabinet⟧ approves the plan',
    '⟦Cabinet⟧ to award the contracts',
    'It is recommended that ⟦Cabinet⟧ agrees the plan',
    'That ⟦Full Council⟧ adopts the policy',
    'The ⟦Audit and Governance Committee⟧ should receive the accounts',
    'Members of the ⟦Harbour Board⟧ are invited to comment on the plan',
    'For ⟦Cabinet⟧ to support the plan',
    'That the committee notes the report; that ⟦Cabinet⟧ approve the plan',
    'That ⟦Northmoor Council Place Scrutiny Committee⟧ consider the report.',
    '"(a) ⟦Cabinet⟧ to approve the plan"',
  ];
  for (const text of wrong) it(`finds “${text}”`, () => assertMarked(rule, report(text), 'name: Northmoor Council'));

  const right = [
    'That the Committee agrees the plan',
    'The Scrutiny Committee is asked to agree the plan',
    'The Board is asked to agree the plan',
    'Members are asked to agree the plan',
    'Coast and Pier Scrutiny Committee to agree the plan',
    'That the Pier & Coast Scrutinity Committee agrees the plan',
    'That Northmoor Council Pier and Coast Scrutiny Committee agrees the plan',
    'Recommend to Cabinet that the plan be approved',
    'That the committee recommends to Cabinet that Cabinet approve the plan',
    'That Cabinet be recommended to approve the plan',
    'That Cabinet be asked to approve the plan',
    'That the plan be agreed so that Cabinet can recommend it to Full Council',
    'That the plan be agreed in time for Cabinet on 1 December',
    'Cabinet Member for Finance to approve the plan',
    'Council officers to report back',
    'That Northmoor Council continues to support carers',
    'The Cabinet report be noted',
    'That a Harbour Panel be established',
    'The Executive Director of Place to report to this committee',
    '"The committee recommends to Cabinet that: (a) Cabinet approve the plan"',
  ];
  for (const text of right) it(`is silent on “${text}”`, () => assertMarked(rule, report(text), 'name: Northmoor Council'));

  it('lets another committee act that considers the report as well, unless the list begins with this one', () => {
    const also = 'also-considered-by:\n  - { committee: Cabinet, date: 2026-12-15 }\n';
    assertMarked(rule, report('Cabinet to award the contracts', also));
    assertMarked(rule, report('⟦Cabinet⟧ to award the contracts', `${also}recommendations-lead-in: "That the committee:"\n`));
  });

  it('reads the words before the list', () => {
    assertMarked(rule, report('approve the plan', 'recommendations-lead-in: "That ⟦Cabinet⟧:"\n'));
    assertMarked(
      rule,
      report('Cabinet approve the plan', 'recommendations-lead-in: "That the committee recommends to Cabinet that:"\n'),
    );
  });

  it('is silent where the report names no committee, and in a report to Cabinet', () => {
    assertMarked(rule, cover('recommendations:\n  - That Cabinet approve the plan'));
    assertMarked(rule, cover('committee: Cabinet\nrecommendations:\n  - That Cabinet approve the plan'));
  });
});
