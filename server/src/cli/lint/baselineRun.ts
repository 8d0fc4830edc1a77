import { baselinedBy } from '../../linter/baseline.ts';
import type { Finding } from '../../text/finding.ts';
import type { FileSystem } from '../../workspace/files/fileSystem.ts';
import type { LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import type { BaselineFile } from '../../workspace/council/baselineFile.ts';
import type { LintedText } from '../../linter/applyFixes.ts';
import type { LintCommandOptions } from './lintOptions.ts';
import type { RunTotals } from './runTotals.ts';

/** The findings of a report that are to be told, and how many its council's list keeps silent. */
export interface UnsuppressedFindings {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  /** What is on the list and no longer occurs. */
  readonly outdated: number;
}

/** The lists of suppressions in one run: made anew with `--suppress-all`, shortened with `--prune-suppressions`. */
export class BaselineRun {
  private readonly lists = new Set<BaselineFile>();
  private withoutList: string | undefined;

  constructor(private readonly options: LintCommandOptions) {}

  /** Takes note of a checked report at an absolute path. */
  take(path: string, { suppressions }: LoadedCouncil, { findings, suppressed, report }: LintedText): UnsuppressedFindings {
    const { suppressAll, pruneSuppressions } = this.options;
    if (!suppressions) {
      if (findings.length > 0) this.withoutList ??= path;
      return { findings, suppressed: 0, outdated: 0 };
    }
    this.lists.add(suppressions);
    if (suppressAll) {
      const accepted = findings.filter(({ rule }) => rule !== 'internal-error');
      suppressions.set(path, baselinedBy(accepted, report));
      const left = findings.filter((finding) => !accepted.includes(finding));
      return { findings: left, suppressed: accepted.length, outdated: 0 };
    }
    const listed = Object.values(suppressions.of(path) ?? {}).flat().length;
    if (pruneSuppressions && listed > suppressed.length) suppressions.set(path, baselinedBy(suppressed, report));
    return { findings, suppressed: suppressed.length, outdated: listed - suppressed.length };
  }

  /**
   * Writes the lists, where that was asked for.
   * @param show gives a path as it is shown to people
   */
  save(files: FileSystem, show: (path: string) => string, tally: RunTotals): void {
    const { suppressAll, pruneSuppressions } = this.options;
    if (suppressAll && this.withoutList !== undefined) {
      const message = 'there is no council.yaml beside or above it, so there is no place for a list of suppressions; add one';
      tally.problems.push({ file: show(this.withoutList), message });
    }
    if (!suppressAll && !pruneSuppressions) return;
    for (const list of this.lists) {
      if (pruneSuppressions) list.prune(files);
      const file = show(list.path);
      const saved = list.problem === undefined ? list.save(files) : undefined;
      if (saved && 'failure' in saved) tally.problems.push({ file, message: `it cannot be written: ${saved.failure}` });
      else if (saved) tally.written.push(file);
    }
  }
}
