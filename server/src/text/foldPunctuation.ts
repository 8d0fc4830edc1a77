const PLAIN: Record<string, string> = {
  '\u00a0': ' ', '\u2007': ' ', '\u202f': ' ', '\u2009': ' ',
  '\u2018': "'", '\u2019': "'", '\u201b': "'", '\u2032': "'",
  '\u201c': '"', '\u201d': '"', '\u201f': '"', '\u2033': '"',
  '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-', '\u2014': '-', '\u2212': '-',
}; // prettier-ignore

const FANCY = /[\u00a0\u2007\u2009\u2010-\u2014\u2018\u2019\u201b-\u201d\u201f\u202f\u2032\u2033\u2212]/g;

/**
 * The text with no-break spaces, curly quotes and dashes as their plain keys, character for character, so that offsets stay
 * true: people paste from Word, and a rule means the same text either way.
 */
export function foldPunctuation(text: string): string {
  return text.replace(FANCY, (character) => PLAIN[character] ?? character);
}
