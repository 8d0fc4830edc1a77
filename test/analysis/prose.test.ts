import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import { knowledge, report } from '../support/ruleExamples.ts';

const found = (text: string): string[] =>
  lint(report(text), knowledge()).findings.flatMap(({ rule, span }) =>
    rule === 'template-instruction' ? [text.slice(span.start, span.end).replace(/\s+/g, ' ')] : [],
  );

describe('prose', () => {
  it('is searched across line ends and marks of emphasis, in the body and in fields', () => {
    const instruction = 'Please **do not**\ndelete the footnote.';
    const body = `---\ntemplate: partner-paper\n---\n\n${instruction}\n`;
    assert.deepEqual(found(body), ['Please **do not** delete the footnote.']);
    const field = `---\ntemplate: committee-report\nexecutive-summary: |\n  ${instruction.replace('\n', '\n  ')}\n---\n`;
    assert.deepEqual(found(field), ['Please **do not** delete the footnote.']);
  });

  it('is not searched in code', () => {
    assert.deepEqual(found('---\ntemplate: partner-paper\n---\n\nThe form says `Please do not delete the footnote.`\n'), []);
  });
});
