import assert from 'node:assert/strict';
import linkEmpty from '../../server/src/rules/plain-english/link-empty.ts';
import linkText from '../../server/src/rules/plain-english/link-text.ts';
import tableHeader from '../../server/src/rules/plain-english/table-header.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

const body = (text: string): string => `---\ntemplate: committee-report\n---\n${text}`;
const A = 'https://www.northmoor.gov.uk/plan';

describe('link-text', () => {
  const found = [
    `The plan is ⟦[here](${A})⟧.`,
    `⟦[Click here](${A})⟧, ⟦[**read more**](${A})⟧, ⟦[“this link”](${A})⟧, ⟦[More information](${A})⟧.`,
    `⟦<${A}>⟧`,
    `⟦[${A}](${A})⟧ ⟦[www.northmoor.gov.uk/plan](${A})⟧ ⟦[northmoor.gov.uk/plan](${A})⟧`,
    `⟦[here][1]⟧\n\n[1]: ${A}`,
    `⟦[](${A})⟧`,
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(linkText, `${text}\n`)));
  const silent = [
    `[The plan for the pier](${A}) and [what to do here](${A}).`,
    '<a.person@northmoor.gov.uk> [a.person@northmoor.gov.uk](mailto:a.person@northmoor.gov.uk)',
    `[www.northmoor.gov.uk](${A})`,
    `[![A map of the pier](map.png)](${A})`,
    `The address is ${A}.`,
    `\`[here](${A})\``,
    '[here](#)',
    `## 10. Background Papers\n\n- <${A}>`,
    `Footnote[^1]\n\n[^1]: [Plan for the pier](${A})`,
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(linkText, `${text}\n`)));
  it('looks into fields, and leaves the addresses of background papers alone', () => {
    assertMarked(linkText, cover(`executive-summary: See ⟦[here](${A})⟧.\nbackground-papers:\n  - { title: Plan, url: "${A}" }`));
  });
});

describe('link-empty', () => {
  const found = ['⟦[the plan](#)⟧', '⟦[the plan]()⟧', '⟦[the plan](<>)⟧', '⟦[the plan](https://)⟧', '⟦[the plan](mailto:)⟧'];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(linkEmpty, `10.1 See ${text}.\n`)));
  const silent = [
    `[the plan](${A})`,
    '[the plan](#plan)',
    '[the plan](plan.md)',
    '`[the plan](#)`',
    '[insert plan]',
    '![](a.png)',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(linkEmpty, `10.1 See ${text}.\n`)));
  it('keeps the words', () => {
    assert.deepEqual(fixed(linkEmpty, '10.1 See [the **plan**](#).\n'), [body('10.1 See the **plan**.\n')]);
    assert.deepEqual(fixed(linkEmpty, cover('executive-summary: "See [the plan]()"')), [
      cover('executive-summary: "See the plan"'),
    ]);
  });
});

describe('table-header', () => {
  it('finds a blank header row', () => {
    assertMarked(tableHeader, 'Text.\n\n⟦| | |⟧\n|---|---|\n| White | 88% |\n\n⟦|  |⟧\n|---|\n| a |\n');
    assertMarked(tableHeader, cover('executive-summary: |\n  ⟦| | |⟧\n  |---|---|\n  | White | 88% |'));
  });
  it('is silent on a header with one blank cell, and where there is no table', () => {
    assertMarked(tableHeader, '| | Visits | |\n|---|---|---|\n| a | 1 | 2 |\n\n`| | |`\n\nA | B\n');
  });
});
