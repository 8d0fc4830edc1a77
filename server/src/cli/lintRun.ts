import type { Finding } from '../text/finding.ts';
import { LineIndex } from '../text/lines.ts';
import { attempt } from '../workspace/fileSystem.ts';
import { Councils } from '../workspace/findCouncil.ts';
import { findReports, showPath } from '../workspace/findReports.ts';
import type { LoadedCouncil } from '../workspace/loadCouncil.ts';
import { openReport, readReport, type Opened } from '../workspace/openReport.ts';
import { isAbsolute, parentOf } from '../workspace/paths.ts';
import { coloursFor } from './colour.ts';
import { checkText, mend, safeFix, type CheckedText } from './fix.ts';
import type { Format } from './format.ts';
import { JsonFormat } from './formatJson.ts';
import { TextFormat } from './formatText.ts';
import { widthOf, type Io, type Output } from './io.ts';
import type { LintOptions } from './lintOptions.ts';
import { patchOf } from './patch.ts';
import { printProblem } from './printProblem.ts';
import { Tally } from './tally.ts';

/** The path, on the command line, that means standard input. */
export const STDIN = '-';
/** The name of a report that comes without one. */
export const STDIN_NAME = 'stdin.md';

/** A report and what to do with its text once it is mended: gives why that failed, if it did. */
interface Source {
  readonly name: string;
  readonly save: (text: string) => string | undefined;
}

/** One run of `scrutiny lint`: one report after the other, nothing kept of any but the counts. */
export class LintRun {
  private readonly tally = new Tally();
  private readonly cwd: string;
  private readonly councils: Councils;
  private readonly used = new Set<LoadedCouncil>();
  private readonly format: Format;
  /** Where findings go. */
  private readonly out: Output;
  /** Whether changes are shown in place of findings. */
  private readonly showsPatch: boolean;

  constructor(
    private readonly io: Io,
    private readonly args: readonly string[],
    private readonly options: LintOptions,
  ) {
    const { stage, today, council, format, fix, fixDryRun, maxWarnings, quiet, color } = options;
    const files = io.fileSystem;
    this.cwd = files.resolve(io.cwd, '.');
    const inFull = [...args, council ?? ''].some(isAbsolute);
    const terms = { stage, today, show: (path: string) => showPath(this.cwd, path, inFull) };
    this.councils = new Councils(files, terms, council === undefined ? undefined : files.resolve(this.cwd, council));
    this.out = fix && args[0] === STDIN ? io.stderr : io.stdout;
    this.showsPatch = fixDryRun && format === 'text';
    this.format =
      format === 'json' ? new JsonFormat() : new TextFormat(coloursFor(io, color), widthOf(io), { stage, maxWarnings, quiet, fix });
  }

  /** Does it all, and gives the exit code. */
  async run(): Promise<number> {
    this.out.write(this.format.start());
    if (this.args[0] === STDIN) await this.checkStdin();
    else await this.checkFiles();
    for (const problem of this.tally.problems) printProblem(this.io, problem);
    // A patch must be able to go straight into another program.
    (this.showsPatch ? this.io.stderr : this.out).write(this.format.end(this.tally));
    return this.tally.exitCode(this.options.maxWarnings);
  }

  private async checkFiles(): Promise<void> {
    const { fileSystem } = this.io;
    const search = { files: fileSystem, cwd: this.cwd, problem: (found: Tally['problems'][number]) => void this.tally.problems.push(found) };
    let searched = false;
    for (const { path, name, named } of findReports(search, this.args)) {
      searched ||= !named;
      const council = await this.councilOf(path);
      const save = (text: string): string | undefined => {
        const done = attempt(() => fileSystem.replaceFile(path, new TextEncoder().encode(text)));
        return 'failure' in done ? done.failure : undefined;
      };
      this.take(openReport(fileSystem, path, council), { name, save }, council);
    }
    if (searched && this.tally.checked === 0 && this.tally.problems.length === 0) this.tally.problems.push(this.nothingFound());
  }

  private async checkStdin(): Promise<void> {
    const path = this.io.fileSystem.resolve(this.cwd, this.options.stdinFilename ?? STDIN_NAME);
    const bytes = await this.io.stdin();
    const council = await this.councilOf(path);
    const opened = readReport(bytes, path, council);
    const echo = (text: string | Uint8Array): undefined => void this.io.stdout.write(text);
    if (this.options.fix && !(opened !== 'no report' && 'report' in opened)) echo(bytes);
    this.take(opened, { name: showPath(this.cwd, path, isAbsolute(path)), save: echo }, council);
  }

  private async councilOf(path: string): Promise<LoadedCouncil> {
    const folder = parentOf(path) ?? '/';
    // Waiting once for every report would cost more than reading a small one.
    const council = this.councils.known(folder) ?? (await this.councils.find(folder));
    if (!this.used.has(council)) this.use(council);
    return council;
  }

  private use(council: LoadedCouncil): void {
    this.used.add(council);
    this.tally.problems.push(...council.problems);
    if (!council.file) return;
    const { name, text, findings } = council.file;
    this.tally.councils.push(name);
    this.tally.add(findings, 0);
    if (findings.length > 0) this.print(name, text, new LineIndex(text), findings, () => false);
  }

  private take(opened: Opened, source: Source, council: LoadedCouncil): void {
    if (opened === 'no report') this.tally.skipped++;
    else if ('problem' in opened) this.tally.problems.push({ file: source.name, message: opened.problem });
    else this.check(opened.report, source, council);
  }

  private check(text: string, source: Source, council: LoadedCouncil): void {
    this.tally.checked++;
    if (!council.file) this.tally.withoutCouncil++;
    const first = checkText(text, council.knowledge);
    const checked = this.options.fix ? this.mend(first, source, council) : first;
    const { report, findings } = checked;
    const fixable = new Set(findings.filter((finding) => safeFix(finding, checked)));
    this.tally.add(findings, fixable.size);
    if (!this.showsPatch) this.print(source.name, report.text, report.lines, findings, (finding) => fixable.has(finding));
    else if (fixable.size > 0) this.out.write(patchOf(source.name, text, mend(first, council.knowledge).text));
  }

  /** Mends a report where it stands, and gives it as it is then. */
  private mend(first: CheckedText, { name, save }: Source, council: LoadedCouncil): CheckedText {
    const mended = mend(first, council.knowledge);
    if (mended.text === first.report.text && this.args[0] !== STDIN) return first;
    const failure = save(mended.text);
    if (failure !== undefined) {
      this.tally.problems.push({ file: name, message: `it cannot be written: ${failure}` });
      return first;
    }
    this.tally.mended += mended.count;
    return mended.checked;
  }

  private print(name: string, text: string, lines: LineIndex, found: readonly Finding[], isFixable: (finding: Finding) => boolean): void {
    const shown = this.options.quiet ? found.filter(({ severity }) => severity === 'error') : found;
    const findings = shown.map((finding) => ({ ...finding, fixable: isFixable(finding) }));
    this.out.write(this.format.file({ name, text, lines, findings }));
  }

  private nothingFound(): Tally['problems'][number] {
    const message = `no report was found among ${this.tally.skipped} Markdown files; a report begins with lines between --- and ---, one of them “template: …”, or is listed under “reports:” in council.yaml`;
    return { file: this.args.join(', '), message };
  }
}
