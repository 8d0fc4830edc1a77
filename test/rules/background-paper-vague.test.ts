import assert from 'node:assert/strict';
import rule from '../../server/src/rules/numbering/background-paper-vague.ts';
import { assertMarked, cover, findingsOf } from '../support/marked.ts';

const papers = (...lines: string[]): string =>
  cover(`background-papers:\n${lines.map((line) => `  - ${line}\n`).join('')}`.trimEnd());

describe('background-paper-vague', () => {
  it('finds a paper that nobody could ask for', () => {
    assertMarked(rule, papers('title: ⟦Minutes⟧'));
    assertMarked(rule, papers('title: ⟦Report to this committee on 5th October⟧'));
    assertMarked(rule, papers('title: Minutes, 4 May 2021', 'title: ⟦Consultation responses⟧'));
  });
  it('finds the address of a whole website', () => {
    assertMarked(rule, papers('title: Harbour survey 2019\n    url: ⟦www.northmoor.example⟧'));
    assertMarked(rule, papers('title: Harbour survey\n    url: ⟦https://assets.northmoor.example/⟧'));
  });
  it('says in one finding which papers of a list are vague', () => {
    const [found, ...others] = findingsOf(rule, papers('title: A', 'title: B', 'title: C', 'title: D', 'title: E 2021'));
    assert.equal(others.length, 0);
    assert.equal(found?.message, '“A” has neither a year nor a web address, so nobody could find it. Nor have “B”, “C” and 1 other. Add its date, or the address where it can be read.'); // prettier-ignore
  });
  it('is silent on what can be found', () => {
    assertMarked(rule, papers('title: Minutes of Cabinet, 4 May 2021', 'title: Harbour Plan 2019-24', 'title: Byelaws 2016/17'));
    assertMarked(rule, papers('title: Minutes of Cabinet, 4/5/21', 'title: Regulations (SI 2002/715)', 'title: Byelaws (1964)'));
    assertMarked(
      rule,
      papers('title: Byelaws\n    url: https://www.northmoor.example/byelaws', 'title: See www.northmoor.example/byelaws'),
    );
    assertMarked(rule, papers('title: The council’s website\n    url: https://www.northmoor.example'));
    assertMarked(rule, cover('background-papers: none'));
    assertMarked(rule, cover('background-papers: Minutes'));
    assertMarked(rule, cover('background-papers:\n  - title:'));
  });
});
