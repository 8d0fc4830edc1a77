/** Made on first use: it takes longer than much of the start of the program. */
let format: Intl.DateTimeFormat | undefined;

/** The day it is in London, `YYYY-MM-DD`. */
export function dayInLondon(now: Date): string {
  format ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
  return format.format(now).split('/').reverse().join('-');
}
