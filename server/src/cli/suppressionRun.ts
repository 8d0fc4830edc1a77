import { suppressedBy } from '../rules/suppressed.ts';
import type { Finding } from '../text/finding.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import type { LoadedCouncil } from '../workspace/loadCouncil.ts';
import type { SuppressionFile } from '../workspace/suppressionFile.ts';
import type { CheckedText } from './fix.ts';
import type { LintOptions } from './lintOptions.ts';
import type { Source } from './source.ts';
import type { Tally } from './tally.ts';

/** The lists of suppressions in one run: counted, made anew with `--suppress-all`, shortened with `--prune-suppressions`. */
export class SuppressionRun {
  private readonly lists = new Set<SuppressionFile>();
  private readonly withoutList: string[] = [];

  /** @param show gives a path as it is shown to people */
  constructor(
    private readonly files: FileSystem,
    private readonly show: (path: string) => string,
    private readonly tally: Tally,
    private readonly options: LintOptions,
  ) {}

  /** Takes note of a checked report, and gives the findings that are to be told. */
  take({ path, name }: Source, { suppressions }: LoadedCouncil, checked: CheckedText): readonly Finding[] {
    const { suppressAll, pruneSuppressions } = this.options;
    const { findings, suppressed, report } = checked;
    const failed = findings.filter(({ rule }) => rule === 'internal-error');
    const accepted = suppressAll ? findings.filter((finding) => !failed.includes(finding)) : suppressed;
    if (!suppressions) {
      if (suppressAll && findings.length > 0) this.withoutList.push(name);
      return findings;
    }
    this.lists.add(suppressions);
    const listed = Object.values(suppressions.of(path) ?? {}).flat().length;
    if (suppressAll || (pruneSuppressions && listed > accepted.length)) suppressions.set(path, suppressedBy(accepted, report));
    this.tally.suppressed += accepted.length;
    if (!suppressAll) this.tally.outdated += listed - suppressed.length;
    return suppressAll ? failed : findings;
  }

  /** Writes the lists, where that was asked for. */
  save(): void {
    const { suppressAll, pruneSuppressions } = this.options;
    const [first] = this.withoutList;
    if (first !== undefined) {
      const message = 'there is no council.yaml beside or above it, so there is no place for a list of suppressions; add one';
      this.tally.problems.push({ file: first, message });
    }
    if (!suppressAll && !pruneSuppressions) return;
    for (const list of this.lists) {
      if (pruneSuppressions) list.prune(this.files);
      const file = this.show(list.path);
      const saved = list.problem === undefined ? list.save(this.files) : undefined;
      if (saved && 'failure' in saved) this.tally.problems.push({ file, message: `it cannot be written: ${saved.failure}` });
      else if (saved) this.tally.written.push(file);
    }
  }
}
