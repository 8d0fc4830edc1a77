import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './places.ts';

/** The days of the meetings, all still to come, the first with time enough to publish. */
export interface Days {
  readonly first: string;
  readonly second: string;
  readonly third: string;
}

/** The example repository in a new folder, its meetings moved so that they are still to come whenever the test is run. */
export function makeNorthmoor(): { folder: string; days: Days } {
  const folder = mkdtempSync(join(tmpdir(), 'scrutiny-northmoor-'));
  cpSync(join(root, 'examples/northmoor'), folder, { recursive: true });
  const [first = '', second = '', third = ''] = [45, 80, 115].map(tuesdayAfter);
  const edit = (name: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
  edit('council.yaml', (text) => text.replace(/meetings: \[.*\]/g, `meetings: [${first}, ${second}, ${third}]`));
  const moves: Readonly<Record<string, string>> = { 'library-opening': first, 'homes-for-care': first, 'bus-services': second };
  for (const name of readdirSync(join(folder, 'reports'))) {
    const day = Object.entries(moves).find(([part]) => name.includes(part))?.[1];
    if (day === undefined) continue;
    edit(`reports/${name}`, (text) => text.replace(/date: 2027-02-23/, `date: ${third}`).replace(/^date: .*$/m, `date: ${day}`));
  }
  edit('reports/2027-01-28-homes-for-care-leavers.md', (text) =>
    text.replace('committee: Corporate Parenting Board', 'committee: Corporate Parents Board'),
  );
  return { folder, days: { first, second, third } };
}

/** The first Tuesday so many days from today or later, `YYYY-MM-DD`. */
function tuesdayAfter(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000);
  date.setUTCDate(date.getUTCDate() + ((9 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

/** A day as the Reports view has it: `Tue 15 Dec 2026`. */
export function sayShort(day: string): string {
  const [weekday = '', number, month = '', year] = say(day).split(' ');
  return [weekday.slice(0, 3), number, month.slice(0, month === 'September' ? 4 : 3), year].join(' ');
}

/** A day as people say it: `Tuesday 15 December 2026`. */
export function say(day: string): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', words).format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}
