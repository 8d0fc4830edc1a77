import assert from 'node:assert/strict';
import rule from '../../server/src/rules/numbering/link-broken.ts';
import { knowledge, report as parse } from '../support/ruleExamples.ts';
import { lint } from '../../server/src/linter/lint.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const FILES = {
  'plan.md': '# The plan\n\n## 2. Costs\n\n## Costs\n',
  'site map (new).pdf': '',
  '../appendices/map.pdf': '',
  'figures/pier.svg': '',
};
const linked = (text: string, more = ''): string =>
  `${cover(`title: A${more}`)}\n## 10. Use of the pier\n\n10.1 ${text}\n\n## 11. Costs\n\n## 12. Costs\n`;
const marked = (text: string, more = ''): void => assertMarked(rule, linked(text, more), '', FILES);

describe('link-broken', () => {
  const broken = [
    '[plan](⟦plan.pdf⟧)',
    '[plan](⟦Plan.md⟧)',
    '[plan](<⟦no such plan.md⟧>)',
    '[plan](⟦plan.md#cost⟧)',
    '[plan](⟦plan.md⟧x)'.replace('⟧x', 'x⟧'),
    '[plan](⟦../map.pdf⟧ "The map")',
    '[plan](⟦../../../plan.md⟧)',
    '[plan](⟦..\\appendices\\maps.pdf⟧)',
    '[plan](⟦C:\\Users\\me\\plan.md⟧)',
    '[costs](⟦#cost⟧)',
    '![The pier](⟦pier.svg⟧)',
    '[![The pier](figures/pier.svg)](⟦pier.pdf⟧)',
    '[site](⟦www.northmoor.example⟧)',
    '[site](⟦northmoor.gov.uk/pier⟧)',
    '[write](⟦clerk@northmoor.example⟧)',
    '⟦[the plan][1]⟧\n\n[1]: nowhere.md',
  ];
  for (const text of broken) it(`finds ${text}`, () => marked(text));

  const right = [
    '[plan](plan.md) [plan](./plan.md) [plan](plan.md#2-costs) [plan](plan.md#the-plan) [plan](plan.md#costs)',
    '[map](site%20map%20(new).pdf) [map](<site map (new).pdf>) [map](site%20map%20%28new%29.pdf#page=2)',
    '[map](../appendices/map.pdf) [map](..\\appendices\\map.pdf) [map](../appendices/)',
    '![The pier](figures/pier.svg)',
    '[use](#10-use-of-the-pier) [use](#use-of-the-pier) [costs](#11-costs) [costs](#12-costs) [top](#top)',
    '[reasons](#reason-for-recommendation) [money](#2-financial-implications)',
    '[site](https://www.northmoor.example/a#b) [write](mailto:clerk@northmoor.example) [call](tel:01632960100) <https://northmoor.example>',
    '[site](/councillors) [site](//northmoor.example/a) [empty]() [nothing](#)',
    '`[plan](plan.pdf)` <!-- [plan](plan.pdf) -->',
  ];
  for (const text of right) it(`is silent on ${text}`, () => marked(text));

  it('looks in the fields too', () => {
    marked('Text.', '\nexecutive-summary: See [the plan](⟦plan.pdf⟧) and [the costs](#costs).');
    assertMarked(rule, `${cover('title: A')}\n## Executive Summary\n\n[plan](⟦plan.pdf⟧)\n`, '', FILES);
  });
  it('is silent about files where nobody looked, and still knows headings and websites', () => {
    const text = linked('[plan](plan.pdf) [costs](#nowhere) [site](www.northmoor.example)');
    const { findings } = lint(parse(text), knowledge(), [rule]);
    assert.deepEqual(findings.map(({ span }) => text.slice(span.start, span.end)), ['#nowhere', 'www.northmoor.example']); // prettier-ignore
  });
  it('says what may have been meant, and puts it there', () => {
    const first = (text: string): [string | undefined, string | undefined] => [
      findingsOf(rule, linked(text), '', FILES)[0]?.message,
      fixed(rule, linked(text), '', FILES)[0]?.split('10.1 ')[1]?.split('\n')[0],
    ];
    assert.deepEqual(first('[map](map.pdf)'), [
      'This link leads to “map.pdf”, but there is no such file. Did you mean “../appendices/map.pdf”?',
      '[map](../appendices/map.pdf)',
    ]);
    assert.deepEqual(first('[map](site-map.pdf)'), [
      'This link leads to “site-map.pdf”, but there is no such file. Did you mean “site map (new).pdf”?',
      '[map](site%20map%20%28new%29.pdf)',
    ]);
    assert.deepEqual(first('[costs](plan.md#cost)')[1], '[costs](plan.md#costs)');
    assert.deepEqual(first('![The pier](pier.png)')[0], 'This picture is to come from “pier.png”, but there is no such file. Put the file there, or correct the link.'); // prettier-ignore
    assert.deepEqual(first('[x](clerk@northmoor.example)')[1], '[x](mailto:clerk@northmoor.example)');
  });
});
