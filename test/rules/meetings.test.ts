import assert from 'node:assert/strict';
import { lint } from '../../server/src/linter/lint.ts';
import committeeUnknown from '../../server/src/rules/dates/committee-unknown.ts';
import dataAfterMeeting from '../../server/src/rules/dates/data-after-meeting.ts';
import meetingUnscheduled from '../../server/src/rules/dates/meeting-unscheduled.ts';
import publicationLate from '../../server/src/rules/dates/publication-late.ts';
import { knowledge, report } from '../support/ruleExamples.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const council =
  'name: Northmoor Council\ncommittees:\n  - { name: Harbour Committee, meetings: [2026-09-10, 2026-11-26, 2027-01-23] }\n  - { name: Cabinet }\n  - { name: Health Scrutiny Committee }\n';
const meets = (committee: string, date: string): string => cover(`committee: ${committee}\ndate: ${date}`);

describe('meeting-unscheduled', () => {
  it('finds a date on which the committee does not meet, and names those nearest to it', () => {
    assertMarked(meetingUnscheduled, meets('Harbour Committee', '⟦2026-11-25⟧'), council);
    assertMarked(meetingUnscheduled, meets('the harbour committee', '⟦2025-11-26⟧'), council);
    assertMarked(
      meetingUnscheduled,
      cover(
        'committee: Cabinet\ndate: 2026-11-24\nalso-considered-by:\n  - committee: Harbour Committee\n    date: ⟦2026-11-24⟧',
      ),
      council,
    );
    assert.deepEqual(
      findingsOf(meetingUnscheduled, meets('Harbour Committee', '2026-11-25'), council).map(({ message }) => message),
      ['The calendar has no meeting of the Harbour Committee on Wednesday 25 November 2026. The nearest: 26 November 2026, 23 January 2027 and 10 September 2026.'], // prettier-ignore
    );
    assert.deepEqual(
      fixed(meetingUnscheduled, meets('Harbour Committee', '2026-11-25'), council),
      ['2026-11-26', '2027-01-23', '2026-09-10'].map((day) => meets('Harbour Committee', day)),
    );
  });

  it('finds weekends and bank holidays of a committee without a calendar', () => {
    assertMarked(meetingUnscheduled, meets('Cabinet', '⟦2026-11-22⟧'), council);
    assertMarked(meetingUnscheduled, meets('Cabinet', '⟦2026-12-28⟧'), council);
    assertMarked(meetingUnscheduled, meets('Cabinet', '2026-12-29'), council);
  });

  it('is silent without a calendar, on a Saturday in it, and far from it', () => {
    assertMarked(meetingUnscheduled, meets('Harbour Committee', '2026-11-22'));
    assertMarked(meetingUnscheduled, meets('Harbour Committee', '2026-11-22'), 'committees: [{ name: Harbour Committee }]\n');
    assertMarked(meetingUnscheduled, meets('Harbour Committee', '2027-01-23'), council);
    assertMarked(meetingUnscheduled, meets('Harbour Committee', '2019-09-04'), council);
    assertMarked(meetingUnscheduled, meets('Harbour Committee', '2026-02-30'), council);
    assertMarked(meetingUnscheduled, cover('date: 2026-11-24\ntitle: A'), council);
  });
});

