import type { FileResult, Wants } from './result.ts';
import type { Tally } from './tally.ts';

/** A form of output. Each part is printed as soon as it is known, so that nothing has to be kept. */
export interface Format {
  readonly wants: Wants;
  start(): string;
  file(result: FileResult): string;
  end(tally: Tally): string;
}
