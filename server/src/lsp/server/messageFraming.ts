/** What stands before each message of the protocol, up to an empty line, names the length of the message in bytes. */
const LENGTH = /^content-length:[ \t]*(\d{1,9})[ \t]*$/i;
const END = '\r\n\r\n';
/** No editor sends so many bytes in one message: VS Code sends no document over 50 MB. */
const LONGEST_MESSAGE = 256 << 20;
const LONGEST_HEADER = 8192;

/**
 * Follows what an editor sends, and finds where the length of a message is missing or cannot be. Nothing can be read from there on: where
 * the next message begins is not known.
 */
export class Framing {
  private header = '';
  /** How many bytes of a message are still to come. */
  private left = 0;

  /** @returns what is wrong with these bytes, in a few words */
  take(bytes: Uint8Array): string | undefined {
    for (let at = 0; at < bytes.length;) {
      const skipped = Math.min(this.left, bytes.length - at);
      this.left -= skipped;
      at += skipped;
      if (this.left > 0 || at === bytes.length) return undefined;
      // The empty line may have begun in what came before.
      const from = Math.max(0, this.header.length - END.length);
      const before = this.header.length;
      this.header += Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(bytes.length - at, LONGEST_HEADER)).toString(
        'latin1',
      );
      const end = this.header.indexOf(END, from);
      if (end === -1) return this.header.length >= LONGEST_HEADER ? 'a header without an end' : undefined;
      const length = lengthIn(this.header.slice(0, end).split('\r\n'));
      if (length === undefined) return 'a message without a Content-Length that can be';
      at += end + END.length - before;
      this.left = length;
      this.header = '';
    }
    return undefined;
  }
}

function lengthIn(lines: readonly string[]): number | undefined {
  const lengths = lines.flatMap((line) => LENGTH.exec(line)?.[1] ?? []);
  const length = Number(lengths[0]);
  return lengths.length === 1 && lines.every((line) => line.includes(':')) && length <= LONGEST_MESSAGE ? length : undefined;
}
