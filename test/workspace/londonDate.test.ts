import assert from 'node:assert/strict';
import { dayInLondon } from '../../server/src/workspace/reports/londonDate.ts';

describe('the day in London', () => {
  it('begins at midnight there, in winter as in summer, and when the clocks change', () => {
    const days = {
      '2026-01-14T23:59:59Z': '2026-01-14',
      '2026-01-15T00:00:00Z': '2026-01-15',
      '2026-03-28T23:30:00Z': '2026-03-28',
      '2026-03-29T22:59:59Z': '2026-03-29',
      '2026-03-29T23:00:00Z': '2026-03-30',
      '2026-07-01T22:59:59Z': '2026-07-01',
      '2026-07-01T23:00:00Z': '2026-07-02',
      '2026-10-24T23:30:00Z': '2026-10-25',
      '2026-10-25T23:30:00Z': '2026-10-25',
      '2026-12-31T23:30:00Z': '2026-12-31',
    };
    for (const [now, day] of Object.entries(days)) assert.equal(dayInLondon(new Date(now)), day, now);
  });
});
