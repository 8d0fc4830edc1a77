/** The day it is in London, `YYYY-MM-DD`. */
export function dayInLondon(now: Date): string {
  return DAY.format(now).split('/').reverse().join('-');
}

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
