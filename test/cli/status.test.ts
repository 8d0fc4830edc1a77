import assert from 'node:assert/strict';
import { paper, TempRepository } from '../support/tempRepository.ts';

const COUNCIL = 'name: Northmoor Council\ncommittees: [{ name: Cabinet }, { name: Harbour Board }]\n';

describe('scrutiny status', () => {
  let world: TempRepository;
  const make = (files: Readonly<Record<string, string>>): TempRepository =>
    (world = new TempRepository({ 'council.yaml': COUNCIL, ...files }));
  const status = async (...argv: string[]): Promise<string> =>
    (await world.run(['status', '--today', '2026-09-01', ...argv])).stdout;
  afterEach(() => TempRepository.removeAll());

  const fit = paper({ committee: 'Cabinet', date: '2026-09-15', title: 'Beach huts' });
  const unfit = paper({ committee: 'harbour board', date: '2026-09-10', title: 'Berths', appendices: 'n/a' });
  const late = paper({ committee: 'Harbour Board', date: '2026-09-07', title: 'Dredging' });
  const held = paper({ committee: 'Cabinet', date: '2026-06-16', title: 'Car parks' });

  it('lists meetings in the order of their dates, with their state and the last day to publish', async () => {
    make({ 'a.md': fit, 'b.md': unfit, 'c.md': late, 'd.md': held });
    assert.equal(
      await status(),
      `Harbour Board, Monday 7 September 2026                                      late
  publish by Thursday 27 August 2026: that day has passed
  Dredging
    1 error, 0 warnings, c.md

Harbour Board, Thursday 10 September 2026                             needs work
  publish by Wednesday 2 September 2026: 1 working day left
  Berths
    1 error, 0 warnings, b.md

Cabinet, Tuesday 15 September 2026                                         ready
  publish by Monday 7 September 2026: 4 working days left
  Beach huts
    fit to publish, a.md

1 earlier meeting not shown (--all shows it).
3 meetings: 1 late, 1 needs work, 1 ready; checked 4 reports.
`,
    );
    assert.match(await status('--all'), /^Cabinet, Tuesday 16 June 2026 +ready$/m);
  });

  it('shows a report under every meeting that considers it, and marks one that is exempt', async () => {
    const lines = { status: 'exempt', 'also-considered-by': '[{ committee: Harbour Board, date: 2026-09-10 }]' };
    make({ 'a.md': fit.replace('title:', `status: exempt\nalso-considered-by: ${lines['also-considered-by']}\ntitle:`) });
    const entries = JSON.parse(await status('--format', 'json')) as { committee: string; reports: { exempt: boolean }[] }[];
    assert.deepEqual(entries.map(({ committee }) => committee), ['Harbour Board', 'Cabinet']); // prettier-ignore
    assert.ok(entries.every(({ reports }) => reports[0]?.exempt));
  });

  it('is JSON for programs', async () => {
    make({ 'b.md': unfit });
    assert.deepEqual(JSON.parse(await status('--format', 'json')), [
      {
        committee: 'Harbour Board',
        date: '2026-09-10',
        state: 'needs work',
        publishBy: '2026-09-02',
        errors: 1,
        warnings: 0,
        reports: [{ file: 'b.md', title: 'Berths', exempt: false, errors: 1, warnings: 0 }],
      },
    ]);
  });

  it('is a calendar of the last days to publish, the same each time, its lines no longer than 75 bytes', async () => {
    make({ 'a.md': fit.replace('Beach huts', 'Beach huts, parasols; and é'.padEnd(90, 'é')), 'b.md': unfit });
    const calendar = await status('--format', 'ics');
    assert.equal(calendar, await status('--format', 'ics'));
    assert.match(calendar, /DTSTART;VALUE=DATE:20260902\r\nDTEND;VALUE=DATE:20260903\r\n/);
    const lines = calendar.split('\r\n');
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(calendar.replaceAll('\r\n ', '').includes('Beach huts\\, parasols\\; and é'));
    assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 2);
  });

  it('is a page, with text shown as text', async () => {
    make({ 'a.md': fit.replace('Beach huts', '<b>Beach</b>') });
    const page = await status('--format', 'html');
    assert.match(page, /<strong>&lt;b&gt;Beach&lt;\/b&gt;<\/strong>: fit to publish\./);
    assert.match(page, /<tr class="ready">/);
  });

  it('gives 0 whatever is left to do, and 2 where something could not be checked', async () => {
    make({ 'b.md': unfit });
    assert.equal((await world.run(['status'])).code, 0);
    assert.equal((await world.run(['status', 'gone.md'])).code, 2);
  });
});
