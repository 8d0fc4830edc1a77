import { looksLikeReport } from '../report/split.ts';
import { decode, encodingProblem } from './decode.ts';
import { attempt, type FileSystem } from './fileSystem.ts';
import type { LoadedCouncil } from './loadCouncil.ts';

/** What a file turned out to be. */
export type Opened = { readonly report: string } | { readonly problem: string } | 'no report';

/** Reads a file: the text of a report, or why it is none, or why a report cannot be read. */
export function openReport(files: FileSystem, path: string, council: LoadedCouncil): Opened {
  const bytes = attempt(() => files.readFile(path));
  return 'failure' in bytes ? { problem: `it cannot be read: ${bytes.failure}` } : readReport(bytes.value, path, council);
}

/** The same for what was read already, as from standard input. */
export function readReport(bytes: Uint8Array, path: string, council: LoadedCouncil): Opened {
  const decoded = attempt(() => decode(bytes));
  if ('failure' in decoded) return { problem: `it cannot be read: ${decoded.failure}` };
  if (!council.isReport(path) && !looksLikeReport(decoded.value.text)) return 'no report';
  const problem = encodingProblem(decoded.value);
  return problem === undefined ? { report: decoded.value.text } : { problem };
}
