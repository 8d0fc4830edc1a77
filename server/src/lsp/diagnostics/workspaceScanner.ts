import type { Diagnostic } from 'vscode-languageserver';
import type { LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import { IgnoreRules } from '../../workspace/files/ignoreRules.ts';
import { createContext, type RuleContext } from '../../analysis/ruleContext.ts';
import { parsePaper, type Paper } from '../../paper/paper.ts';
import { looksLikePaper } from '../../paper/yaml/splitFrontMatter.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import { openReport } from '../../workspace/reports/openReport.ts';
import { relativeTo } from '../../workspace/files/paths.ts';
import { walk } from '../../workspace/files/walk.ts';
import {
  ReportChecker,
  councilDiagnostics,
  toDiagnostics,
  documentKindOf,
  fileLevelDiagnostic,
} from '../documents/reportChecker.ts';
import type { Documents } from '../documents/documents.ts';
import type { Folders } from '../documents/folders.ts';
import type { IdleWaiter } from './idle.ts';

/** What was found in one file of the workspace. */
export interface FileDiagnosis {
  readonly path: string;
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A report with its fields, not checked. */
export interface ReadReport {
  readonly report: Paper;
  readonly context: RuleContext;
}

/** What is remembered of a file that is not open. */
interface Entry {
  readonly basis: ReportChecker;
  readonly diagnostics: readonly Diagnostic[];
  readonly councillors: readonly string[];
}

/** After so many files that need no new check, others have their turn. */
const KNOWN_IN_A_ROW = 50;
/** The same for files that are only met on the way. */
const MET_IN_A_ROW = 500;
/** A workspace with more files is somebody's whole disk: what lies behind them is left out. */
const MOST_FILES = 100_000;

/** Goes through all reports and councils of the workspace; each file is read once, until it or what it depends on changes. */
export class WorkspaceScanner {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly folders: Folders,
    private readonly documents: Documents,
    private readonly lull: IdleWaiter,
  ) {}

  /** A file, or a folder with all in it, has come, changed or gone. */
  forget(path: string): void {
    if (this.entries.delete(path) || /\.[^./]*$/.test(path)) return;
    for (const known of this.entries.keys()) if (relativeTo(path, known) !== undefined) this.entries.delete(known);
  }

  /** Names of local councillors that the reports seen so far give. */
  councillors(): string[] {
    return [...new Set([...this.entries.values()].flatMap(({ councillors }) => councillors))].sort();
  }

  /** The reports and councils there are, by their paths, those of nested folders once. */
  async list(): Promise<string[]> {
    const { files } = this.folders;
    const how = { files, wanted: () => true, failed: () => undefined };
    const all = this.folders.all();
    const found: string[] = [];
    let met = 0;
    for (const { path: top } of all.filter(({ path }) => !all.some((other) => relativeTo(other.path, path) !== undefined))) {
      for (const { path } of walk(how, top, IgnoreRules.around(files, top))) {
        if (['report', 'council'].includes(documentKindOf(path) ?? '')) found.push(path);
        if (++met % MET_IN_A_ROW === 0) await this.lull.whenIdle();
        if (met >= MOST_FILES) return found;
      }
    }
    return found;
  }

  /**
   * Diagnoses files, and the councils that they are checked with, one by one, what the editor sends meanwhile first.
   * @param paths as {@link list} gave them
   */
  async *diagnose(paths: readonly string[]): AsyncGenerator<FileDiagnosis> {
    const councils = new Set<LoadedCouncil>();
    const present = new Set(paths);
    for (const path of this.entries.keys()) if (!present.has(path)) this.entries.delete(path);
    let known = 0;
    for (const path of paths) {
      const council = await this.folders.councilOf(path);
      councils.add(council);
      if (documentKindOf(path) === 'council') continue;
      const document = this.documents.at(path);
      if (document) {
        const diagnosis = await document.diagnose();
        if (diagnosis) yield { path, uri: document.uri, version: diagnosis.version, diagnostics: diagnosis.diagnostics };
        continue;
      }
      const entry = this.entries.get(path);
      const holds = entry?.basis.isUpToDate(council, this.folders.filesRound(path)) === true;
      const { diagnostics } = holds ? entry : this.read(path, council);
      yield { path, uri: this.folders.uriOf(path), version: null, diagnostics };
      known = holds ? known + 1 : KNOWN_IN_A_ROW;
      if (known >= KNOWN_IN_A_ROW) {
        known = 0;
        await this.lull.whenIdle();
      }
    }
    for (const council of councils) yield* this.ofCouncil(council);
  }

  /**
   * The reports of a council whose texts have a word, for a question about all of them; what the editor sends meanwhile comes first.
   * @param file the `council.yaml`
   * @param word in small letters
   */
  async *reportsWith(file: string, word: string): AsyncGenerator<{ readonly uri: string; readonly read: ReadReport }> {
    let met = 0;
    for (const path of await this.list()) {
      const council = await this.folders.councilOf(path);
      if (documentKindOf(path) !== 'report' || council.file?.name !== file) continue;
      const document = this.documents.at(path);
      const text = document?.text ?? openReport(path, council, () => this.folders.files.readFile(path)).text;
      const isReport = text !== undefined && (council.isReport(path) || looksLikePaper(text));
      if (isReport && foldPunctuation(text).toLowerCase().includes(word)) {
        const report = parsePaper(text);
        const read = { report, context: createContext(report, council.knowledge) };
        yield { uri: document?.uri ?? this.folders.uriOf(path), read };
      }
      if (++met % KNOWN_IN_A_ROW === 0) await this.lull.whenIdle();
    }
  }

  private read(path: string, council: LoadedCouncil): Entry {
    const basis = new ReportChecker(path, council, this.folders.filesRound(path));
    const { text, problem } = openReport(path, council, () => this.folders.files.readFile(path));
    const report = text === undefined ? undefined : basis.check(text);
    const entry = {
      basis,
      diagnostics: report ? toDiagnostics(report) : problem === undefined ? [] : [fileLevelDiagnostic(problem)],
      councillors: report?.checked.context.fields.list(['local-councillors']).map((value) => value.text?.text.trim() ?? '') ?? [],
    };
    this.entries.set(path, entry);
    return entry;
  }

  private async *ofCouncil(council: LoadedCouncil): AsyncGenerator<FileDiagnosis> {
    for (const [path, diagnostics] of councilDiagnostics(council)) {
      const document = this.documents.at(path);
      const diagnosis = await document?.diagnose();
      yield {
        path,
        uri: document?.uri ?? this.folders.uriOf(path),
        version: diagnosis?.version ?? null,
        diagnostics: diagnosis?.diagnostics ?? diagnostics,
      };
    }
  }
}
