import assert from 'node:assert/strict';
import rule from '../../server/src/rules/template-text/to-be-confirmed.ts';
import { assertMarked, cover, findingsOf } from '../support/marked.ts';

describe('to-be-confirmed', () => {
  const found = [
    '10.1 It begins in May (date ⟦TBC⟧).',
    '10.1 It begins ⟦tbc⟧, led by ⟦T.B.A.⟧',
    '| When | Who |\n|---|---|\n| ⟦TBC⟧ | ⟦Date to be confirmed⟧ |\n| May | ⟦to be agreed⟧ |',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(rule, `## 10. Introduction\n\n${text}\n`)));

  const silent = [
    '10.1 The date is to be confirmed by the Trust.',
    '10.1 It is yet to be confirmed.',
    '10.1 See `TBC` and https://example.org/tbc/ and tbc.md and stbc.',
    '10.1 The Tenant Board Assembly (TBA) met. The TBA agreed.',
    '10.1 Entries marked "TBC" were removed.',
    '> It begins TBC.',
    '| When |\n|---|\n| Costs to be agreed with the Trust |',
    '10.2 Text.\n\n### Forward plan\n\n| When |\n|---|\n| TBC |',
    '10.2 Text.\n\n## 11. Work programme\n\n### Autumn\n\nTBC',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(rule, `## 10. Introduction\n\n${text}\n`)));

  it('speaks again behind the forward plan', () => {
    assertMarked(rule, '## 10. Forward plan\n\nTBC\n\n## 11. Costs\n\n⟦TBC⟧\n');
  });

  it('is silent in a report on the work programme', () => {
    assertMarked(rule, cover('title: Work Programme 2026/27\nstatus: ⟦TBC⟧').replace(/[⟦⟧]/g, ''));
  });

  it('is an error in a field', () => {
    const lines =
      'date: ⟦to be advised⟧\nofficer-contact:\n  - tel: ⟦TBC⟧\nexecutive-summary: |\n  It is to be agreed.\n\n  Costs: ⟦TBC⟧';
    assertMarked(rule, cover(lines));
    const [finding] = findingsOf(rule, cover('officer-contact:\n  tel: TBC'));
    assert.ok(finding);
    assert.equal(finding.severity, 'error');
    assert.equal(finding.message, 'Report Author: Tel still says “TBC”. Find out and write it in.');
    assert.equal(findingsOf(rule, '---\n---\n10.1 Led by TBC\n')[0]?.severity, 'warning');
  });
});
