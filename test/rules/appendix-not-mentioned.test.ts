import rule from '../../server/src/rules/numbering/appendix-not-mentioned.ts';
import { assertMarked, cover } from '../support/marked.ts';

const report = (titles: readonly string[], text: string, more = ''): string =>
  `${cover(`appendices:\n${titles.map((title) => `  - title: ${title}\n`).join('')}${more}`)}\n## 10. Use\n\n10.1 ${text}\n`;

describe('appendix-not-mentioned', () => {
  it('finds those that nothing points to', () => {
    assertMarked(rule, report(['Plan', '⟦Map⟧'], 'See Appendix 1.'));
    assertMarked(rule, report(['⟦A - Plan⟧'], 'The plan is good.'));
    assertMarked(rule, report(['i. Plan', '⟦ii. Map⟧'], 'Appendix 1 shows it.'));
    assertMarked(rule, report(['Plan', '⟦Map⟧', 'Survey'], 'See Appendices 1 and 3.'));
  });
  it('knows mentions of many at once, in fields, links and images’ captions', () => {
    assertMarked(rule, report(['Plan', 'Map', 'Survey', 'Costs'], 'See Appendices 1 to 3, and Appendix 4.'));
    assertMarked(rule, report(['A. Plan', 'B. Map', 'C. Survey'], 'See appendices A-C.'));
    assertMarked(rule, report(['Plan', 'Map'], 'See Appendix 1 and 2.'));
    assertMarked(rule, report(['Plan'], 'Text.', 'executive-summary: See Appendix 1.'));
    assertMarked(
      rule,
      `${cover('appendices:\n  - { title: Plan, file: a plan.md }\n  - { title: Map, file: ./map.md }')}\n[A](a%20plan.md) and [b](map.md#b).\n`,
    );
  });
  it('knows the only appendix without its number', () => {
    assertMarked(rule, report(['Plan'], 'It is set out in the appendix.'));
    assertMarked(rule, report(['Plan'], 'The attached plan shows it.'));
    assertMarked(rule, report(['⟦Plan⟧', '⟦Map⟧'], 'The attached plan shows it.'));
  });
  it('is silent without a list', () => {
    assertMarked(rule, `${cover('appendices: none')}\nText.\n`);
    assertMarked(rule, `${cover('title: A')}\nText.\n`);
  });
});
