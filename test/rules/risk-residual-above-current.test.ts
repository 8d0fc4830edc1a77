import assert from 'node:assert/strict';
import rule from '../../server/src/rules/risk/risk-residual-above-current.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

const risk = (current: string, residual: string): string =>
  cover(`impact-assessment:\n  risk: {current: ${current}, residual: ${residual}}`);

describe('risk-residual-above-current', () => {
  it('compares levels in any letter case', () => {
    assertMarked(rule, risk('LOW', '⟦Medium⟧'));
    assertMarked(rule, risk('"medium"', "'⟦HIGH⟧'"));
    for (const [current, residual] of [['low', 'LOW'], ['High', 'low'], ['', 'high'], ['n/a', 'high'], ['low', 'highest']]) assertMarked(rule, risk(current ?? '', residual ?? '')); // prettier-ignore
  });

  it('swaps the two as they are typed', () => {
    assert.deepEqual(fixed(rule, risk('"Low"', 'HIGH')), [risk('"HIGH"', 'Low')]);
  });
});
