import { looksLikePaper } from '../../paper/yaml/splitFrontMatter.ts';
import { decode, encodingProblem } from '../files/decode.ts';
import { tryFileSystem } from '../files/fileSystem.ts';
import type { LoadedCouncil } from '../council/loadCouncil.ts';

/** What a file turned out to be: a report, one that cannot be read, or (with neither) no report. */
export interface OpenedReport {
  readonly text?: string;
  /** Why it cannot be checked, in plain words. */
  readonly problem?: string;
}

/**
 * Reads what may be a report.
 * @param path where it stands, by which a council may count it among its reports
 * @param read gives its bytes, or throws as a file system does
 */
export function openReport(path: string, council: LoadedCouncil, read: () => Uint8Array): OpenedReport {
  const decoded = tryFileSystem(() => decode(read()));
  if ('failure' in decoded) return { problem: `it cannot be read: ${decoded.failure}` };
  const { text } = decoded.value;
  if (!council.isReport(path) && !looksLikePaper(text)) return {};
  const problem = encodingProblem(decoded.value);
  return problem === undefined ? { text } : { problem };
}
