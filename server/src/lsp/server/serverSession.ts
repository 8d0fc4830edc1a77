import { CodeLensRefreshRequest, type Connection, type FileEvent } from 'vscode-languageserver';
import type { CompletionSurroundings } from '../../language/completion/completionTypes.ts';
import { FilesInMemory } from '../../workspace/files/filesInMemory.ts';
import type { ClientFeatures } from './clientCapabilities.ts';
import { ReportManagement } from '../handlers/reportManagement.ts';
import type { DocumentProvider } from '../documents/documentProvider.ts';
import { Documents, type DocumentDiagnosis, type OpenDocument } from '../documents/documents.ts';
import { registerHandlers } from '../handlers/features.ts';
import { Folders } from '../documents/folders.ts';
import { IdleWaiter } from '../diagnostics/idle.ts';
import { LondonDateClock } from './dateClock.ts';
import { ClientFileSystem } from '../documents/clientFileSystem.ts';
import { withTimeout } from './withTimeout.ts';
import type { Platform } from './platform.ts';
import { Previews } from '../preview/previewRequests.ts';
import { STATUS } from '../protocol/protocol.ts';
import { PullDiagnostics } from '../diagnostics/pullDiagnostics.ts';
import { PushDiagnostics } from '../diagnostics/pushDiagnostics.ts';
import { SettingsReader } from './settings.ts';
import { ChangeEvent } from '../diagnostics/changeEvent.ts';
import { statusOf, StatusNotifier } from '../handlers/documentStatus.ts';
import { WorkspaceScanner } from '../diagnostics/workspaceScanner.ts';
import { pathOf } from '../documents/uris.ts';
import { registerFileWatchers } from '../documents/fileWatchers.ts';

