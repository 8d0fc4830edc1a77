import assert from 'node:assert/strict';
import rule from '../../server/src/rules/risk/budget-contradicts-body.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

const report = (budget: string, body: string, more = ''): string =>
  `---\ntemplate: committee-report\ndate: 2026-11-24\n${more}impact-assessment:\n  budget: ${budget}\n---\n\n## 10. Introduction\n\n${body}\n`;

describe('budget-contradicts-body', () => {
  const spent = [
    '10.1 The council pays £412,000 a year for it.',
    '10.1 The service costs £1.2m a year.',
    '10.1 The council will spend £64k on it in 2027/28.',
    '10.1 It was agreed last week. A grant of £2 million pays for it.',
    '10.1 In 2026/27 £14,000 is allocated to it.',
    '- equipment will cost £66,500;',
  ];
  spent.forEach((text) => it(`finds “N/A” against ${text}`, () => assertMarked(rule, report('⟦N/A⟧', text))));

  const notSpent = [
    '10.1 The service cost £1.2m in 2019/20.',
    '10.1 The contract was let for £412,000.',
    '10.1 A permit costs £45.',
    '10.1 The council saves £64,000 on the contract.',
    '10.1 The government will invest £500 million in hubs.',
    '10.1 Abuse costs the economy £66bn a year.',
    '10.1 A care worker costs a household £1,500 on average.',
    '10.1 Rents rise to £1,100 a month.',
    '> The scheme will cost £64,000.',
    '| Item | The cost is £64,000 |\n|---|---|\n| x | the cost is £64,000 |',
    '10.1 Nothing is spent.',
  ];
  notSpent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(rule, report('N/A', text))));

  it('believes a sentence, unless the report proposes to spend', () => {
    const sentence = 'There are no financial implications arising from this report.';
    assertMarked(rule, report(sentence, '10.1 The service costs £1.2m a year.'));
    assertMarked(rule, report(`⟦${sentence}⟧`, '10.1 It is proposed to spend £64,000 on it.'));
    assertMarked(
      rule,
      report(
        '⟦There are no budget implications, because the new network is met from the existing budget.⟧',
        '10.1 The network would cost £1,790,000 a year.',
      ),
    );
    for (const budget of [
      'There are no additional financial implications.',
      'There are no budget implications other than £64,000.',
      'No financial implications at this stage.',
      'The cost is met by the Trust.',
    ]) {
      assertMarked(rule, report(budget, '10.1 It is proposed to spend £64,000 on it.'));
    }
  });

  it('looks into the summary and the recommendations too', () => {
    assertMarked(rule, report('⟦None⟧', 'Text.', 'recommendations:\n  - That £74,500 be released from the budget.\n'));
    assertMarked(
      rule,
      report(
        '⟦There are no budget implications.⟧',
        'Text.',
        'recommendations:\n  - Cabinet to award contracts within a yearly cost of £1,790,000.\n',
      ),
    );
    assertMarked(rule, report('⟦None⟧', 'Text.', 'executive-summary: |\n  The scheme costs £74,500.\n'));
  });

  it('quotes the amount and the paragraph', () => {
    const [finding] = findingsOf(rule, report('N/A', '10.1 One.\n\n10.2 Two. The contract is worth £412,000. Three.'));
    assert.ok(finding);
    assert.deepEqual(finding.path, ['impact-assessment', 'budget']);
    assert.match(
      finding.message,
      /^Financial Implications says “N\/A”, but paragraph 10\.2 speaks of £412,000: “The contract is worth £412,000\.” Say what it costs/,
    );
    assert.match(
      findingsOf(rule, report('None', 'The contract costs £412,000 a year.'))[0]?.message ?? '',
      /but the body speaks of/,
    );
  });
});
