import type { Knowledge } from '../rules/context.ts';
import type { Finding } from '../text/finding.ts';
import { LineIndex } from '../text/lines.ts';
import { Councils } from '../workspace/findCouncil.ts';
import { showPath } from '../workspace/findReports.ts';
import type { LoadedCouncil } from '../workspace/loadCouncil.ts';
import { openReport } from '../workspace/openReport.ts';
import { isAbsolute, parentOf } from '../workspace/paths.ts';
import { Surroundings } from '../workspace/surroundings.ts';
import { coloursFor } from './colour.ts';
import { checkText, mend, safeFix, type CheckedText } from './fix.ts';
import type { CheckedFile, Format } from './format.ts';
import { JsonFormat } from './formatJson.ts';
import { TextFormat } from './formatText.ts';
import { widthOf, type Io, type Output } from './io.ts';
import type { LintOptions } from './lintOptions.ts';
import { patchOf } from './patch.ts';
import { printProblem } from './printProblem.ts';
import { filesOf, STDIN, standardInput, type Source } from './source.ts';
import { count } from './summary.ts';
import { Tally } from './tally.ts';

/** One run of `scrutiny lint`: one report after the other, nothing kept of any but the counts. */
export class LintRun {
  private readonly tally = new Tally();
  private readonly cwd: string;
  private readonly councils: Councils;
  private readonly surroundings: Surroundings;
  private readonly used = new Set<LoadedCouncil>();
  private readonly format: Format;
  /** Whether changes are shown in place of findings. */
  private readonly showsPatch: boolean;
  /** Where findings go. */
  private readonly out: Output;

  constructor(
    private readonly io: Io,
    private readonly args: readonly string[],
    private readonly options: LintOptions,
  ) {
    const { stage, today, council, format, fix = false, fixDryRun = false, maxWarnings, quiet = false, color } = options;
    const files = io.fileSystem;
    this.cwd = files.resolve(io.cwd, '.');
    const inFull = [...args, council ?? ''].some(isAbsolute);
    const terms = { stage, today, show: (path: string) => showPath(this.cwd, path, inFull) };
    this.councils = new Councils(files, terms, council === undefined ? undefined : files.resolve(this.cwd, council));
    this.surroundings = new Surroundings(files);
    this.format =
      format === 'json'
        ? new JsonFormat()
        : new TextFormat(coloursFor(io, color), widthOf(io), { stage, maxWarnings, quiet, fix });
    this.showsPatch = fixDryRun && format === 'text';
    // A patch or a mended report must be able to go straight into another program.
    this.out = this.showsPatch || (fix && args[0] === STDIN) ? io.stderr : io.stdout;
  }

  /** Does it all, and gives the exit code. */
  async run(): Promise<number> {
    const { tally } = this;
    this.out.write(this.format.start());
    try {
      await this.takeAll();
    } finally {
      // Whatever happens, what was printed is whole.
      for (const problem of tally.problems) printProblem(this.io, problem);
      this.out.write(this.format.end(tally));
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
      this.take(source, council);
    }
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
    this.tally.add(findings, 0);
    if (findings.length > 0) this.print({ name, text, lines: new LineIndex(text) }, findings, new Set());
  }

  private take(source: Source, council: LoadedCouncil): void {
    const { text, problem } = openReport(source.path, council, () => source.read());
    if (text !== undefined) return this.check(text, source, council);
    if (problem === undefined) this.tally.skipped++;
    else this.tally.problems.push({ file: source.name, message: problem });
    if (source.input && this.options.fix) this.io.stdout.write(source.input);
  }

  private check(text: string, source: Source, council: LoadedCouncil): void {
    this.tally.checked++;
    if (!council.file) this.tally.withoutCouncil++;
    const knowledge = this.knowledgeFor(source, council);
    const first = checkText(text, knowledge);
    const checked = this.options.fix ? this.mend(first, source, knowledge) : first;
    const { report, findings } = checked;
    const fixable = new Set(findings.filter((finding) => safeFix(finding, checked)));
    this.tally.add(findings, fixable.size);
    if (!this.showsPatch) this.print({ name: source.name, text: report.text, lines: report.lines }, findings, fixable);
    else if (fixable.size > 0) this.io.stdout.write(patchOf(source.name, text, mend(first, knowledge).text));
  }

  /** What a report is checked with; of one that nobody said where it belongs, the files round it are not known. */
  private knowledgeFor({ path, input }: Source, { knowledge }: LoadedCouncil): Knowledge {
    if (input && this.options.stdinFilename === undefined) return knowledge;
    return { ...knowledge, files: this.surroundings.around(path) };
  }

  /** Mends a report where it stands, and gives it as it is then. */
  private mend(first: CheckedText, source: Source, knowledge: Knowledge): CheckedText {
    const mended = mend(first, knowledge);
    if (mended.text === first.report.text && !source.input) return first;
    const saved = source.save(mended.text);
    if ('failure' in saved) {
      this.tally.problems.push({ file: source.name, message: `it cannot be written: ${saved.failure}` });
      return first;
    }
    this.tally.mended += mended.count;
    return mended.checked;
  }

  private print(file: Omit<CheckedFile, 'findings'>, found: readonly Finding[], fixable: ReadonlySet<Finding>): void {
    const shown = this.options.quiet ? found.filter(({ severity }) => severity === 'error') : found;
    const findings = shown.map((finding) => ({ ...finding, fixable: fixable.has(finding) }));
    this.out.write(this.format.file({ ...file, findings }));
  }

  private reportNothingFound(): void {
    const message =
      `no report was found among ${count(this.tally.skipped, 'Markdown file')}; a report begins with lines between --- and ---, ` +
      'one of them “template: …”, or is listed under “reports:” in council.yaml';
    this.tally.problems.push({ file: this.args.join(', '), message });
  }
}
