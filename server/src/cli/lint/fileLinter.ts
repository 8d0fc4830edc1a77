import { type FileOutcome, SKIPPED } from './lintTypes.ts';
import type { LintOptions } from '../../analysis/ruleContext.ts';
import type { Finding } from '../../text/finding.ts';
import { lintOptionsFor, type LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import { decode } from '../../workspace/files/decode.ts';
import { tryFileSystem, type FileSystem } from '../../workspace/files/fileSystem.ts';
import { reportSummaryOf } from '../../workspace/reports/meetings.ts';
import { FileIndex } from '../../workspace/reports/fileIndex.ts';
import { openReport } from '../../workspace/reports/openReport.ts';
import { fixesFor } from '../../linter/lint.ts';
import { lintText, applySafeFixes, safeFix, type LintedText } from '../../linter/applyFixes.ts';
import type { LintCommandOptions } from './lintOptions.ts';
import { patchOf } from '../terminal/patch.ts';
import { reportFindings, type FileResult, type FormatterNeeds } from './fileResult.ts';
import type { Source } from './source.ts';
import type { BaselineRun } from './baselineRun.ts';

/** Checks files one by one, as the options say. */
export class FileLinter {
  private readonly surroundings: FileIndex;

  constructor(
    files: FileSystem,
    private readonly options: LintCommandOptions,
    private readonly wants: FormatterNeeds & { readonly patch: boolean },
    private readonly suppressions: BaselineRun,
  ) {
    this.surroundings = new FileIndex(files);
  }

  check(source: Source, council: LoadedCouncil): FileOutcome {
    const { text, problem } = openReport(source.path, council, () => source.read());
    if (text === undefined) return problem === undefined ? SKIPPED : { ...SKIPPED, problem };
    const knowledge = this.knowledgeFor(source, council);
    const first = lintText(text, knowledge);
    const { checked, fixed, problem: unsaved } = this.options.fix ? save(first, source, knowledge) : unfixed(first);
    const { findings, ...counts } = this.suppressions.take(source.path, council, checked);
    const fixable = new Set(findings.filter((finding) => safeFix(finding, checked)));
    const patch =
      this.wants.patch && fixable.size > 0 ? patchOf(source.name, text, applySafeFixes(first, knowledge).text) : undefined;
    return {
      result: { file: source.name, findings: this.show(findings, fixable, checked), about: reportSummaryOf(checked) },
      found: findings.map(({ rule, severity }) => ({ rule, severity })),
      fixable: fixable.size,
      fixed,
      ...counts,
      ...(unsaved === undefined ? {} : { problem: unsaved }),
      ...(patch === undefined ? {} : { patch }),
    };
  }

  /** What a report is checked with; of one that nobody said where it belongs, the files round it are not known. */
  private knowledgeFor({ path, input }: Source, council: LoadedCouncil): LintOptions {
    if (input && this.options.stdinFilename === undefined) return council.knowledge;
    const knowledge = lintOptionsFor(council, path, this.surroundings);
    return this.options.suppressAll ? { ...knowledge, suppressed: undefined } : knowledge;
  }

  private show(
    findings: readonly Finding[],
    fixable: ReadonlySet<Finding>,
    { report, context }: LintedText,
  ): FileResult['findings'] {
    if (this.wants.patch) return [];
    const told = this.options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
    const fixesOf = (finding: Finding) => fixesFor(finding, report, context);
    return reportFindings(report, told, { isFixable: (finding) => fixable.has(finding), fixesOf }, this.wants);
  }
}

interface SavedFixes {
  readonly checked: LintedText;
  readonly fixed: number;
  readonly problem?: string;
}

function unfixed(checked: LintedText): SavedFixes {
  return { checked, fixed: 0 };
}

/** Writes the safe fixes of a report to its file, and returns what is then found. */
function save(first: LintedText, source: Source, knowledge: LintOptions): SavedFixes {
  const { text, checked, count } = applySafeFixes(first, knowledge);
  if (text === first.report.text && !source.input) return unfixed(first);
  // Somebody may have saved it in an editor since it was read.
  const now = tryFileSystem(() => decode(source.read()).text);
  if ('value' in now && now.value !== first.report.text)
    return { ...unfixed(first), problem: 'it was changed while it was being fixed, and is left as it is; try again' };
  const saved = source.save(text);
  if ('failure' in saved) return { ...unfixed(first), problem: `it cannot be written: ${saved.failure}` };
  return { checked, fixed: count };
}
