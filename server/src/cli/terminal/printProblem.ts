import type { Problem } from '../../workspace/files/fileSystem.ts';
import type { Io } from '../io.ts';
import { makePrintable } from './displayWidth.ts';

/** Says in one line on standard error why a run cannot count as done. */
export function printProblem(io: Io, { file, message }: Problem): void {
  printError(io, `${file}: ${message}`);
}

/** The same for what concerns no file. */
export function printError({ stderr }: Io, message: string): void {
  stderr.write(`scrutiny: ${makePrintable(message.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ').trim())}\n`);
}
