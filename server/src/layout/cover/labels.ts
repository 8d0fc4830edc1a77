const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** A day as it is printed, "3 February 2027"; what is no date (`YYYY-MM-DD`) stays as it was typed. */
export function printedDate(text: string): string {
  const [, year, month, day] = /^\s*(\d{4})-(\d\d)-(\d\d)\s*$/.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? text : `${Number(day)} ${name} ${year}`;
}

/** A choice as it is printed: `part-exempt` is "Part exempt". */
export function printedChoice(choice: string): string {
  const words = choice.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The address of a telephone number; nothing for a text that holds more than one number. */
export function telephoneLink(text: string): string | undefined {
  const plain = text.trim();
  if (!/^\+?[\d\s().-]{6,24}$/.test(plain)) return undefined;
  return `tel:${plain.replace(/\(0\)/, '').replace(/[^\d+]/g, '')}`;
}

/**
 * The notice on a report that the public may not read.
 * @param whole whether all of it is withheld, or a part
 * @param paragraphs the numbers given, in the form in which they were given
 */
export function exemptionNotice(whole: boolean, paragraphs: readonly string[]): string {
  const words = paragraphs.length > 1 ? `${paragraphs.slice(0, -1).join(', ')} and ${paragraphs.at(-1)}` : paragraphs[0];
  const which = words === undefined ? '' : `paragraph${paragraphs.length > 1 ? 's' : ''} ${words} of `;
  const act = `by virtue of ${which}Part 1 of Schedule 12A to the Local Government Act 1972`;
  return `${whole ? 'Not' : 'Part of this report is not'} for publication ${act}`;
}

/** The words of a text for comparison: letter case, punctuation and white space make no difference. */
export function plainWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim(); // prettier-ignore
}

/** As much of a text as fits into one half of a running head. */
const RUNNING_HEAD = 60;

/** A committee or a title for the running head: a long one ends at a word. */
export function shortened(text: string): string {
  if (text.length <= RUNNING_HEAD) return text;
  const part = text.slice(0, RUNNING_HEAD);
  return `${part.slice(0, Math.max(part.lastIndexOf(' '), RUNNING_HEAD - 15)).trimEnd()} …`;
}
