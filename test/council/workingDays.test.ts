import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bankHolidays, yearsKnown } from '../../server/src/council/generated/bankHolidays.ts';
import {
  clearDaysBetween,
  isBankHoliday,
  isWorkingDay,
  lastDayToPublish,
  nextWorkingDay,
} from '../../server/src/council/workingDays.ts';
import { addDays, weekdayOf } from '../../server/src/text/day.ts';

describe('the calendar of working days', () => {
  it('has the last day to publish that the catalogue works out', () => {
    const worked = { '2017-01-19': '2017-01-11', '2019-09-04': '2019-08-27', '2021-09-02': '2021-08-24', '2026-04-07': '2026-03-26', '2021-04-20': '2021-04-12' }; // prettier-ignore
    for (const [meeting, last] of Object.entries(worked)) assert.equal(lastDayToPublish(meeting), last, meeting);
  });

  it('leaves five clear days from that day, and four from the next working day', () => {
    const day = fc.integer({ min: 0, max: 365 * 30 }).map((days) => addDays('2010-02-01', days));
    fc.assert(
      fc.property(day, (meeting) => {
        const last = lastDayToPublish(meeting);
        assert.ok(isWorkingDay(last));
        assert.equal(clearDaysBetween(last, meeting), 5);
        assert.equal(clearDaysBetween(nextWorkingDay(last, 1), meeting), 4);
      }),
    );
  });

  it('counts neither the day of publication nor that of the meeting', () => {
    assert.equal(clearDaysBetween('2026-11-02', '2026-11-03'), 0);
    assert.equal(clearDaysBetween('2026-11-02', '2026-11-04'), 1);
    assert.equal(clearDaysBetween('2026-11-06', '2026-11-09'), 0);
    assert.equal(clearDaysBetween('2026-12-24', '2026-12-30'), 1);
    assert.equal(clearDaysBetween('2026-11-04', '2026-11-04'), 0);
    assert.equal(clearDaysBetween('2026-11-05', '2026-11-04'), 0);
  });

  it('knows the single bank holidays of those years, and the days they took the place of', () => {
    for (const day of ['2011-04-29', '2012-06-04', '2012-06-05', '2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']) assert.ok(isBankHoliday(day), day); // prettier-ignore
    for (const day of ['2012-05-28', '2020-05-04', '2022-05-30']) assert.ok(!isBankHoliday(day), day);
  });

  it('has the bank holidays of the Banking and Financial Dealings Act 1971 in every year from 2010 to 2040', () => {
    assert.deepEqual(yearsKnown, { first: 2010, last: 2040 });
    const moved = { '2020-05-04': '2020-05-08', '2012-05-28': '2012-06-04', '2022-05-30': '2022-06-02' };
    const added = ['2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'];
    const wanted: string[] = [...added];
    for (let year = 2010; year <= 2040; year++) wanted.push(...statutory(year).map((day) => new Map(Object.entries(moved)).get(day) ?? day)); // prettier-ignore
    assert.deepEqual(bankHolidays, wanted.sort());
  });
});

/** The bank holidays of a year in England by the Act, each that falls on a weekend on the next free weekday. */
function statutory(year: number): string[] {
  const days = [addDays(easter(year), -2), addDays(easter(year), 1), monday(`${year}-05-01`, 1), monday(`${year}-05-31`, -1), monday(`${year}-08-31`, -1)]; // prettier-ignore
  for (const date of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]) {
    const [boxing, sunday] = [date.endsWith('26'), weekdayOf(`${year}-12-25`) === 0];
    let day = date;
    // Christmas Day on a Sunday is made up for after Boxing Day, which keeps its Monday.
    if (date.endsWith('25') && sunday) day = `${year}-12-27`;
    else while (weekdayOf(day) % 6 === 0 || (boxing && !sunday && days.includes(day))) day = addDays(day, 1);
    days.push(day);
  }
  return days;
}

function monday(from: string, step: 1 | -1): string {
  let day = from;
  while (weekdayOf(day) !== 1) day = addDays(day, step);
  return day;
}

/** Easter Sunday (Oudin's algorithm). */
function easter(year: number): string {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const shift = Math.floor((century - 17) / 25);
  let epact = (century - Math.floor(century / 4) - Math.floor((century - shift) / 3) + 19 * golden + 15) % 30;
  epact -= Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7;
  const offset = epact - weekday;
  return addDays(`${year}-03-28`, offset);
}
