import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import rule from '../../server/src/rules/access-to-information/background-papers-prose.ts';
import { knowledge, report } from '../support/ruleExamples.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('background-papers-prose', () => {
  it('finds text in the place of a list', () => {
    assertMarked(rule, cover('background-papers: ⟦The plan says how the service is run.⟧'));
    assertMarked(rule, cover('⟦background-papers⟧: |\n  9.1 The plan says how.\n\n  9.2 It is new.'));
    assertMarked(rule, cover(`background-papers:\n  - title: ⟦${words(46)}⟧\n  - title: Plan, 2026`));
    assertMarked(rule, cover(`background-papers:\n  - ⟦${words(50)}⟧`));
  });

  it('is silent on a list, on none in any words, and on a template that does not print it', () => {
    for (const value of [
      'none',
      'None',
      'n/a',
      'There are no background papers.',
      'Nil',
      '',
      '\n  - title: Plan, 2026',
      '\n  - { title: Plan, url: "https://northmoor.example/plan" }',
    ])
      // prettier-ignore
      assertMarked(rule, cover(`background-papers: ${value}`));
    assertMarked(rule, cover('background-papers: The plan of 2026', 'partner-paper'));
  });

  it('speaks alone of it', () => {
    const { findings } = lint(report(cover('background-papers: The plan says how it is run')), knowledge());
    assert.deepEqual(findings.filter(({ path }) => path?.[0] === 'background-papers').map((one) => one.rule), [rule.id]); // prettier-ignore
  });

  it('makes a list of lines, and leaves running text to the author', () => {
    assert.deepEqual(fixed(rule, cover('background-papers: |\n  - Plan: the pier, 2025\n\n  Survey, 2026\ntitle: T')), [
      cover("background-papers:\n  - title: 'Plan: the pier, 2025'\n  - title: Survey, 2026\ntitle: T"),
    ]);
    assert.deepEqual(fixed(rule, cover('background-papers: "Plan, 2025" # the old one')), [
      cover('background-papers:\n  - title: Plan, 2025 # the old one'),
    ]);
    assert.deepEqual(fixed(rule, cover(`background-papers: ${words(31)}`)), []);
  });
});
