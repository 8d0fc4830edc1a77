// England's bank holidays as code, from date-holidays (its data: CC BY 3.0, https://github.com/commenthol/date-holidays).
import { mkdir, writeFile } from 'node:fs/promises';
import Holidays from 'date-holidays';

const FIRST_YEAR = 2010;
const LAST_YEAR = 2040;

/** What the package has otherwise than the Royal Proclamations of 2010 and 2011 (London Gazette 59441 and 59866 ff.). */
const NOT_HOLIDAYS = ['2012-05-28'];
const MISSING = ['2011-04-29', '2012-06-04'];

/** The bank holidays that fall on Monday to Friday, `YYYY-MM-DD`, in order. */
export function readBankHolidays() {
  const england = new Holidays('GB', 'ENG');
  const days = new Set(MISSING);
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const { date, type } of england.getHolidays(year)) {
      const day = date.slice(0, 10);
      if (type === 'public' && ![0, 6].includes(new Date(day).getUTCDay()) && !NOT_HOLIDAYS.includes(day)) days.add(day);
    }
  }
  return [...days].sort();
}

/** Writes them where the calendar reads them. */
export async function writeBankHolidays(root) {
  const folder = new URL('server/src/council/generated/', root);
  await mkdir(folder, { recursive: true });
  const text = [
    `/** Bank holidays in England from ${FIRST_YEAR} to ${LAST_YEAR} that fall on Monday to Friday. Data: date-holidays, CC BY 3.0. */`,
    `export const bankHolidays: readonly string[] =`,
    `  '${readBankHolidays().join(' ')}'.split(' ');`,
    '/** The years that the list is about. */',
    `export const yearsKnown = { first: ${FIRST_YEAR}, last: ${LAST_YEAR} } as const;`,
    '',
  ];
  await writeFile(new URL('bankHolidays.ts', folder), text.join('\n'));
}