describe('committee-unknown', () => {
  it('finds a name that no committee has, and proposes those that are like it', () => {
    assertMarked(
      committeeUnknown,
      cover('committee: ⟦Harbor Comittee⟧\nalso-considered-by:\n  - committee: "⟦Planning⟧"'),
      council,
    );
    assert.deepEqual(fixed(committeeUnknown, cover('committee: Harbor Comittee'), council), [
      cover('committee: Harbour Committee'),
    ]);
    assert.deepEqual(fixed(committeeUnknown, cover('committee: Planning'), council), []);
    assert.deepEqual(
      findingsOf(committeeUnknown, cover('committee: Health Overview and Scrutiny Comm.'), council).map(({ message }) => message),
      ['Committee: “Health Overview and Scrutiny Comm” is not one of the council\'s committees. Did you mean “Health Scrutiny Committee”?'], // prettier-ignore
    );
  });

  it('is silent on names that differ in form only, and without committees', () => {
    for (const name of [
      'harbour committee',
      'The Harbour Committee',
      'Northmoor Council Cabinet',
      'Northmoor Health Scrutiny Committee',
    ])
      assertMarked(committeeUnknown, cover(`committee: ${name}`), council);
    assertMarked(committeeUnknown, cover('committee: Planning'), 'name: Northmoor Council\n');
    assertMarked(committeeUnknown, cover('committee:'), council);
  });
});

describe('publication-late', () => {
  // Today is Sunday 22 November 2026.
  it('finds the earliest meeting that notice can no longer be given of', () => {
    assertMarked(publicationLate, meets('Cabinet', '⟦2026-11-22⟧'));
    assertMarked(publicationLate, meets('Cabinet', '⟦2026-11-30⟧'));
    assertMarked(publicationLate, meets('Cabinet', '2026-12-01'));
    assertMarked(
      publicationLate,
      cover('committee: Cabinet\ndate: 2027-01-05\nalso-considered-by:\n  - { committee: A, date: ⟦2026-11-25⟧ }'),
    );
  });

  it('is silent where a meeting is held, or the matter is urgent', () => {
    assertMarked(publicationLate, meets('Cabinet', '2026-11-21'));
    assertMarked(publicationLate, cover('date: 2027-01-05\nalso-considered-by:\n  - { committee: A, date: 2026-11-20 }'));
    assertMarked(publicationLate, cover('date: 2026-11-25\nurgency: The wall fell.'));
    assertMarked(publicationLate, cover('date: ⟦2026-11-25⟧\nurgency:'));
    assertMarked(publicationLate, cover('date: soon'));
  });

  it('speaks to the day, and is information in a draft', () => {
    const late = report(meets('Cabinet', '2026-12-01'));
    const on = (today: string) => lint(late, { ...knowledge(), today }, [publicationLate]).findings;
    assert.deepEqual(on('2026-11-23'), []);
    assert.deepEqual(on('2026-11-24').map(({ severity, message }) => [severity, message]), [['error', 'For the meeting on Tuesday 1 December 2026 this report had to be published by 23 November 2026, 5 clear working days before. Take it to a later meeting, or say under Reason for Urgency why it cannot wait.']]); // prettier-ignore
    const { findings } = lint(late, { ...knowledge(), today: '2026-11-24', stage: 'draft' }, [publicationLate]);
    assert.deepEqual(findings.map(({ severity }) => severity), ['info']); // prettier-ignore
  });
});

describe('data-after-meeting', () => {
  const on = 'rules: { data-after-meeting: warning }\n';
  const with_ = (text: string): string => `${cover('date: 2027-01-21')}\n10.1 ${text}\n`;
  const found = [
    'As at ⟦4 December 2027⟧ there were 212.',
    'Snapshot ⟦01/08/2027⟧',
    'From Beacon (⟦21/11/2027⟧)',
    'Source: Harbour register, ⟦1 May 2027⟧.',
    'Data extracted on ⟦1 May 2027⟧, correct at ⟦2 May 2027⟧.',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(dataAfterMeeting, with_(text), on)));

  const silent = [
    'As at 4 December 2026 and 21 January 2027 there were 212.',
    'Estimated as at 31 March 2027. The forecast as at 1 May 2027. We will publish figures as at 1 June 2027.',
    'It begins on 4 December 2027, as at present. From the Trust, on 4 May 2027.',
    'As at 31 March there were 12.',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(dataAfterMeeting, with_(text), on)));

  it('is off until council.yaml turns it on', () => {
    assertMarked(dataAfterMeeting, with_('As at 4 December 2027 there were 212.'));
  });
});
