import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../server/src/linter/lint.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { report, TEXTS, times } from '../support/hostileTexts.ts';
import { knowledge } from '../support/ruleExamples.ts';

const KNOWLEDGE = knowledge(readFileSync(new URL('../../examples/northmoor/council.yaml', import.meta.url), 'utf8'));

// How the time grows with the text is measured by `npm run bench:growth`.
describe('hostile texts', () => {
  for (const [name, make] of Object.entries(TEXTS)) {
    it(`${name}: are checked to the end`, () => {
      const text = make(1600);
      const { findings } = lint(parsePaper(text), KNOWLEDGE);
      for (const { rule, span } of findings)
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, rule);
    });
  }

  it('more than a thousand footnotes are too many for the Markdown parser', () => {
    const text = report(
      '',
      times(20_000, (i) => `a[^${i}]\n\n[^${i}]: note\n\n`),
    );
    const { findings } = lint(parsePaper(text), KNOWLEDGE);
    assert.deepEqual(
      findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
      [['too-large', '[^1000]:']],
    );
  });
});
