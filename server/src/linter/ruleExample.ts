/** A line of a rule's example without its marks. */
export interface ExampleLine {
  readonly text: string;
  /** `^` under what was marked, spaces before; empty for a line without a mark. */
  readonly carets: string;
}

interface Mark {
  readonly start: number;
  end: number;
}

/**
 * The lines of a rule's example, what it marks `⟦like this⟧` pointed at from below.
 * @param columnsOf how many columns a text takes where it is shown
 */
export function readExample(example: string, columnsOf = (text: string): number => text.length): ExampleLine[] {
  let open = 0;
  return example
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const read = readLine(line, open, columnsOf);
      open = read.open;
      return read;
    });
}

function readLine(line: string, alreadyOpen: number, columnsOf: (text: string) => number): ExampleLine & { open: number } {
  const open: Mark[] = Array.from({ length: alreadyOpen }, () => ({ start: 0, end: 0 }));
  const marks: Mark[] = [...open];
  let text = '';
  for (const character of line) {
    if (character === '⟦') {
      const mark = { start: columnsOf(text), end: 0 };
      open.push(mark);
      marks.push(mark);
    } else if (character === '⟧') {
      const mark = open.pop();
      if (mark) mark.end = Math.max(columnsOf(text), mark.start + 1);
    } else text += character;
  }
  for (const mark of open) mark.end = columnsOf(text);
  const carets = Array.from({ length: Math.max(0, ...marks.map(({ end }) => end)) }, (_, at) =>
    marks.some(({ start, end }) => start <= at && at < end) ? '^' : ' ',
  );
  return { text, carets: carets.join('').trimEnd(), open: open.length };
}
