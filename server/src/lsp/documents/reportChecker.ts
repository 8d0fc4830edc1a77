import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { lint, type LintResult } from '../../linter/lint.ts';
import { COUNCIL_RULE } from '../../council/council.ts';
import { parsePaper, type Paper } from '../../paper/paper.ts';
import { looksLikePaper } from '../../paper/yaml/splitFrontMatter.ts';
import type { LintOptions } from '../../analysis/ruleContext.ts';
import { LineIndex } from '../../text/lines.ts';
import { COUNCIL_FILE } from '../../workspace/council/findCouncil.ts';
import { lintOptionsFor, type LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import { sameLintOptions } from '../../workspace/council/lastGoodCouncilLoader.ts';
import { RecordingFileLookup } from '../../workspace/reports/recordingFileLookup.ts';
import type { FileIndex } from '../../workspace/reports/fileIndex.ts';
import { diagnosticOf, SOURCE } from './convert.ts';

/** A report that was checked. */
export interface CheckedReport {
  readonly report: Paper;
  readonly checked: LintResult;
}

/** What a text is checked with: its council, and the files round it. */
export class ReportChecker {
  private readonly knowledge: LintOptions;
  private readonly seen: RecordingFileLookup | undefined;

  /** @param surroundings the files as they are now; absent for a report that was never saved, and so stands nowhere */
  constructor(
    private readonly path: string,
    private readonly council: LoadedCouncil,
    surroundings: FileIndex | undefined,
  ) {
    this.seen = surroundings && new RecordingFileLookup(surroundings.lookupFor(path));
    this.knowledge =
      surroundings && this.seen ? { ...lintOptionsFor(council, path, surroundings), files: this.seen } : council.knowledge;
  }

  /** Checks a text, of which an earlier version may be known; nothing for one that is no report. */
  check(text: string, before?: Paper): CheckedReport | undefined {
    if (!this.council.isReport(this.path) && !looksLikePaper(text)) return undefined;
    const report = parsePaper(text, before);
    return { report, checked: lint(report, this.knowledge) };
  }

  /** True where the same text would be checked the same way with these. */
  isUpToDate(council: LoadedCouncil, surroundings: FileIndex | undefined): boolean {
    if (!sameLintOptions(council.knowledge, this.council.knowledge)) return false;
    if (JSON.stringify(council.suppressions?.of(this.path)) !== JSON.stringify(this.knowledge.suppressed)) return false;
    return !surroundings || !this.seen || this.seen.isSame(surroundings.lookupFor(this.path));
  }
}

/** What files are to the server, by their names. */
export type DocumentKind = 'report' | 'council' | 'template';

/** What a file may be by its name; nothing for one that the server has nothing to do with. */
export function documentKindOf(path: string): DocumentKind | undefined {
  if (path.endsWith(`/${COUNCIL_FILE}`)) return 'council';
  if (/\.(?:md|markdown)$/i.test(path)) return 'report';
  return path.endsWith('.json') ? 'template' : undefined;
}

/** What was found in a report, as an editor shows it. */
export function toDiagnostics({ report, checked }: CheckedReport): Diagnostic[] {
  return checked.findings.map((finding) => diagnosticOf(finding, report.lines));
}

/** That a file as a whole cannot be used, and why. */
export function fileLevelDiagnostic(reason: string): Diagnostic {
  const start = { line: 0, character: 0 };
  const message = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]$/.test(reason) ? '' : '.'}`;
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, code: COUNCIL_RULE, source: SOURCE, message };
}

/** What is wrong with a `council.yaml` and the files that go with it, by their paths. */
export function councilDiagnostics({ file, problems }: LoadedCouncil): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  if (!file) return found;
  const lines = new LineIndex(file.text);
  const own = file.findings.map((finding) => diagnosticOf(finding, lines));
  found.set(file.name, own);
  for (const { file: path, message } of problems) {
    // Where the file itself cannot be read, its finding says so better, if it has one.
    if (path === file.name && own.length > 0) continue;
    found.set(path, [...(found.get(path) ?? []), fileLevelDiagnostic(message)]);
  }
  return found;
}
