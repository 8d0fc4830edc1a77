import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  lengthOfMonth,
  makeDay,
  readDay,
  formatDay,
  formatDayWithWeekday,
  weekdayOf,
} from '../../server/src/text/day.ts';

describe('a day', () => {
  it('is made of a year, a month and a day that there are', () => {
    assert.equal(makeDay(2024, 2, 29), '2024-02-29');
    assert.equal(makeDay(2000, 2, 29), '2000-02-29');
    for (const [year, month, day] of [[2023, 2, 29], [1900, 2, 29], [2026, 4, 31], [2026, 13, 1], [2026, 0, 1], [2026, 1, 0], [12, 1, 1]] as const) assert.equal(makeDay(year, month, day), undefined); // prettier-ignore
  });

  it('is read as the format writes it', () => {
    assert.equal(readDay(' 2026-09-08\n'), '2026-09-08');
    for (const text of ['', '2026-9-8', '8 September 2026', '2026-02-30', '2026-09-08T00:00', 'none']) assert.equal(readDay(text), undefined); // prettier-ignore
  });

  it('is said in the house style', () => {
    assert.equal(formatDay('2019-09-04'), '4 September 2019');
    assert.equal(formatDayWithWeekday('2019-09-04'), 'Wednesday 4 September 2019');
  });

  it('of February is the 29th where the year is not known', () => {
    assert.deepEqual([lengthOfMonth(2), lengthOfMonth(2, 2026), lengthOfMonth(2, 2028), lengthOfMonth(13)], [29, 28, 29, 0]);
  });

  it('that is some days later is as many days away, through clock changes and leap years', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(days, days, (offset, steps) => {
        const from = addDays('2026-01-01', offset);
        assert.equal(daysBetween(from, addDays(from, steps)), steps);
        assert.equal(weekdayOf(addDays(from, 7)), weekdayOf(from));
      }),
    );
  });
});
