import assert from 'node:assert/strict';
import rule from '../../server/src/rules/risk/risk-high-unexplained.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

const risk = (lines: string): string => cover(`impact-assessment:\n  risk:\n${lines}`);

describe('risk-high-unexplained', () => {
  it('finds one high level, the current one first', () => {
    assertMarked(rule, risk('    current: ⟦HIGH⟧\n    residual: High'));
    assertMarked(rule, risk('    current: medium\n    residual: "⟦High⟧"'));
    assertMarked(rule, risk('    current: ⟦high⟧\n    summary:\n    categories: []'));
    assertMarked(rule, risk('    current: ⟦high⟧\n    summary: N/A'));
  });

  it('is silent where a summary or a category explains it', () => {
    assertMarked(rule, risk('    current: high\n    categories: [financial]'));
    assertMarked(rule, risk('    current: high\n    categories: financial'));
    assertMarked(rule, risk('    current: high\n    summary: The bridge may close.'));
    assertMarked(rule, risk('    current: highest\n    residual: medium'));
    assertMarked(rule, cover('impact-assessment:\n  risk:\n    current: high', 'partner-paper'));
  });

  it('adds a summary, or fills in the one that says nothing', () => {
    const summary = "summary: '[insert why the risk is high and what is done about it]'";
    assert.deepEqual(fixed(rule, risk('    current: high # now\n    categories: []')), [
      risk(`    current: high # now\n    ${summary}\n    categories: []`),
    ]);
    assert.deepEqual(fixed(rule, risk('    current: high\n    summary:')), [risk(`    current: high\n    ${summary}`)]);
    assert.deepEqual(fixed(rule, cover('impact-assessment: {risk: {current: high}}')), [
      cover(`impact-assessment: {risk: {current: high, ${summary}}}`),
    ]);
  });
});
