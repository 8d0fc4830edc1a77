import type { Finding } from '../text/finding.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Tally } from './tally.ts';

/** A file and what is to be shown of its findings. */
export interface CheckedFile {
  readonly name: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly findings: readonly ShownFinding[];
}

export interface ShownFinding extends Finding {
  /** Whether `--fix` mends it. */
  readonly fixable: boolean;
}

/** A form of output. Each part is printed as soon as it is known, so that nothing has to be kept. */
export interface Format {
  start(): string;
  file(file: CheckedFile): string;
  end(tally: Tally): string;
}
