import { LineIndex } from '../../text/lines.ts';
import { tryFileSystem } from '../../workspace/files/fileSystem.ts';
import type { LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import { isAbsolute } from '../../workspace/files/paths.ts';
import type { FileOutcome } from './lintTypes.ts';
import { LintEngine } from './lintEngine.ts';
import { type WorkerData } from './lintTypes.ts';
import { WorkerPool, type Jobs } from './workerPool.ts';
import { TextFormatter } from '../formatters/text.ts';
import { changedFiles, readStaged } from './git.ts';
import type { Io } from '../io.ts';
import type { LintCommandOptions } from './lintOptions.ts';
import { Outputs, type OutputTarget } from './outputs.ts';
import { printError, printProblem } from '../terminal/printProblem.ts';
import { Progress } from '../terminal/progress.ts';
import { reportFindings } from './fileResult.ts';
import { filesOf, STDIN, standardInput, type Source } from './source.ts';
import { pluralise } from '../../text/pluralise.ts';
import { RunTotals } from './runTotals.ts';

/** The exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;
/** A thread has to learn by its first hundred files what this one knows, and takes memory of its own: for fewer it is no gain. */
const WORTH_A_THREAD = 1500;
/** Where threads are asked for, they come if there is work for them. */
const WORTH_ASKING_FOR = 80;
/** More threads than this wait for the one that prints. */
const MOST_JOBS = 8;

/** One run of `scrutiny lint`: one report after the other, nothing kept of any but the counts. */
export class LintRun {
  private readonly tally = new RunTotals();
  private readonly cwd: string;
  private readonly used = new Set<LoadedCouncil>();
  private readonly progress: Progress;
  private readonly outputs: Outputs;
  private readonly setup: WorkerData;
  private readonly checking: LintEngine;

  constructor(
    private readonly io: Io,
    private readonly args: readonly string[],
    private readonly options: LintCommandOptions,
    formats: readonly OutputTarget[],
  ) {
    this.cwd = io.fileSystem.resolve(io.cwd, '.');
    const inFull = [...args, options.council ?? ''].some(isAbsolute);
    const { fix = false, fixDryRun = false } = options;
    const patch = fixDryRun && formats.some(({ format, file }) => file === undefined && format instanceof TextFormatter);
    this.progress = new Progress(io);
    // A patch or a fixed report must be able to go straight into another program.
    this.outputs = new Outputs(io, formats, patch || (fix && args[0] === STDIN) ? io.stderr : io.stdout, () =>
      this.progress.clear(),
    );
    this.setup = { cwd: this.cwd, inFull, options, wants: { ...this.outputs.wants, patch } };
    this.checking = new LintEngine(io.fileSystem, this.setup);
  }

  /** Does it all, and gives the exit code. */
  async run(): Promise<number> {
    const { tally } = this;
    this.outputs.start();
    try {
      await this.takeAll();
      if (this.io.signal?.aborted) return this.stop();
    } finally {
      this.progress.stop();
      // Whatever happens, what was printed is whole.
      // In the order of the files, whichever thread was first.
      tally.problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
      tally.problems.push(...this.outputs.problems);
      for (const problem of tally.problems) printProblem(this.io, problem);
      for (const problem of this.outputs.end(tally)) {
        printProblem(this.io, problem);
        tally.problems.push(problem);
      }
    }
    return tally.exitCode(this.options.maxWarnings);
  }

  /** Ends a run that was interrupted: what goes to files is left out, so that no half of it is taken for the whole. */
  private stop(): number {
    this.outputs.abandon();
    printError(this.io, `stopped after ${pluralise(this.tally.checked, 'report')}; nothing was written to files of findings`);
    return INTERRUPTED;
  }

  private async takeAll(): Promise<void> {
    let searched = false;
    const { io, checking, setup } = this;
    const crew = new WorkerPool(await this.counted(await this.sources()), checking, () => io.threads?.start(setup), this.jobs());
    for await (const { source, outcome } of crew.check(io.signal)) {
      searched ||= !source.named;
      const council = await checking.councilOf(source);
      if (!this.used.has(council)) this.use(council);
      this.take(source, outcome, council);
      this.progress.step();
    }
    if (io.signal?.aborted) return;
    checking.suppressions.save(io.fileSystem, checking.show, this.tally);
    const nothing = this.tally.checked === 0 && this.tally.problems.length === 0;
    if (nothing && this.isSelective()) this.tally.isUnchanged = true;
    else if (nothing && searched) this.reportNothingFound();
  }

  /** All files at once where a terminal is to be told how many there are; else one after the other. */
  private async counted(sources: Iterable<Source>): Promise<Iterable<Source>> {
    if (!this.io.terminal) return sources;
    const all = [...sources];
    await this.progress.start(all.length);
    return all;
  }

  /** How many threads may check files. */
  private jobs(): Jobs {
    const { jobs, suppressAll, pruneSuppressions, staged } = this.options;
    // Lists of suppressions, the index of git and standard input are this thread's own.
    if ((suppressAll ?? pruneSuppressions ?? staged) || this.args[0] === STDIN) return { most: 1, worth: 0 };
    if (jobs !== undefined) return { most: jobs, worth: WORTH_ASKING_FOR };
    return { most: Math.min(this.io.threads?.cores ?? 1, MOST_JOBS), worth: WORTH_A_THREAD };
  }

  private async sources(): Promise<Iterable<Source>> {
    if (this.args[0] === STDIN) return [await standardInput(this.io, this.cwd, this.options.stdinFilename)];
    const all = filesOf(this.io.fileSystem, this.cwd, this.args, (problem) => this.tally.problems.push(problem));
    return this.isSelective() ? this.changed(all) : all;
  }

  /** Whether git is asked which files to check. */
  private isSelective(): boolean {
    const { changed, since, staged } = this.options;
    return Boolean(changed ?? staged) || since !== undefined;
  }

  private *changed(all: Iterable<Source>): Generator<Source> {
    const { cwd, options, tally } = this;
    const { since, staged = false } = options;
    const names = tryFileSystem(() => changedFiles(cwd, { staged, ...(since === undefined ? {} : { since }) }));
    if ('failure' in names)
      return void tally.problems.push({ file: cwd, message: `what has changed is not known: ${names.failure}` });
    const nameOf = new Map(names.value.map((name) => [this.io.fileSystem.resolve(cwd, name), name]));
    for (const source of all) {
      const name = nameOf.get(source.path);
      if (name !== undefined) yield staged ? { ...source, read: () => readStaged(cwd, name) } : source;
    }
  }

  /** Takes note of a council on its first report. */
  private use(council: LoadedCouncil): void {
    this.used.add(council);
    this.tally.problems.push(...council.problems);
    for (const path of council.files) this.outputs.protect(path);
    if (!council.file) return;
    const { name, text, findings } = council.file;
    this.tally.councils.push(name);
    this.tally.add({ found: findings });
    if (findings.length === 0) return;
    const told = this.options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
    const fixes = { isFixable: () => false, fixesOf: () => [] };
    const shown = reportFindings({ text, lines: new LineIndex(text) }, told, fixes, this.outputs.wants);
    this.outputs.file({ file: name, findings: shown });
  }

  private take(source: Source, outcome: FileOutcome, council: LoadedCouncil): void {
    const { tally } = this;
    const { result, problem, patch } = outcome;
    tally.add(outcome);
    if (!source.input) this.outputs.protect(source.path);
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
      `no report was found among ${pluralise(this.tally.skipped, 'Markdown file')}; a report begins with lines between --- and ---, ` +
      'one of them “template: …”, or is listed under “reports:” in council.yaml';
    this.tally.problems.push({ file: this.args.join(', '), message });
  }
}
