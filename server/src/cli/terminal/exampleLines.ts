import { readExample } from '../../linter/ruleExample.ts';
import type { Colours } from './colour.ts';
import { columnsOf, makePrintable, takeStart } from './displayWidth.ts';

/** A rule's example as it is shown, what it marks with carets beneath it. */
export function exampleLines(example: string, colours: Colours, width: number): string[] {
  return readExample(example, columnsOf).flatMap(({ text, carets }) => {
    const shown = `${colours.faint('  |')} ${takeStart(makePrintable(text), width - 4)}`.trimEnd();
    return carets === '' ? [shown] : [shown, `${colours.faint('  |')} ${colours.error(carets)}`];
  });
}
