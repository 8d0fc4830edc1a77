/** Made on first use: it takes longer than much of the start of the program. */
let format: Intl.DateTimeFormat | undefined;

/** The day it is in London, `YYYY-MM-DD`. */
export function dayInLondon(now: Date): string {
  // In summer it is an hour later there than in UTC, so only the last hour of a day may belong to the next.
  if (now.getUTCHours() < 23) return now.toISOString().slice(0, 10);
  format ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
  return format.format(now).split('/').reverse().join('-');
}
