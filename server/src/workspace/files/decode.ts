/** The text of a file, and whether it could be trusted to be that. */
export interface Decoded {
  /** With its byte-order mark, if it has one. In a file that is not UTF-8, what cannot be read stands as U+FFFD. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'unknown';
}

const exactly = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const leniently = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads bytes as text.
 * @throws an error with `code` `ERR_STRING_TOO_LONG` for more than half a gigabyte
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: 'utf-16' };
  try {
    return { text: exactly.decode(bytes), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: leniently.decode(bytes), encoding: 'unknown' };
  }
}

/** What to tell the author of a report that is not UTF-8; nothing for one that is. */
export function encodingProblem({ text, encoding }: Decoded): string | undefined {
  if (encoding === 'utf-8') return undefined;
  const line = text.slice(0, text.indexOf('\ufffd')).split(/\r\n?|\n/).length;
  const what = encoding === 'utf-16' ? 'it is UTF-16' : `line ${line} has a character that is none`;
  return `it is not saved as UTF-8 (${what}). In Word or Notepad choose Save As and the encoding UTF-8.`;
}
