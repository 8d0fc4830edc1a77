import type { WorkerData } from './lintTypes.ts';
import { Councils } from '../../workspace/council/findCouncil.ts';
import { showPath } from '../../workspace/reports/findReports.ts';
import type { FileSystem } from '../../workspace/files/fileSystem.ts';
import type { LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import { parentOf } from '../../workspace/files/paths.ts';
import { FileLinter } from './fileLinter.ts';
import { type FileOutcome } from './lintTypes.ts';
import type { Source } from './source.ts';
import { BaselineRun } from './baselineRun.ts';

/** Checks files, each with its council. */
export class LintEngine {
  readonly show: (path: string) => string;
  readonly suppressions: BaselineRun;
  private readonly councils: Councils;
  private readonly checker: FileLinter;

  constructor(files: FileSystem, { cwd, inFull, options, wants }: WorkerData) {
    const { stage, today, council } = options;
    this.show = (path) => showPath(cwd, path, inFull);
    const only = council === undefined ? undefined : files.resolve(cwd, council);
    this.councils = new Councils(files, { stage, today, show: this.show }, only);
    this.suppressions = new BaselineRun(options);
    this.checker = new FileLinter(files, options, wants, this.suppressions);
  }

  async check(source: Source): Promise<FileOutcome> {
    return this.checker.check(source, await this.councilOf(source));
  }

  /** The council of a file; the reports of a folder share theirs. */
  async councilOf({ path }: Source): Promise<LoadedCouncil> {
    const folder = parentOf(path) ?? '/';
    return this.councils.cached(folder) ?? (await this.councils.load(folder));
  }
}
