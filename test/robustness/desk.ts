/** The characters of the longest text that a desk holds. */
const LONGEST = 4_000_000;

/** What a thread is working on, where another can look at it even when the first hangs or has died. */
export class Desk {
  private readonly head: Int32Array;
  private readonly page: Uint16Array;

  constructor(readonly memory = new SharedArrayBuffer(8 + 2 * LONGEST)) {
    this.head = new Int32Array(memory, 0, 2);
    this.page = new Uint16Array(memory, 8);
  }

  /** How many texts have been put on it. */
  get count(): number {
    return this.head[1] ?? 0;
  }

  put(text: string): void {
    const length = Math.min(text.length, LONGEST);
    for (let i = 0; i < length; i++) this.page[i] = text.charCodeAt(i);
    this.head[0] = length;
    this.head[1] = this.count + 1;
  }

  read(): string {
    const length = this.head[0] ?? 0;
    let text = '';
    for (let at = 0; at < length; at += 4096) text += String.fromCharCode(...this.page.subarray(at, Math.min(at + 4096, length)));
    return text;
  }
}
