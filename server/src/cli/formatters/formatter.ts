import type { FileResult, FormatterNeeds } from '../lint/fileResult.ts';
import type { RunTotals } from '../lint/runTotals.ts';

/** A form of output. Each part is printed as soon as it is known, so that nothing has to be kept. */
export interface Formatter {
  readonly wants: FormatterNeeds;
  start(): string;
  file(result: FileResult): string;
  end(tally: RunTotals): string;
}
