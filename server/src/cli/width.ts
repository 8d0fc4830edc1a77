import stringWidth from 'string-width';

const TAB = 4;
/** What a terminal would act on instead of showing: control characters, and marks that change the direction of writing. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text with whatever is not safe to print on a terminal made visible, and tabs as spaces. */
export function printable(text: string, column = 0): string {
  if (!/[^ -~]/.test(text)) return text;
  const [first = '', ...rest] = text.replaceAll('\ufeff', '').split('\t');
  return rest.reduce((line, part) => {
    const spaces = TAB - ((column + stringWidth(line)) % TAB);
    return line + ' '.repeat(spaces) + visible(part);
  }, visible(first));
}

function visible(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** The text in lines no wider than `width`, broken between words; a word that is wider has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const line = lines.at(-1);
    const longer = `${line} ${word}`;
    if (line !== undefined && stringWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** As much of the start of a text as `width` columns hold, with … where something was left out. */
export function takeStart(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let taken = '';
  let used = 1;
  for (const { segment } of graphemes.segment(text.slice(0, width * 8))) {
    used += stringWidth(segment);
    if (used > width) break;
    taken += segment;
  }
  return `${taken}…`;
}

/** As much of the end of a text as `width` columns hold, with … where something was left out. */
export function takeEnd(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const segments = [...graphemes.segment(text.slice(-width * 8))].map(({ segment }) => segment).reverse();
  let taken = '';
  let used = 1;
  for (const segment of segments) {
    used += stringWidth(segment);
    if (used > width) break;
    taken = segment + taken;
  }
  return `…${taken}`;
}
