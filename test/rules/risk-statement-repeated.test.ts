import assert from 'node:assert/strict';
import rule from '../../server/src/rules/risk/risk-statement-repeated.ts';
import { assertMarked, cover, fixed } from '../support/marked.ts';

describe('risk-statement-repeated', () => {
  it('finds the statement of any year, in fields and in the body', () => {
    const older =
      "Having considered the risks associated with this decision using the County Council's approved risk management methodology, the level of risk has been identified as:";
    assertMarked(rule, `10.1 ⟦${older}⟧\n\nCurrent Risk: LOW\n`);
    assertMarked(rule, `10.1 ⟦${older.replace("'", '’').replace('risks', 'risk')}⟧ low.\n`);
    assertMarked(
      rule,
      cover(
        `impact-assessment:\n  other: >-\n    ⟦Having considered: the risks\n    x⟧`.replace(
          /⟦[^]*⟧/,
          '⟦Having considered the risks associated\n    with this report, the level of risk has been identified as⟧',
        ),
      ),
    );
    assertMarked(
      rule,
      cover(
        'impact-assessment:\n  risk:\n    summary: "⟦HAVING CONSIDERED THE RISKS ASSOCIATED WITH THIS DECISION THE LEVEL OF RISK HAS BEEN IDENTIFIED AS:⟧ Medium"',
      ),
    );
  });

  it('is silent on other sentences about risk, and where the form prints none', () => {
    assertMarked(rule, '10.1 Having considered the risks associated with this decision, officers recommend the second option.\n');
    assertMarked(
      rule,
      '> Having considered the risks associated with this decision, the level of risk has been identified as:\n',
    );
    assertMarked(
      rule,
      '---\ntemplate: partner-paper\n---\nHaving considered the risks associated with this decision, the level of risk has been identified as:\n',
    );
  });

  it('deletes the sentence, and the summary that holds nothing else', () => {
    const sentence = 'Having considered the risks associated with this decision, the level of risk has been identified as:';
    const risk = (lines: string): string => cover(`impact-assessment:\n  risk:\n    current: low\n${lines}`);
    assert.deepEqual(fixed(rule, risk(`    summary: |\n      ${sentence}\n    residual: low`)), [risk('    residual: low')]);
    assert.deepEqual(fixed(rule, risk(`    summary: >-\n      ${sentence}\n      It may flood.`)), [
      risk('    summary: >-\n      It may flood.'),
    ]);
    assert.deepEqual(fixed(rule, `10.1 Text.\n\n${sentence}\n\n10.2 Text.\n`), [
      '---\ntemplate: committee-report\n---\n10.1 Text.\n\n10.2 Text.\n',
    ]);
  });
});
