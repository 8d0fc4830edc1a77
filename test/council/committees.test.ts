import assert from 'node:assert/strict';
import { earliestMeeting, findCommittee, likeCommittees, meetingsOf } from '../../server/src/council/committees.ts';
import { findPeople, plainPost } from '../../server/src/council/people.ts';
import { createContext } from '../../server/src/analysis/ruleContext.ts';
import { knowledge, report } from '../support/ruleExamples.ts';

const council = {
  name: 'Northmoor Council',
  committees: [
    { name: 'Harbour Overview Committee' },
    { name: 'Health and Adult Care Scrutiny Committee' },
    { name: 'Health and Adult Care Overview Committee' },
    { name: 'Cabinet' },
  ],
};

describe('the meetings of a report', () => {
  const fields = (lines: string) => createContext(report(`---\ntemplate: committee-report\n${lines}\n---\n`), knowledge()).fields;

  it('are the one on the cover and those that consider it as well', () => {
    const read = fields('committee: A\ndate: 2026-09-08\nalso-considered-by:\n  - committee: B\n    date: 2026-09-02\n  - committee: C\n    date: soon'); // prettier-ignore
    assert.deepEqual(meetingsOf(read).map(({ committee, day }) => [committee?.text?.text, day]), [['A', '2026-09-08'], ['B', '2026-09-02'], ['C', undefined]]); // prettier-ignore
    assert.equal(earliestMeeting(read)?.committee?.text?.text, 'B');
    assert.equal(earliestMeeting(read)?.day, '2026-09-02');
  });

  it('may be unknown', () => {
    assert.deepEqual(meetingsOf(fields('title: A')), []);
    assert.equal(earliestMeeting(fields('committee: A\ndate: 2026-02-30')), undefined);
  });
});

describe('a committee of council.yaml', () => {
  it('is found by its name, however it is written', () => {
    for (const name of ['Harbour Overview Committee', 'The harbour overview committee', 'Northmoor Council Harbour Overview  Committee', 'Harbour Overview Committee.']) assert.equal(findCommittee(council, name)?.name, 'Harbour Overview Committee', name); // prettier-ignore
    assert.equal(
      findCommittee(council, 'Health & Adult Care Scrutiny Committee')?.name,
      'Health and Adult Care Scrutiny Committee',
    );
    for (const name of ['', 'Harbour Committee', 'Northmoor Council'])
      assert.equal(findCommittee(council, name), undefined, name);
  });

  it('is proposed for a name that is like it', () => {
    const like = (name: string): string[] => likeCommittees(council, name).map((committee) => committee.name);
    assert.deepEqual(like('Harbor Overview Comittee'), ['Harbour Overview Committee']);
    assert.deepEqual(like('Adult Care and Health Scrutiny Committee'), ['Health and Adult Care Scrutiny Committee', 'Health and Adult Care Overview Committee']); // prettier-ignore
    assert.deepEqual(like('Planning Board'), []);
  });
});

describe('people of council.yaml', () => {
  const people = [{ name: 'Cllr Ann-Marie Bell OBE' }, { name: 'Dr Christopher Fox' }, { name: 'Mary Fox' }];
  const found = (name: string): string[] => findPeople(people, name).map((person) => person.name);

  it('are found with and without titles, first names and initials', () => {
    for (const name of ['Councillor Ann-Marie Bell', 'Cllr A Bell', 'A. Bell', 'Bell', 'Ann-Marie Bell (Chair)', 'The Rt Hon. Ann-Marie Bell, OBE']) assert.deepEqual(found(name), ['Cllr Ann-Marie Bell OBE'], name); // prettier-ignore
    assert.deepEqual(found('Chris Fox'), ['Dr Christopher Fox']);
    assert.deepEqual(found('Fox'), ['Dr Christopher Fox', 'Mary Fox']);
    for (const name of ['', 'Cllr', 'Ann-Marie Belle', 'Bob Bell']) assert.deepEqual(found(name), [], name);
  });

  it('have posts that are the same under other words before them', () => {
    for (const post of ['Portfolio Holder for Children & Education', 'Lead Member for Children and Education', 'children and education']) assert.equal(plainPost(post), 'children and education'); // prettier-ignore
  });
});
