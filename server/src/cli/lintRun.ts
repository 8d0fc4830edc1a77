import { LineIndex } from '../text/lines.ts';
import { Councils } from '../workspace/findCouncil.ts';
import { showPath } from '../workspace/findReports.ts';
import type { LoadedCouncil } from '../workspace/loadCouncil.ts';
import { isAbsolute, parentOf } from '../workspace/paths.ts';
import { FileChecker, type Outcome } from './checkFile.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './lintOptions.ts';
import { Outputs } from './outputs.ts';
import { printProblem } from './printProblem.ts';
import { showFindings } from './result.ts';
import { filesOf, STDIN, standardInput, type Source } from './source.ts';
import { count } from './summary.ts';
import { SuppressionRun } from './suppressionRun.ts';
import { Tally } from './tally.ts';

/** One run of `scrutiny lint`: one report after the other, nothing kept of any but the counts. */
export class LintRun {
  private readonly tally = new Tally();
  private readonly cwd: string;
  private readonly show: (path: string) => string;
  private readonly councils: Councils;
  private readonly used = new Set<LoadedCouncil>();
  private readonly suppressions: SuppressionRun;
  private readonly outputs: Outputs;
  private readonly checker: FileChecker;

  constructor(
    private readonly io: Io,
    private readonly args: readonly string[],
    private readonly options: LintOptions,
  ) {
    const { stage, today, council } = options;
    const files = io.fileSystem;
    this.cwd = files.resolve(io.cwd, '.');
    const inFull = [...args, council ?? ''].some(isAbsolute);
    this.show = (path) => showPath(this.cwd, path, inFull);
    const only = council === undefined ? undefined : files.resolve(this.cwd, council);
    this.councils = new Councils(files, { stage, today, show: this.show }, only);
    this.suppressions = new SuppressionRun(options);
    this.outputs = new Outputs(io, options, args[0] === STDIN);
    this.checker = new FileChecker(files, options, this.outputs.wants, this.suppressions);
  }

  /** Does it all, and gives the exit code. */
  async run(): Promise<number> {
    const { tally } = this;
    this.outputs.start();
    try {
      await this.takeAll();
    } finally {
      // Whatever happens, what was printed is whole.
      tally.problems.push(...this.outputs.problems);
      for (const problem of tally.problems) printProblem(this.io, problem);
      for (const problem of this.outputs.end(tally)) {
        printProblem(this.io, problem);
        tally.problems.push(problem);
      }
    }
    return tally.exitCode(this.options.maxWarnings);
  }

  private async takeAll(): Promise<void> {
    let searched = false;
    for (const source of await this.sources()) {
      searched ||= !source.named;
      const folder = parentOf(source.path) ?? '/';
      // A promise for every report would be one for nothing: the reports of a folder share their council.
      const council = this.councils.known(folder) ?? (await this.councils.find(folder));
      if (!this.used.has(council)) this.use(council);
      this.take(source, this.checker.check(source, council), council);
    }
    this.suppressions.save(this.io.fileSystem, this.show, this.tally);
    if (searched && this.tally.checked === 0 && this.tally.problems.length === 0) this.reportNothingFound();
  }

  private async sources(): Promise<Iterable<Source>> {
    if (this.args[0] === STDIN) return [await standardInput(this.io, this.cwd, this.options.stdinFilename)];
    return filesOf(this.io.fileSystem, this.cwd, this.args, (problem) => this.tally.problems.push(problem));
  }

  /** Takes note of a council on its first report. */
  private use(council: LoadedCouncil): void {
    this.used.add(council);
    this.tally.problems.push(...council.problems);
    if (!council.file) return;
    const { name, text, findings } = council.file;
    this.tally.councils.push(name);
    this.tally.add({ found: findings });
    if (findings.length === 0) return;
    const told = this.options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
    const mends = { isFixable: () => false, fixesOf: () => [] };
    const shown = showFindings({ text, lines: new LineIndex(text) }, told, mends, this.outputs.wants);
    this.outputs.file({ file: name, findings: shown });
  }

  private take(source: Source, outcome: Outcome, council: LoadedCouncil): void {
    const { tally } = this;
    const { result, problem, patch } = outcome;
    tally.add(outcome);
    if (problem !== undefined) tally.problems.push({ file: source.name, message: problem });
    if (result) {
      tally.checked++;
      if (!council.file) tally.withoutCouncil++;
      this.outputs.file(result);
    } else {
      if (problem === undefined) tally.skipped++;
      if (source.input && this.options.fix) this.io.stdout.write(source.input);
    }
    if (patch !== undefined) this.io.stdout.write(patch);
  }

  private reportNothingFound(): void {
    const message =
      `no report was found among ${count(this.tally.skipped, 'Markdown file')}; a report begins with lines between --- and ---, ` +
      'one of them “template: …”, or is listed under “reports:” in council.yaml';
    this.tally.problems.push({ file: this.args.join(', '), message });
  }
}
