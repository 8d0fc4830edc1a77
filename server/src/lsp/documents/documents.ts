import { TextDocuments, type Connection, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FilesInMemory } from '../../workspace/files/filesInMemory.ts';
import type { LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import {
  ReportChecker,
  councilDiagnostics,
  toDiagnostics,
  documentKindOf,
  type CheckedReport,
  type DocumentKind,
} from './reportChecker.ts';
import type { Folders } from './folders.ts';
import { pathOf } from './uris.ts';

/** What an open document was last found to be. */
export interface DocumentDiagnosis {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly council: LoadedCouncil;
  /** Absent for what is no report. */
  readonly report?: CheckedReport;
}

/** A document that is open in the editor. */
export class OpenDocument {
  readonly path: string;
  readonly kind: DocumentKind | undefined;
  /** Once closed it stays so: one opened again is another. */
  closed = false;
  /** Its last diagnosis, which may be of an older version. */
  last: DocumentDiagnosis | undefined;
  private basis: ReportChecker | undefined;

  constructor(
    private readonly document: TextDocument,
    private readonly folders: Folders,
    /** Told of every new diagnosis. */
    private readonly diagnosed: (document: OpenDocument, diagnosis: DocumentDiagnosis) => void,
  ) {
    this.path = pathOf(document.uri);
    this.kind = documentKindOf(this.path) ?? (document.languageId === 'markdown' ? 'report' : undefined);
  }

  get uri(): string {
    return this.document.uri;
  }

  get version(): number {
    return this.document.version;
  }

  get text(): string {
    return this.document.getText();
  }

  /** Its diagnosis as it is now; nothing once it is closed. */
  async diagnose(): Promise<DocumentDiagnosis | undefined> {
    const found = this.folders.councilOf(this.path);
    const council = found instanceof Promise ? await found : found;
    if (this.closed) return undefined;
    const { last, version } = this;
    if (last?.version === version && this.basis?.isUpToDate(council, this.folders.filesRound(this.path))) return last;
    this.last = this.examine(version, council);
    this.diagnosed(this, this.last);
    return this.last;
  }

  private examine(version: number, council: LoadedCouncil): DocumentDiagnosis {
    if (this.kind !== 'report') return { version, council, diagnostics: councilDiagnostics(council).get(this.path) ?? [] };
    this.basis = new ReportChecker(this.path, council, this.folders.filesRound(this.path));
    const report = this.basis.check(this.text, this.last?.report?.report);
    return report ? { version, council, diagnostics: toDiagnostics(report), report } : { version, council, diagnostics: [] };
  }
}

/** Told of what happens to open documents. */
export interface DocumentEvents {
  readonly changed: (document: OpenDocument) => void;
  readonly closed: (document: OpenDocument) => void;
  readonly saved: (document: OpenDocument) => void;
  readonly diagnosed: (document: OpenDocument, diagnosis: DocumentDiagnosis) => void;
}

/** The documents that are open in the editor, their texts laid over the files. */
export class Documents {
  private readonly texts = new TextDocuments(TextDocument);
  private readonly open = new Map<string, OpenDocument>();

  constructor(
    private readonly folders: Folders,
    private readonly overlay: FilesInMemory,
    private readonly events: DocumentEvents,
  ) {
    this.texts.onDidOpen(({ document }) => {
      // A client should not open twice what it has not closed; the new text counts.
      const before = this.open.get(document.uri);
      if (before) before.closed = true;
      this.open.set(document.uri, new OpenDocument(document, this.folders, this.events.diagnosed));
    });
    this.texts.onDidChangeContent(({ document }) => this.tell(document.uri, (one) => this.change(one)));
    this.texts.onDidSave(({ document }) => this.tell(document.uri, this.events.saved));
    this.texts.onDidClose(({ document }) => this.tell(document.uri, (one) => this.close(one)));
  }

  listen(connection: Connection): void {
    this.texts.listen(connection);
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  /** The document at a path, however the editor spells its URI. */
  at(path: string): OpenDocument | undefined {
    return this.all().find((document) => document.path === path);
  }

  all(): OpenDocument[] {
    return [...this.open.values()];
  }

  private tell(uri: string, event: (document: OpenDocument) => void): void {
    const document = this.open.get(uri);
    if (document) event(document);
  }

  private change(document: OpenDocument): void {
    this.overlay.put(document.path, document.text);
    this.events.changed(document);
  }

  private close(document: OpenDocument): void {
    document.closed = true;
    this.open.delete(document.uri);
    this.overlay.remove(document.path);
    this.events.closed(document);
  }
}
