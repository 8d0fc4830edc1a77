import assert from 'node:assert/strict';
import rule from '../../server/src/rules/risk/risk-incomplete.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const under = (lines: string): string => cover(`impact-assessment:\n  other: Text.\n${lines}`);

describe('risk-incomplete', () => {
  it('finds a missing level, once, at the key', () => {
    assertMarked(rule, under('  ⟦risk⟧:\n    residual: low'));
    assertMarked(rule, under('  ⟦risk⟧:\n    summary: No risks identified'));
    assertMarked(rule, under('  ⟦risk⟧: {current: low}'));
    assertMarked(rule, under('  ⟦risk⟧:\n    not-required:'));
    const [finding] = findingsOf(rule, under('  risk:\n    categories: [financial]'));
    assert.match(
      finding?.message ?? '',
      /^Risk Assessment gives no Current Risk or Residual Risk\. Add them: low, medium or high\./,
    );
    assert.deepEqual(finding?.path, ['impact-assessment', 'risk']);
  });

  it('finds an assessment that is not there, at the key above it', () => {
    assertMarked(rule, cover('⟦impact-assessment⟧:\n  other: Text.'));
    assertMarked(rule, '---\ntemplate: ⟦committee-report⟧\n---\n## Other Implications\n\nText.\n');
  });

  it('finds “not applicable” in place of the assessment, a level or a reason', () => {
    assertMarked(rule, under('  risk: ⟦N/A⟧'));
    assertMarked(rule, under('  risk: ⟦No risks identified.⟧'));
    assertMarked(rule, under('  risk: |\n    ⟦Not applicable.⟧'));
    assertMarked(rule, under('  risk:\n    current: ⟦n/a⟧\n    residual: ⟦None⟧'));
    assertMarked(rule, under('  risk:\n    not-required: ⟦Not applicable⟧'));
  });

  it('is silent where another rule speaks, or nothing is wrong', () => {
    assertMarked(rule, under('  risk:\n    current:\n    residual: low'));
    assertMarked(rule, under('  risk:\n    current: Choose an item.\n    residual: HIGH'));
    assertMarked(rule, under('  risk:'));
    assertMarked(rule, under('  risk: {}'));
    assertMarked(rule, under('  risk: low'));
    assertMarked(rule, under('  risk:\n    not-required: The report asks for no decision.'));
    assertMarked(rule, cover('title: Buses'));
    assertMarked(rule, cover('impact-assessment:'));
    assertMarked(rule, cover('impact-assessment: N/A'));
    assertMarked(rule, cover('impact-assessment:\n  risk:\n    current: low', 'partner-paper'));
    assertMarked(rule, cover('impact-assessment:\n  risk:\n    current: low', 'unheard-of'));
    assertMarked(rule, cover('impact-assessment:\n  other: "Text.\n  risk:\n    current: low'));
  });

  it('adds the missing levels where they belong', () => {
    const cases: [string, string][] = [
      ['  risk:\n    residual: medium', '  risk:\n    current: low\n    residual: medium'],
      [
        '  risk:\n      summary: |\n        Text.',
        '  risk:\n      current: low\n      residual: low\n      summary: |\n        Text.',
      ],
      [
        '  risk:\n    current: high # as agreed\n    summary: x',
        '  risk:\n    current: high # as agreed\n    residual: low\n    summary: x',
      ],
      ['  risk: {current: low}', '  risk: {current: low, residual: low}'],
      ['  risk: { summary: x }', '  risk: { current: low, residual: low, summary: x }'],
      ['  risk: N/A', '  risk:\n    current: low\n    residual: low'],
      ['  risk: |\n    Not applicable', '  risk:\n    current: low\n    residual: low'],
      ['  risk:\n    current: n/a\n    residual: low', '  risk:\n    current: low\n    residual: low'],
      ['  risk:\n    not-required: N/A', '  risk:\n    current: low\n    residual: low'],
      ['  risk: { not-required: N/A }', '  risk: { current: low, residual: low }'],
    ];
    for (const [bad, good] of cases) {
      const fixes = fixed(rule, under(bad));
      assert.equal(fixes.length, 3);
      assert.equal(fixes[0], under(good));
    }
  });

  it('adds the whole assessment', () => {
    assert.equal(fixed(rule, under('  risk:\n    residual: high')).length, 3);
    const summary = "\n    summary: '[insert why the risk is high and what is done about it]'";
    const risk = (level: string) => `  risk:\n    current: ${level}\n    residual: ${level}${level === 'high' ? summary : ''}`;
    assert.deepEqual(fixed(rule, under('  budget: x')), ['low', 'medium', 'high'].map((level) => under(`${risk(level)}\n  budget: x`))); // prettier-ignore
  });

  it('keeps line ends', () => {
    const text = under('  risk:\n    current: low').replaceAll('\n', '\r\n');
    assert.equal(fixed(rule, text)[1], under('  risk:\n    current: low\n    residual: medium').replaceAll('\n', '\r\n'));
  });
});
