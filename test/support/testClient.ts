import { PassThrough } from 'node:stream';
import {
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  ProposedFeatures,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FileChangeType,
  type InitializeResult,
  type ProtocolConnection,
  type Registration,
} from 'vscode-languageserver/node';
import type { Platform } from '../../server/src/lsp/server/platform.ts';
import {
  LIST_FILES,
  READ_FILES,
  STATUS,
  type InitializationOptions,
  type ListFilesParams,
  type ReadFilesParams,
  type DocumentStatus,
} from '../../server/src/lsp/protocol/protocol.ts';
import { serve } from '../../server/src/lsp/server/serve.ts';
import { LineIndex } from '../../server/src/text/lines.ts';
import { MemoryFiles } from './memoryFiles.ts';

/** What clients of today say that they can do, as far as the server asks. */
export const MODERN: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown'] },
  },
};

/** The same, but to be sent its diagnostics. */
export const PUSHED: ClientCapabilities = { ...MODERN, textDocument: {} };

/** One that is sent its diagnostics, and tells of nothing but its documents. */
export const OLD: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  readonly folders?: readonly string[];
  /** The files that the server sees on its disk, by their paths; with `web` those that the client tells of. */
  readonly files?: Readonly<Record<string, string>>;
  /** The settings of the section `scrutiny`, by the URI of a folder, or ''. */
  readonly settings?: Record<string, unknown>;
  /** Stands before each answer to a question for settings, a registration or progress: may throw, or never resolve. */
  readonly beforeAnswer?: () => Promise<void>;
  readonly web?: boolean;
  readonly now?: () => Date;
  readonly after?: Platform['after'];
}

interface Sent {
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** An editor with a server of its own, the two joined by streams in memory. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly files: MemoryFiles;
  /** All that was sent about each document, the last at the end. */
  readonly published = new Map<string, Sent[]>();
  readonly statuses: DocumentStatus[] = [];
  readonly registrations: Registration[] = [];
  /** The URIs of the files that the server has asked for. */
  readonly asked: string[] = [];
  /** The progress that was begun, by its tokens. */
  readonly progress: unknown[] = [];
  readonly settings: Record<string, unknown>;
  refreshes = 0;
  initialized: InitializeResult | undefined;
  private readonly texts = new Map<string, { text: string; version: number }>();

  private constructor(options: EditorOptions) {
    const { files = {}, web = false, settings = {}, now = () => new Date('2026-11-22T12:00:00Z') } = options;
    this.files = new MemoryFiles(files);
    this.settings = settings;
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
    serve(server, {
      ...(web ? {} : { files: this.files }),
      turn: () => new Promise((resolve) => setImmediate(resolve)),
      now,
      after: options.after ?? (() => () => undefined),
    });
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.answer(options.beforeAnswer ?? (() => Promise.resolve()));
    this.connection.listen();
  }

