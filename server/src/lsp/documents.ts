import { TextDocuments, type Connection, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FilesInMemory } from '../workspace/filesInMemory.ts';
import { checkReport, councilDiagnostics, diagnosticsOf, kindOf, type CheckedReport, type FileKind } from './diagnosis.ts';
import type { Folders } from './folders.ts';
import { pathOf } from './uris.ts';

/** What an open document was last found to be. */
export interface Diagnosis {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent for what is no report. */
  readonly report?: CheckedReport;
}

/** A document that is open in the editor. */
export class OpenDocument {
  readonly path: string;
  readonly kind: FileKind | undefined;
  /** Once closed it stays so: one opened again is another. */
  closed = false;
  private last: { diagnosis: Diagnosis; knowledge: unknown } | undefined;

  constructor(
    private readonly document: TextDocument,
    private readonly folders: Folders,
  ) {
    this.path = pathOf(document.uri);
    this.kind = kindOf(this.path) ?? (document.languageId === 'markdown' ? 'report' : undefined);
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
  async diagnose(): Promise<Diagnosis | undefined> {
    const found = this.folders.councilOf(this.path);
    const council = found instanceof Promise ? await found : found;
    if (this.closed) return undefined;
    const { version } = this;
    if (this.last?.diagnosis.version === version && this.last.knowledge === council.knowledge && this.kind === 'report')
      return this.last.diagnosis;
    const diagnosis = this.examine(version, council);
    this.last = { diagnosis, knowledge: council.knowledge };
    return diagnosis;
  }

  private examine(version: number, council: CheckedReport['council']): Diagnosis {
    if (this.kind !== 'report') return { version, diagnostics: councilDiagnostics(council).get(this.path) ?? [] };
    const report = checkReport(this.path, this.text, council);
    return report ? { version, diagnostics: diagnosticsOf(report), report } : { version, diagnostics: [] };
  }
}

/** Told of what happens to open documents. */
export interface DocumentEvents {
  readonly changed: (document: OpenDocument) => void;
  readonly closed: (document: OpenDocument) => void;
  readonly saved: (document: OpenDocument) => void;
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
    this.texts.onDidOpen(({ document }) => this.open.set(document.uri, new OpenDocument(document, this.folders)));
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
