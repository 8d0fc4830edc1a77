import assert from 'node:assert/strict';
import dateFormat from '../../server/src/rules/dates/date-format.ts';
import dateImpossible from '../../server/src/rules/dates/date-impossible.ts';
import dateWeekday from '../../server/src/rules/dates/date-weekday.ts';
import fieldInvalid from '../../server/src/rules/front-matter/field-invalid.ts';
import { lint } from '../../server/src/linter/lint.ts';
import { knowledge, report } from '../support/ruleExamples.ts';
import { assertMarked, cover, findingsOf, fixed } from '../support/marked.ts';

const body = (text: string): string => `## 10. Timetable\n\n${text}\n`;

describe('date-impossible', () => {
  const found = [
    '10.1 It ends on ⟦31 April⟧ and begins on ⟦30th of February⟧.',
    '10.1 On ⟦29 February 2027⟧, ⟦31/06/2026⟧, ⟦31.11.2026⟧, ⟦2026-06-31⟧ and ⟦35 January 2026⟧.',
    '10.1 On ⟦04/31/2026⟧ as Americans write it.',
    '| When |\n|---|\n| ⟦31 Sept 2026⟧ |',
    'It ended on\n**⟦31\u00a0June⟧**.',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(dateImpossible, body(text))));

  const silent = [
    '10.1 From 31 March 2026 to 29 February 2028, 30 June and 29 February.',
    '10.1 Of the 31 April referrals all 31 June cases were closed; 45 May births; section 47 April.',
    '10.1 Paragraph 31.4.21, version 30.2.2021.1, case 31/04/2021/OUT, £31 April, 1,031 April.',
    '10.1 `31 April` and ![31 April](x.png)',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(dateImpossible, body(text))));

  it('finds them in the fields, whatever they are', () => {
    assertMarked(dateImpossible, cover('date: "⟦2026-02-30⟧"\nsigned-off:\n  date: ⟦2026-13-01⟧\ntitle: Until ⟦31 April⟧'));
    assertMarked(dateImpossible, cover('date: 2026-02-28\nofficer-contact:\n  tel: 31/04/2021'));
    assertMarked(dateImpossible, cover('date: soon\nsigned-off:\n  date: 31/04/2021'));
  });

  it('says why, and is heard before the form', () => {
    const { findings } = lint(report(cover('date: 2027-02-29')), knowledge(), [dateImpossible, fieldInvalid]);
    assert.deepEqual(findings.map(({ message }) => message), ['Date of Meeting is “2027-02-29”, a date that there is not: February 2027 has 28 days. Write the right one as year-month-day.']); // prettier-ignore
  });
});

describe('date-weekday', () => {
  const found = [
    '10.1 On ⟦Tuesday⟧, 7 October 2026 and ⟦Tues⟧ 7 Oct 2026 and 7 October 2026 (⟦Tuesday⟧).',
    '10.1 From Thursday 1 October 2026 to ⟦Thursday⟧ the 7th of October 2026.',
    '10.1 On ⟦FRIDAY⟧ 07/10/2026.',
    '| When |\n|---|\n| ⟦Mon⟧ 7 October 2026 |',
    '> On ⟦Monday⟧ 7 October 2026',
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(dateWeekday, body(text))));

  const silent = [
    '10.1 On Wednesday, 7 October 2026, on Wed 7 Oct 2026, on Tuesday 7 October, on Tuesday 31 April 2026.',
    '10.1 Open Monday to Friday 7 October 2026 to 9 October 2026. Every Tuesday from 7 October 2026.',
    '10.1 On a Tuesday. 7 October 2026 was wet. Sunday 2026.',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(dateWeekday, body(text))));

  it('writes the right weekday as the wrong one was written', () => {
    assert.deepEqual(fixed(dateWeekday, body('10.1 On Tues 7 October 2026.')), [
      `---\ntemplate: committee-report\n---\n${body('10.1 On Wed 7 October 2026.')}`,
    ]);
    assert.deepEqual(fixed(dateWeekday, cover('executive-summary: "It is ‘on’ MONDAY, 7 October 2026."')), [
      cover('executive-summary: "It is ‘on’ WEDNESDAY, 7 October 2026."'),
    ]);
  });
});

describe('date-format', () => {
  const found = [
    '10.1 From ⟦4th September⟧ to ⟦1st of October 2026⟧, ⟦2/9/2026⟧, ⟦02.09.26⟧, ⟦2-9-2026⟧ and ⟦5 October 26⟧.',
    "10.1 Since ⟦5 Oct '25⟧ and ⟦October 5, 2025⟧.",
  ];
  found.forEach((text) => it(`finds ${text}`, () => assertMarked(dateFormat, body(text))));

  const silent = [
    '10.1 From 4 September 2026, 4 Sept 2026, 2026-09-04, the 4th quarter, in May 2026, the 21st century.',
    '10.1 She said: "It was on 4th September." > no',
    '> On 4th September',
    '| When |\n|---|\n| 02/09/2026 |',
    '10.1 See the [report of 4th September](https://northmoor.example).',
    '10.1 On 31/04/2026, paragraph 12.10.11, 1/2.',
  ];
  silent.forEach((text) => it(`is silent on ${text}`, () => assertMarked(dateFormat, body(text))));

  it('leaves titles of papers and fields of the form alone', () => {
    assertMarked(dateFormat, cover('title: From ⟦4th May⟧'.replace(/[⟦⟧]/g, '')));
    assertMarked(dateFormat, cover('background-papers:\n  - title: Report of 4th May 2026\n    url: https://northmoor.example/4/5/2026')); // prettier-ignore
    assertMarked(dateFormat, cover('signed-off:\n  date: 30/09/2026\nexecutive-summary: Until ⟦30/09/2026⟧.'));
  });
});

describe('field-invalid', () => {
  it('turns a date in words into one in figures', () => {
    for (const typed of ['24 September 2026', 'Thursday 24th September 2026', '24/09/2026', '24.9.2026']) {
      assert.deepEqual(fixed(fieldInvalid, cover(`date: ${typed}`)), [cover('date: 2026-09-24')], typed);
    }
    for (const typed of ['31 April 2026', '24 September', '1 May 2026 and 2 May 2026']) {
      assert.equal(findingsOf(fieldInvalid, cover(`date: ${typed}`)).length, 1);
      assert.deepEqual(fixed(fieldInvalid, cover(`date: ${typed}`)), []);
    }
  });
});