  static async start(options: EditorOptions = {}): Promise<TestClient> {
    const editor = new TestClient(options);
    const { folders = ['file:///work'] } = options;
    editor.initialized = await editor.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      // What clients name that know of no folders; the protocol wants it all the same.
      ...root(folders[0]),
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      capabilities: options.capabilities ?? MODERN,
      initializationOptions: options.options,
    });
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  /** Ends the session as an editor does. */
  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    this.connection.dispose();
  }

  open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.texts.set(uri, { text, version: 1 });
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  text(uri: string): string {
    return this.texts.get(uri)?.text ?? '';
  }

  version(uri: string): number {
    return this.texts.get(uri)?.version ?? 0;
  }

  /** Replaces what stands between two offsets. */
  edit(uri: string, start: number, end: number, text: string): Promise<void> {
    const before = this.texts.get(uri);
    if (!before) throw new Error(`${uri} is not open`);
    const version = before.version + 1;
    this.texts.set(uri, { text: before.text.slice(0, start) + text + before.text.slice(end), version });
    const lines = new LineIndex(before.text);
    const at = (offset: number) => ({ line: lines.placeAt(offset).line - 1, character: lines.placeAt(offset).column - 1 });
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at(start), end: at(end) }, text }],
    });
  }

  /** Replaces the first place where a piece of text stands. */
  replace(uri: string, old: string, text: string): Promise<void> {
    const at = this.text(uri).indexOf(old);
    if (at === -1) throw new Error(`${uri} has no ${old}`);
    return this.edit(uri, at, at + old.length, text);
  }

  close(uri: string): Promise<void> {
    this.texts.delete(uri);
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  save(uri: string): Promise<void> {
    return this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Tells of a file that has come, changed or gone. */
  tell(uri: string, type: FileChangeType): Promise<void> {
    return this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
  }

  changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }));
    return this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: named(added), removed: named(removed) },
    });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const previous = previousResultId === undefined ? {} : { previousResultId };
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...previous });
  }

  /** What is shown of a document, `LINE:COLUMN rule`: asked for, or awaited of its present version. */
  async findings(uri: string): Promise<string[]> {
    if (this.initialized?.capabilities.diagnosticProvider) {
      const report = await this.pull(uri);
      return report.kind === 'full' ? report.items.map(spell) : ['unchanged'];
    }
    const sent = await until(`diagnostics of ${uri}`, () => {
      const last = this.published.get(uri)?.at(-1);
      return last?.version === this.texts.get(uri)?.version ? last : undefined;
    });
    return sent.diagnostics.map(spell);
  }

  /** What was last sent of a document, whatever its version. */
  shown(uri: string): string[] {
    return (this.published.get(uri)?.at(-1)?.diagnostics ?? []).map(spell);
  }

  private answer(before: () => Promise<void>): void {
    const { connection } = this;
    connection.onRequest(ConfigurationRequest.type, async ({ items }) => {
      await before();
      return items.map(({ scopeUri = '' }) => this.settings[scopeUri] ?? this.settings[''] ?? null);
    });
    connection.onRequest(RegistrationRequest.type, async ({ registrations }) => {
      await before();
      this.registrations.push(...registrations);
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
    });
    connection.onRequest(WorkDoneProgressCreateRequest.type, async ({ token }) => {
      await before();
      connection.onProgress(WorkDoneProgress.type, token, (value) => void this.progress.push(value));
    });
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
      this.published.set(uri, [...(this.published.get(uri) ?? []), { version, diagnostics }]);
    });
    connection.onNotification(STATUS, (status: DocumentStatus) => void this.statuses.push(status));
    connection.onRequest(LIST_FILES, ({ folder }: ListFilesParams) => this.list(folder));
    connection.onRequest(READ_FILES, ({ uris }: ReadFilesParams) => {
      this.asked.push(...uris);
      return uris.map((uri) => this.read(uri));
    });
  }

  private list(folder: string): string[] {
    return this.files.paths().flatMap((path) => (`memfs:${path}`.startsWith(`${folder}/`) ? [`memfs:${path}`] : []));
  }

  private read(uri: string): string | null {
    const path = uri.replace('memfs:', '');
    return this.files.kindOf(path) === 'file' ? Buffer.from(this.files.readFile(path)).toString('base64') : null;
  }
}

function root(uri: string | undefined): { rootUri: string | null } {
  return { rootUri: uri ?? null };
}

/** A diagnostic in short. */
export function spell({ range: { start }, code }: Diagnostic): string {
  return `${start.line + 1}:${start.character + 1} ${code ?? ''}`;
}

/** A server in the same process has nothing left to do after far fewer. */
const TURNS = 100_000;

/** Waits until a probe gives something, and gives that. @throws after so many turns of the event loop that nothing more will come */
export async function until<T>(what: string, probe: () => T | undefined | false): Promise<T> {
  for (let turn = 0; turn < TURNS; turn++) {
    const found = probe();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`waited in vain for ${what}`);
}
