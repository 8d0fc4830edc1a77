import type { Severity } from '../../text/finding.ts';
import type { Problem } from '../../workspace/files/fileSystem.ts';
import type { FileOutcome } from './lintTypes.ts';

type Counts = Pick<FileOutcome, 'found'> & Partial<FileOutcome>;

/** What a run has come to so far. */
export class RunTotals {
  readonly found: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  /** Findings that `--fix` fixes, or would. */
  fixable = 0;
  /** Findings that were fixed. */
  fixed = 0;
  /** Findings that a council's list of suppressions keeps silent. */
  suppressed = 0;
  /** Of what is on those lists, how much no longer occurs. */
  outdated = 0;
  /** The lists that were written. */
  readonly written: string[] = [];
  /** Reports. */
  checked = 0;
  /** Files that are no reports. */
  skipped = 0;
  readonly problems: Problem[] = [];
  /** The `council.yaml` files that were used. */
  readonly councils: string[] = [];
  /** Reports that have no `council.yaml`. */
  withoutCouncil = 0;
  /** Only what has changed was to be checked, and no report has. */
  isUnchanged = false;
  private failed = false;

  /** Adds what became of one file. */
  add({ found, fixable = 0, fixed = 0, suppressed = 0, outdated = 0 }: Counts): void {
    for (const { severity, rule } of found) {
      this.found[severity]++;
      if (rule === 'internal-error') this.failed = true;
    }
    this.fixable += fixable;
    this.fixed += fixed;
    this.suppressed += suppressed;
    this.outdated += outdated;
  }

  /** How many warnings there are beyond those allowed. */
  excess(maxWarnings: number): number {
    return Math.max(0, this.found.warning - maxWarnings);
  }

  /** 0: fit to publish. 1: not. 2: not everything could be checked. */
  exitCode(maxWarnings: number): 0 | 1 | 2 {
    if (this.problems.length > 0 || this.failed) return 2;
    return this.found.error > 0 || this.excess(maxWarnings) > 0 ? 1 : 0;
  }
}
