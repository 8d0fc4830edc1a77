import type { Colours } from './colour.ts';
import { columnsOf, printable, takeStart } from './width.ts';

interface Mark {
  readonly start: number;
  end: number;
}

/** A rule's example as it is shown, what it marks `⟦like this⟧` with carets beneath it. */
export function exampleLines(example: string, colours: Colours, width: number): string[] {
  let open: Mark[] = [];
  return example
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line) => {
      const read = readLine(line, open.length);
      open = read.open;
      const shown = `${colours.faint('  |')} ${takeStart(printable(read.text), width - 4)}`.trimEnd();
      return read.marks === '' ? [shown] : [shown, `${colours.faint('  |')} ${colours.error(read.marks)}`];
    });
}

/** A line without its marks, and the carets that stand for them. */
function readLine(line: string, alreadyOpen: number): { text: string; marks: string; open: Mark[] } {
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
  return { text, marks: carets.join('').trimEnd(), open };
}