/** What goes on between the server and one editor. */
export class ServerSession implements DocumentProvider {
  private readonly documents: Documents;
  private readonly folders: Folders;
  private readonly settings: SettingsReader;
  private readonly sweep: WorkspaceScanner;
  private readonly lull: IdleWaiter;
  private readonly mirror: ClientFileSystem;
  private readonly today: LondonDateClock;
  private readonly change = new ChangeEvent();
  private readonly push: PushDiagnostics | undefined;
  private readonly pull: PullDiagnostics | undefined;
  private readonly status: StatusNotifier;
  private readonly previews: Previews;
  private readonly desk: ReportManagement;
  private isReady = false;
  /** Settled as soon as settings and files are known. */
  private readonly ready: Promise<void>;
  private getReady: () => void = () => undefined;
  private work = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    platform: Platform,
    private readonly client: ClientFeatures,
  ) {
    this.ready = new Promise((resolve) => (this.getReady = resolve));
    this.lull = new IdleWaiter(platform.turn);
    this.mirror = new ClientFileSystem(connection, platform.files);
    this.today = new LondonDateClock(platform, () => this.dateChanged());
    const overlay = new FilesInMemory(this.mirror.files);
    const { stage = 'draft', trusted = true, status = false } = client.options;
    this.folders = new Folders(overlay, this.today.day, stage, trusted);
    this.settings = new SettingsReader(connection, platform, client, this.folders, {
      changed: () => this.invalidateAll(),
      failed: (error) => this.log(error),
    });
    this.status = new StatusNotifier((one) => void (status && connection.sendNotification(STATUS, one)));
    this.documents = new Documents(this.folders, overlay, {
      changed: (document) => this.documentChanged(document),
      closed: (document) => this.documentClosed(document),
      saved: (document) => this.documentSaved(document),
      diagnosed: (document, diagnosis) => {
        this.status.take(statusOf(document, diagnosis, this.folders));
        this.desk.changed();
      },
    });
    this.previews = new Previews(connection, {
      latest: (uri) => this.lull.whenIdle().then(() => this.diagnose(uri)),
      folders: this.folders,
      mirror: this.mirror,
      platform,
    });
    this.sweep = new WorkspaceScanner(this.folders, this.documents, this.lull);
    this.desk = new ReportManagement(connection, this.folders, this.documents, this.sweep, this.lull);
    if (client.supportsPullDiagnostics) {
      this.pull = new PullDiagnostics(this.documents, this.lull, this.sweep, this.change, () => this.previews.answered());
    } else {
      this.push = new PushDiagnostics(
        connection,
        this.lull,
        this.sweep,
        (uri) => this.documents.at(pathOf(uri)) !== undefined,
        async () => (client.progress ? withTimeout(connection.window.createWorkDoneProgress(), platform) : undefined),
      );
    }
  }

  /**
   * Listens to what the editor says.
   * @param uris the folders that it has open
   */
  listen(uris: readonly string[]): void {
    const { connection } = this;
    this.folders.set(uris);
    this.documents.listen(connection);
    connection.onInitialized(() => this.queue(() => this.start()));
    connection.onDidChangeConfiguration(({ settings }) => this.queue(() => this.settings.take(settings)));
    connection.onDidChangeWatchedFiles(({ changes }) => this.queue(() => this.filesChanged(changes)));
    registerHandlers(connection, this, this.client);
    this.desk.listen(this);
    connection.onShutdown(() => {
      this.today.end();
      this.pull?.end();
    });
    const { pull } = this;
    if (!pull) return;
    connection.languages.diagnostics.on(async (params, token) => {
      await this.upToDate();
      return pull.ofDocument(params, token);
    });
    connection.languages.diagnostics.onWorkspace(async (params, token, progress, partial) => {
      await this.upToDate();
      return pull.ofWorkspace(params, { token, progress, partial });
    });
  }

  /** An open document and its diagnosis as it is now. */
  async diagnose(uri: string): Promise<{ document: OpenDocument; diagnosis: DocumentDiagnosis } | undefined> {
    await this.upToDate();
    const document = this.documents.get(uri);
    const diagnosis = await document?.diagnose();
    return document && diagnosis ? { document, diagnosis } : undefined;
  }

  /** The text of an open document. */
  textOf(uri: string): string | null {
    return this.documents.get(uri)?.text ?? null;
  }

  /** What lies round a report, for completion: found out when it is asked for. */
  surroundings(path: string): CompletionSurroundings {
    const { folders, sweep } = this;
    return {
      get files() {
        return folders.filesNear(path);
      },
      get councillors() {
        return sweep.councillors();
      },
    };
  }

  /** The reports of a council whose texts have a word (in small letters). */
  reportsWith(file: string, word: string): ReturnType<WorkspaceScanner['reportsWith']> {
    return this.sweep.reportsWith(file, word);
  }

  /** The URI of a file, in the form in which the editor gives its folder's. */
  uriOf(path: string): string {
    return this.folders.uriOf(path);
  }

  private async start(): Promise<void> {
    const { connection, client } = this;
    // An editor may refuse, or never answer: it is served all the same.
    this.settings.listen();
    if (client.supportsFileWatching) this.attempt(registerFileWatchers(connection));
    if (client.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const uris = (folders: readonly { uri: string }[]): string[] => folders.map(({ uri }) => uri);
        this.queue(() => this.foldersChanged(uris(added), uris(removed)));
      });
    }
    try {
      await this.mirrorFolders(this.folders.all().map(({ uri }) => uri));
      await this.settings.take(client.options);
    } finally {
      this.isReady = true;
      this.getReady();
      this.invalidateAll();
    }
  }

  /** Does what takes several messages, such as settings that are asked for: one thing after the other. */
  private queue(task: () => Promise<void>): void {
    this.work = this.work.then(task).catch((error: unknown) => this.log(error));
  }

  /** Resolves when all that the editor said before is known. */
  async upToDate(): Promise<void> {
    await this.ready;
    await this.work;
  }

  /** What fails is told to whoever looks into the editor's log; the next message is answered all the same. */
  private log(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  private attempt(task: Promise<void>): void {
    task.catch((error: unknown) => this.log(error));
  }

  private async mirrorFolders(uris: readonly string[]): Promise<void> {
    if (this.client.options.files !== true) return;
    for (const uri of uris) if (this.mirror.concerns(uri)) await this.mirror.load(uri);
  }

  private async foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    const gone = new Set(removed);
    const kept = this.folders.all().flatMap(({ uri }) => (gone.has(uri) ? [] : [uri]));
    this.folders.set([...kept, ...added]);
    await this.mirrorFolders(added);
    if (this.client.configuration) await this.settings.take(undefined);
    else this.invalidateAll();
  }

  private async filesChanged(events: readonly FileEvent[]): Promise<void> {
    if (this.client.options.files === true) await this.mirror.take(events);
    for (const { uri } of events) {
      this.sweep.forget(pathOf(uri));
      this.desk.forget(pathOf(uri));
    }
    this.invalidateAll();
  }

  private documentChanged(document: OpenDocument): void {
    this.lull.notifyChange();
    this.today.look();
    // What other reports are checked with stands in it.
    if (document.kind === 'council' || document.kind === 'template') this.invalidateAll();
    else if (this.isReady) this.attempt(this.push?.send([document]) ?? this.tellStatus(document));
  }

  /** An editor asks only for what is in sight, but shows the status of what comes into sight at once. */
  private async tellStatus(document: OpenDocument): Promise<void> {
    if (this.client.options.status !== true) return;
    await this.lull.whenIdle();
    await document.diagnose();
  }

  private documentClosed(document: OpenDocument): void {
    this.status.forget(document.uri);
    this.sweep.forget(document.path);
    this.desk.forget(document.path);
    if (this.push) this.attempt(this.push.clear(document));
    this.pull?.close(document.uri);
    this.invalidateAll();
  }

  /** An editor that does not tell of changed files is taken to have changed what it saves. */
  private documentSaved(document: OpenDocument): void {
    if (this.client.supportsFileWatching) return;
    this.sweep.forget(document.path);
    this.desk.forget(document.path);
    this.invalidateAll();
  }

  private dateChanged(): void {
    this.folders.today = this.today.day;
    this.invalidateAll();
  }

  /** What reports are checked with may be another: whatever that changes is told. */
  private invalidateAll(): void {
    this.folders.forget();
    if (!this.isReady) return;
    this.change.fire();
    if (this.client.refreshesLenses) this.attempt(this.refreshLenses());
    this.previews.changed();
    this.desk.changed();
    if (this.push) {
      this.attempt(this.push.send(this.documents.all()));
      this.attempt(this.push.sendOthers());
    } else if (this.client.supportsDiagnosticRefresh) {
      this.attempt(this.refresh());
    }
  }

  /** Has the editor ask again, if what it was told of an open document has changed through others. */
  private async refresh(): Promise<void> {
    await this.lull.whenIdle();
    let isNews = false;
    for (const document of this.documents.all()) {
      const now = await document.diagnose();
      if (now && this.pull?.hasChanged(document, now)) isNews = true;
    }
    if (isNews) await this.connection.languages.diagnostics.refresh();
  }

  /** Lenses speak of the day and of council.yaml, which no edit of the document tells of. */
  private async refreshLenses(): Promise<void> {
    await this.lull.whenIdle();
    await this.connection.sendRequest(CodeLensRefreshRequest.type);
  }
}
