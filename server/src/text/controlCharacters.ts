const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/u;

/** The text without characters that no document may hold: control characters and halves of pairs. */
export function withoutControlCharacters(text: string): string {
  return UNPRINTABLE.test(text) ? text.replace(new RegExp(UNPRINTABLE, 'gu'), '\ufffd') : text;
}
