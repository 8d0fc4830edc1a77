import type { LintCommandOptions } from './lintOptions.ts';
import type { FormatterNeeds } from './fileResult.ts';
import type { FoundFile } from '../../workspace/reports/findReports.ts';
import type { Finding } from '../../text/finding.ts';
import type { FileResult } from './fileResult.ts';

/** What became of one file, in plain data. */
export interface FileOutcome {
  /** The findings that are to be told; absent for a file that is no report or cannot be read. */
  readonly result?: FileResult;
  /** How many of them there are with those that `--quiet` leaves out. */
  readonly found: readonly Pick<Finding, 'rule' | 'severity'>[];
  /** Findings that `--fix` fixes, or would. */
  readonly fixable: number;
  /** Findings that were fixed. */
  readonly fixed: number;
  /** Findings that the council's list of suppressions keeps silent. */
  readonly suppressed: number;
  /** What is on that list for the file and no longer occurs. */
  readonly outdated: number;
  /** What kept it from being checked or fixed. */
  readonly problem?: string;
  /** For `--fix-dry-run`: what `--fix` would change. */
  readonly patch?: string;
}

/** What becomes of a file that is no report. */
export const SKIPPED: FileOutcome = { found: [], fixable: 0, fixed: 0, suppressed: 0, outdated: 0 };

/** Files that one thread checks in one go. */
export interface Batch {
  readonly id: number;
  readonly files: readonly FoundFile[];
}

/** What became of the files of a batch, in their order. */
export interface CheckedBatch {
  readonly id: number;
  readonly outcomes: readonly FileOutcome[];
}

/** What one thread must know to check files as another does, in plain data. */
export interface WorkerData {
  /** The folder that paths are given from, absolute and with `/`. */
  readonly cwd: string;
  /** Whether paths outside of it are shown in full. */
  readonly inFull: boolean;
  readonly options: LintCommandOptions;
  readonly wants: FormatterNeeds & { readonly patch: boolean };
}
