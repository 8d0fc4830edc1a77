import assert from 'node:assert/strict';
import rule from '../../server/src/rules/risk/impact-unexplained.ts';
import { assertMarked, cover, findingsOf } from '../support/marked.ts';

const part = (text: string): string => cover(`impact-assessment:\n  climate: ${text}`);

describe('impact-unexplained', () => {
  const bare = [
    'N/A',
    'n/a.',
    'n/a for this report',
    'NA',
    'N.A.',
    'None',
    'None.',
    'Nil',
    'Not applicable',
    'Not Applicable.',
    'No implications',
    'No climate implications.',
    'No direct climate implications',
    '"-"',
    'There are none.',
    'None identified.',
    '"**None**"',
    'No impact',
  ];
  bare.forEach((text) =>
    it(`finds ${text}`, () =>
      assertMarked(rule, part(text.replace(/^("?)(.*?)("?)$/, '$1⟦$2⟧$3').replace('⟦**None**⟧', '⟦**None**⟧')))),
  );

  const said = [
    'There are no climate implications arising from this report.',
    'There are no equalities implications.',
    'No climate implications have been identified in this report.',
    'None, because no journeys change.',
    'No assessment was needed, because nothing changes.',
    'Not applicable to this stage of the work, which is a review.',
    'None in the context of this report.',
    'Nilsson Road will close.',
    'Choose an item.',
  ];
  said.forEach((text) => it(`is silent on ${text}`, () => assertMarked(rule, part(text))));

  it('finds it in block text and in the body', () => {
    assertMarked(rule, cover('impact-assessment:\n  equalities: |\n\n    ⟦N/A⟧\n  other: >-\n    ⟦None.⟧\n  x-note: None'));
    assertMarked(rule, '## 2. Financial Implications\n\n⟦None⟧\n\n## 10. Introduction\n');
    assertMarked(rule, cover('impact-assessment:\n  equalities: N/A', 'partner-paper'));
  });

  it('weighs equalities most and other implications least', () => {
    const findings = findingsOf(rule, cover('impact-assessment:\n  equalities: N/A\n  budget: N/A\n  other: N/A'));
    assert.deepEqual(findings.map(({ severity }) => severity), ['error', 'warning', 'info']); // prettier-ignore
    assert.match(findings[1]?.message ?? '', /^Financial Implications says only “N\/A”\. Members need to know what this costs/);
  });
});
