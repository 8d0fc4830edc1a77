import assert from 'node:assert/strict';
import rule from '../../server/src/rules/risk/key-decision-unflagged.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const council = 'key-decision-threshold: 500000\ncommittees: [{ name: Cabinet, kind: cabinet }, { name: Harbour Scrutiny Committee, kind: scrutiny }]\n'; // prettier-ignore
const decides = (lines: string): string => cover(`committee: Cabinet\ndate: 2027-01-19\npurpose: For Decision\n${lines}`);

describe('key-decision-unflagged', () => {
  it('finds an amount as large as the threshold in what is recommended, and in what it will cost', () => {
    assertMarked(rule, decides('recommendations:\n  - Spend £499,999.\n  - Spend ⟦£500,000⟧ and £900,000.'), council);
    assertMarked(rule, decides('recommendations:\n  - Release ⟦£1.2 million⟧ to the pier.'), council);
    assertMarked(rule, decides('impact-assessment:\n  budget: The contract will cost ⟦£0.6m⟧ a year.'), council);
    const message = '£500,000 is at or above £500,000, from which a decision is a key decision. Say under Key Decision whether this is one.'; // prettier-ignore
    assert.equal(findingsOf(rule, decides('recommendations:\n  - Spend £500,000.'), council)[0]?.message, message);
  });

  it('is silent where the report says it, or asks for no decision', () => {
    const spend = 'recommendations:\n  - Spend £600,000.';
    for (const value of ['true', 'false', '']) assertMarked(rule, decides(`key-decision: ${value}\n${spend}`), council);
    assertMarked(rule, decides(spend));
    assertMarked(rule, decides(spend).replace('For Decision', 'For Information'), council);
    assertMarked(rule, decides(spend).replace('For Decision', 'For Review and Consultation'), council);
    assertMarked(rule, cover(`committee: Harbour Scrutiny Committee\n${spend}`, 'cover-sheet'), council);
    assertMarked(rule, decides('executive-summary: The nation spends £600,000.'), council);
    assertMarked(rule, decides('impact-assessment:\n  budget: The service was overspent by £600,000 last year.'), council);
    assertMarked(rule, decides('impact-assessment:\n  budget: The average household income is £600,000.'), council);
  });

  it('offers both answers', () => {
    const spend = 'recommendations:\n  - Spend £600,000.';
    assert.deepEqual(fixed(rule, decides(spend), council), [
      decides(`${spend}\nkey-decision: true`),
      decides(`${spend}\nkey-decision: false`),
    ]);
  });
});
