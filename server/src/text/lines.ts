import type { Span } from './span.ts';

/** A place in a text as people count: line and column from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text, which end at LF, CRLF or a lone CR, as in the Language Server Protocol and in Markdown. */
export class LineIndex {
  /** Offset of the first character of every line. */
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    if (text.includes('\r')) {
      const ends = /\r\n?|\n/g;
      while (ends.exec(text)) this.starts.push(ends.lastIndex);
    } else {
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    }
  }

  get count(): number {
    return this.starts.length;
  }

  /** The line, from 0, that holds the offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  placeAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line: line + 1, column: offset - (this.starts[line] ?? 0) + 1 };
  }

  /** The line (from 0) without its line end; empty at the end of the text for a line that is not there. */
  span(line: number): Span {
    const start = this.start(line);
    let end = this.start(line + 1);
    if (end > start && this.text[end - 1] === '\n') end--;
    if (end > start && this.text[end - 1] === '\r') end--;
    return { start, end };
  }

  /** Offset where the line (from 0) begins; the length of the text for a line after the last. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The line's own text, without its line end. */
  read(line: number): string {
    const { start, end } = this.span(line);
    return this.text.slice(start, end);
  }
}

/** Offset at which the line (ended by LF) begins that holds an offset. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The line end that a text uses: CRLF when its first line ends so, else LF. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
