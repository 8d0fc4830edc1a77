import {
  DidChangeConfigurationNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import packageJson from '../../../package.json' with { type: 'json' };
import { FilesInMemory, noFiles } from '../workspace/filesInMemory.ts';
import { dayInLondon } from '../workspace/today.ts';
import { readClient, readSettings, type Client } from './client.ts';
import { Documents, type OpenDocument } from './documents.ts';
import { Folders } from './folders.ts';
import { Lull } from './lull.ts';
import type { Platform } from './platform.ts';
import { Pull } from './pull.ts';
import { Push } from './push.ts';
import { RULE, type RuleParams, type RuleResult } from './protocol.ts';
import { explainRule } from './ruleText.ts';

/** Answers one editor on a connection, until it ends. */
export function serve(connection: Connection, platform: Platform): void {
  connection.onInitialize((params) => {
    const client = readClient(params);
    new Session(connection, platform, client, foldersOf(params));
    return describe(client);
  });
  connection.listen();
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // Clients that know of no workspace folders name one root, in a part of the protocol that is marked as outdated.
  const root: unknown = Reflect.get(params, 'rootUri');
  return typeof root === 'string' ? [root] : [];
}

function describe({ pulls }: Client): InitializeResult {
  return {
    serverInfo: { name: 'scrutiny', version: packageJson.version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(pulls
        ? { diagnosticProvider: { identifier: 'scrutiny', interFileDependencies: true, workspaceDiagnostics: false } }
        : {}),
    },
  };
}

/** What goes on between the server and one editor. */
class Session {
  private readonly lull: Lull;
  private readonly folders: Folders;
  private readonly documents: Documents;
  private readonly push: Push | undefined;

  constructor(
    private readonly connection: Connection,
    platform: Platform,
    private readonly client: Client,
    folders: readonly string[],
  ) {
    const overlay = new FilesInMemory(platform.files ?? noFiles);
    this.lull = new Lull(platform.turn);
    const { stage = 'draft', trusted = true } = client.options;
    this.folders = new Folders(overlay, dayInLondon(platform.now()), stage, trusted);
    this.folders.set(folders);
    this.documents = new Documents(this.folders, overlay, {
      changed: (document) => this.changed(document),
      closed: (document) => void this.push?.clear(document),
      saved: () => undefined,
    });
    this.documents.listen(connection);
    if (client.pulls) {
      const pull = new Pull(this.documents, this.lull, () => undefined);
      connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
        pull.answer(textDocument.uri, previousResultId, token),
      );
    } else {
      this.push = new Push(connection, this.lull, () => undefined);
    }
    connection.onInitialized(() => void this.start());
    connection.onDidChangeConfiguration(({ settings }) => void this.configure(settings));
    connection.onRequest(RULE, ({ rule }: RuleParams): RuleResult => explainRule(rule));
  }

  private async start(): Promise<void> {
    const { connection, client } = this;
    if (client.configuration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'scrutiny' });
    if (client.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        const kept = this.folders.all().filter(({ uri }) => !gone.has(uri));
        this.folders.set([...kept, ...added].map(({ uri }) => uri));
        this.everythingChanged();
      });
    }
    await this.configure(undefined);
  }

  /** Takes new settings: asks for them where it can, else takes what was sent. */
  private async configure(sent: unknown): Promise<void> {
    const { connection, client, folders } = this;
    const places = [undefined, ...folders.all()];
    const given = client.configuration
      ? await connection.workspace.getConfiguration(
          places.map((folder) => ({ section: 'scrutiny', ...(folder ? { scopeUri: folder.uri } : {}) })),
        )
      : places.map(() => (sent as { scrutiny?: unknown } | undefined)?.scrutiny);
    places.forEach((folder, i) => folders.setStage(folder, readSettings(given[i]).stage ?? folders.defaultStage));
    this.everythingChanged();
  }

  private changed(document: OpenDocument): void {
    this.lull.stir();
    if (document.kind === 'report') return void this.push?.send([document]);
    this.everythingChanged();
  }

  /** What reports are checked with may be another. */
  private everythingChanged(): void {
    this.folders.forget();
    if (this.push) void this.push.send(this.documents.all());
    else if (this.client.refreshes) this.connection.languages.diagnostics.refresh().catch(() => undefined);
  }
}
