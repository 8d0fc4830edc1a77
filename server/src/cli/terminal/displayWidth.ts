import stringWidth from './stringWidth.cts';

const TAB = 4;
/** What a terminal would act on instead of showing: control characters, and marks that change the direction of writing. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as people count them. */
function graphemes(text: string): Iterable<Intl.SegmentData> {
  return (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })).segment(text);
}

/** Characters of one column each, as nearly all text is made of: Latin letters, dashes, curly quotes, the ellipsis. */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/;

/** How many columns a text takes on the screen. */
export function columnsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/**
 * What GitHub, Azure and TeamCity take for a command to themselves in what a job prints: `::` where a line begins, which any word may do
 * once the text is wrapped, and `##[`, `##vso[` anywhere.
 */
const COMMAND = /(?<=^|\s):(?=:)|#(?=#\w*\[)/g;
/** Has no width, and parts the two. */
const JOINER = '\u2060';

/** The text with whatever is not safe to print on a terminal, or in the log of a job, made visible or parted, and tabs as spaces. */
export function makePrintable(text: string, column = 0): string {
  if (!/[^ -~]|::|##/.test(text)) return text;
  const [first = '', ...rest] = text.replaceAll('\ufeff', '').split('\t');
  return rest.reduce((line, part) => {
    const spaces = TAB - ((column + columnsOf(line)) % TAB);
    return line + ' '.repeat(spaces) + visible(part);
  }, visible(first));
}

function visible(text: string): string {
  return text.replace(COMMAND, `$&${JOINER}`).replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** The text in lines no wider than `width`, broken between words; a word that is wider has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let used = Infinity;
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const columns = columnsOf(word);
    const fits = used + 1 + columns <= width;
    if (fits) lines.push(`${lines.pop() ?? ''} ${word}`);
    else lines.push(word);
    used = fits ? used + 1 + columns : columns;
  }
  return lines;
}

/** As much of the start of a text as `width` columns hold, with … where something was left out. */
export function takeStart(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let taken = '';
  let used = 1;
  for (const { segment } of graphemes(text.slice(0, width * 8))) {
    used += columnsOf(segment);
    if (used > width) break;
    taken += segment;
  }
  return `${taken}…`;
}

/** As much of the end of a text as `width` columns hold, with … where something was left out. */
export function takeEnd(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  const segments = [...graphemes(text.slice(-width * 8))].map(({ segment }) => segment).reverse();
  let taken = '';
  let used = 1;
  for (const segment of segments) {
    used += columnsOf(segment);
    if (used > width) break;
    taken = segment + taken;
  }
  return `…${taken}`;
}
