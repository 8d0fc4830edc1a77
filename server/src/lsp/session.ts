import { CodeLensRefreshRequest, type Connection, type FileEvent } from 'vscode-languageserver';
import type { CompletionSurroundings } from '../language/completion/completion.ts';
import { FilesInMemory } from '../workspace/files/filesInMemory.ts';
import type { Client } from './client.ts';
import { Desk } from './desk.ts';
import { Documents, type Diagnosis, type OpenDocument } from './documents.ts';
import { offerFeatures } from './features.ts';
import { Folders } from './folders.ts';
import { Lull } from './lull.ts';
import { Today } from './midnight.ts';
import { Mirror } from './mirror.ts';
import { patiently } from './patience.ts';
import type { Platform } from './platform.ts';
import { Previews } from './previews.ts';
import { STATUS } from './protocol.ts';
import { Pull } from './pull.ts';
import { Push } from './push.ts';
import { Settings } from './settings.ts';
import { Signal } from './signal.ts';
import { statusOf, StatusTeller } from './status.ts';
import { Sweep } from './sweep.ts';
import { pathOf } from './uris.ts';
import { watchFiles } from './watching.ts';

/** What goes on between the server and one editor. */
export class Session {
  private readonly documents: Documents;
  private readonly folders: Folders;
  private readonly settings: Settings;
  private readonly sweep: Sweep;
  private readonly lull: Lull;
  private readonly mirror: Mirror;
  private readonly today: Today;
  private readonly change = new Signal();
  private readonly push: Push | undefined;
  private readonly pull: Pull | undefined;
  private readonly status: StatusTeller;
  private readonly previews: Previews;
  private readonly desk: Desk;
  private isReady = false;
  /** Settled as soon as settings and files are known. */
  private readonly ready: Promise<void>;
  private getReady: () => void = () => undefined;
  private work = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    platform: Platform,
    private readonly client: Client,
  ) {
    this.ready = new Promise((resolve) => (this.getReady = resolve));
    this.lull = new Lull(platform.turn);
    this.mirror = new Mirror(connection, platform.files);
    this.today = new Today(platform, () => this.newDay());
    const overlay = new FilesInMemory(this.mirror.files);
    const { stage = 'draft', trusted = true, status = false } = client.options;
    this.folders = new Folders(overlay, this.today.day, stage, trusted);
    this.settings = new Settings(connection, platform, client, this.folders, {
      changed: () => this.everythingChanged(),
      failed: (error) => this.log(error),
    });
    this.status = new StatusTeller((one) => void (status && connection.sendNotification(STATUS, one)));
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
      latest: (uri) => this.lull.settled().then(() => this.diagnose(uri)),
      folders: this.folders,
      mirror: this.mirror,
      platform,
    });
    this.sweep = new Sweep(this.folders, this.documents, this.lull);
    this.desk = new Desk(connection, this.folders, this.documents, this.sweep, this.lull);
    if (client.pulls) {
      this.pull = new Pull(this.documents, this.lull, this.sweep, this.change, () => this.previews.answered());
    } else {
      this.push = new Push(
        connection,
        this.lull,
        this.sweep,
        (uri) => this.documents.at(pathOf(uri)) !== undefined,
        async () => (client.progress ? patiently(connection.window.createWorkDoneProgress(), platform) : undefined),
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
    offerFeatures(connection, this, this.client);
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
  async diagnose(uri: string): Promise<{ document: OpenDocument; diagnosis: Diagnosis } | undefined> {
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
  reportsWith(file: string, word: string): ReturnType<Sweep['reportsWith']> {
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
    if (client.watches) this.attempt(watchFiles(connection));
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
      this.everythingChanged();
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
    else this.everythingChanged();
  }

  private async filesChanged(events: readonly FileEvent[]): Promise<void> {
    if (this.client.options.files === true) await this.mirror.take(events);
    for (const { uri } of events) {
      this.sweep.forget(pathOf(uri));
      this.desk.forget(pathOf(uri));
    }
    this.everythingChanged();
  }

  private documentChanged(document: OpenDocument): void {
    this.lull.stir();
    this.today.look();
    // What other reports are checked with stands in it.
    if (document.kind === 'council' || document.kind === 'template') this.everythingChanged();
    else if (this.isReady) this.attempt(this.push?.send([document]) ?? this.tellStatus(document));
  }

  /** An editor asks only for what is in sight, but shows the status of what comes into sight at once. */
  private async tellStatus(document: OpenDocument): Promise<void> {
    if (this.client.options.status !== true) return;
    await this.lull.settled();
    await document.diagnose();
  }

  private documentClosed(document: OpenDocument): void {
    this.status.forget(document.uri);
    this.sweep.forget(document.path);
    this.desk.forget(document.path);
    if (this.push) this.attempt(this.push.clear(document));
    this.pull?.close(document.uri);
    this.everythingChanged();
  }

  /** An editor that does not tell of changed files is taken to have changed what it saves. */
  private documentSaved(document: OpenDocument): void {
    if (this.client.watches) return;
    this.sweep.forget(document.path);
    this.desk.forget(document.path);
    this.everythingChanged();
  }

  private newDay(): void {
    this.folders.today = this.today.day;
    this.everythingChanged();
  }

  /** What reports are checked with may be another: whatever that changes is told. */
  private everythingChanged(): void {
    this.folders.forget();
    if (!this.isReady) return;
    this.change.give();
    if (this.client.refreshesLenses) this.attempt(this.refreshLenses());
    this.previews.changed();
    this.desk.changed();
    if (this.push) {
      this.attempt(this.push.send(this.documents.all()));
      this.attempt(this.push.sendOthers());
    } else if (this.client.refreshes) {
      this.attempt(this.refresh());
    }
  }

  /** Has the editor ask again, if what it was told of an open document has changed through others. */
  private async refresh(): Promise<void> {
    await this.lull.settled();
    let isNews = false;
    for (const document of this.documents.all()) {
      const now = await document.diagnose();
      if (now && this.pull?.isNews(document, now)) isNews = true;
    }
    if (isNews) await this.connection.languages.diagnostics.refresh();
  }

  /** Lenses speak of the day and of council.yaml, which no edit of the document tells of. */
  private async refreshLenses(): Promise<void> {
    await this.lull.settled();
    await this.connection.sendRequest(CodeLensRefreshRequest.type);
  }
}
