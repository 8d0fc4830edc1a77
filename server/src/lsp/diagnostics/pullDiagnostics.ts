import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { DocumentDiagnosis, Documents, OpenDocument } from '../documents/documents.ts';
import type { IdleWaiter } from './idle.ts';
import { withProgress } from './workDoneProgress.ts';
import { ResultIds } from './resultIds.ts';
import type { ChangeEvent } from './changeEvent.ts';
import type { FileDiagnosis, WorkspaceScanner } from './workspaceScanner.ts';
import { pathOf } from '../documents/uris.ts';

/** So many files go into one partial result. */
const BATCH = 20;

/** Where the answer to a request goes before it is complete. */
export interface Reporting {
  readonly token: CancellationToken;
  readonly progress?: WorkDoneProgressReporter;
  readonly partial?: ResultProgressReporter<{ items: WorkspaceDocumentDiagnosticReport[] }> | undefined;
}

/** Answers an editor that asks for diagnostics. */
export class PullDiagnostics {
  private readonly ids = new ResultIds();
  /** What was answered last of each document, by its URI: the version that it was about, and its id. */
  private readonly told = new Map<string, { readonly version: number; readonly id: string }>();
  /** The URIs of documents that were ever closed. */
  private readonly closed = new Set<string>();
  /** Those of them that are to be told of anew, by their paths. */
  private readonly untold = new Map<string, string>();
  private hasEnded = false;

  constructor(
    private readonly documents: Documents,
    private readonly lull: IdleWaiter,
    private readonly sweep: WorkspaceScanner,
    /** Given whenever something of the workspace may have changed. */
    private readonly change: ChangeEvent,
    /** Resolves when what matters more is answered. */
    private readonly other: () => Promise<unknown>,
  ) {}

  /** The diagnostics of one document. Refuses one that was closed. */
  async ofDocument(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await this.lull.whenIdle();
    await this.other();
    if (token.isCancellationRequested) throw cancelled();
    const document = this.documents.get(uri);
    if (!document && this.closed.has(uri)) {
      this.close(uri);
      throw closed();
    }
    const diagnosis = await document?.diagnose();
    const items = diagnosis?.diagnostics ?? [];
    const resultId = this.ids.of(pathOf(uri), items);
    if (diagnosis) this.told.set(uri, { version: diagnosis.version, id: resultId });
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
  }

  /**
   * True, once, where what the editor was told of this very version is no longer so: it does not ask again of itself. (Who else has
   * looked at the document meanwhile says nothing of what the editor knows.)
   */
  hasChanged({ uri, path }: OpenDocument, { version, diagnostics }: DocumentDiagnosis): boolean {
    const told = this.told.get(uri);
    const id = this.ids.of(path, diagnostics);
    if (told?.version !== version || told.id === id) return false;
    this.told.set(uri, { version, id });
    return true;
  }

  /**
   * The diagnostics of all reports and councils. For an editor that takes partial results the request stays open, and what
   * changes is told as it does, until the editor calls it off.
   */
  async ofWorkspace({ previousResultIds }: WorkspaceDiagnosticParams, reporting: Reporting): Promise<WorkspaceDiagnosticReport> {
    const { token, partial } = reporting;
    // By path, since an editor may spell the URIs in its own way.
    const known = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri), { uri, id: value }]));
    const changes = this.change.count;
    const items = await this.pass(known, reporting, true);
    if (!partial) return { items };
    for (let seen = changes; !this.hasEnded && !token.isCancellationRequested;) {
      if (this.change.count === seen) await this.change.wait(token);
      else {
        seen = this.change.count;
        await this.pass(known, { token, partial }, false);
      }
    }
    return { items: [] };
  }

  /**
   * What is wrong with a document that was closed is told once more. VS Code asks for it a last time (before or after it says
   * that it is closed), throws the answer away, and heeds nothing that it is told meanwhile.
   */
  close(uri: string): void {
    this.closed.add(uri);
    this.told.delete(uri);
    this.untold.set(pathOf(uri), uri);
    this.change.fire();
  }

  /** Answers what is still open: the connection is about to end. */
  end(): void {
    this.hasEnded = true;
    this.change.fire();
  }

  /** Goes once through the workspace. What is news goes out in parts where it can, else into the result. */
  private async pass(
    known: Map<string, { uri: string; id: string }>,
    { token, progress, partial }: Reporting,
    isFirst: boolean,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const add = (item: WorkspaceDocumentDiagnosticReport): void => {
      items.push(item);
      if (!partial || items.length < BATCH) return;
      partial.report({ items });
      items = [];
    };
    await this.lull.whenIdle();
    const gone = new Map(known);
    for (const [path, uri] of this.untold) {
      known.delete(path);
      gone.set(path, { uri, id: '' });
    }
    this.untold.clear();
    const paths = await this.sweep.list();
    try {
      for await (const file of withProgress(this.sweep.diagnose(paths), paths.length, progress)) {
        if (token.isCancellationRequested || this.hasEnded) throw cancelled();
        const before = known.get(file.path)?.id;
        gone.delete(file.path);
        const id = this.ids.of(file.path, file.diagnostics);
        known.set(file.path, { uri: file.uri, id });
        if (before !== id) add(fullReport(file, id));
        else if (isFirst)
          add({ kind: DocumentDiagnosticReportKind.Unchanged, uri: file.uri, version: file.version, resultId: id });
      }
    } finally {
      progress?.done();
    }
    for (const [path, { uri }] of gone) {
      known.delete(path);
      add(fullReport({ path, uri, version: null, diagnostics: [] }));
    }
    if (!partial) return items;
    if (items.length > 0) partial.report({ items });
    return [];
  }
}

function fullReport({ uri, version, diagnostics }: FileDiagnosis, resultId?: string): WorkspaceDocumentDiagnosticReport {
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version,
    ...(resultId === undefined ? {} : { resultId }),
    items: [...diagnostics],
  };
}

/** The answer to a request that the editor has called off. */
function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was called off.');
}

/**
 * The answer for a document that was closed: not that nothing is wrong with it, which VS Code would take for the document that
 * was opened again meanwhile. If it was, VS Code asks again.
 */
function closed(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document is not open.', { retriggerRequest: true });
}
