import { Disposable, EventEmitter, window, workspace, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Connection } from './connection.ts';
import { schemes } from '../extension/reportDetection.ts';

/** Starts a server. Rejects if it does not start. */
export type Connect = (output: LogOutputChannel) => Promise<Connection>;

/** The server, from when it is first needed to the end of the window. One thing happens to it at a time. */
export class ClientSession implements Disposable {
  private readonly whenOutdated = Disposable.from(
    workspace.onDidGrantWorkspaceTrust(() => void this.replace(() => true)),
    workspace.onDidChangeWorkspaceFolders(
      () => void this.replace((one) => schemes().some((each) => !one.schemes.includes(each))),
    ),
  );
  private channel: LogOutputChannel | undefined;
  private connection: Connection | undefined;
  private last = Promise.resolve();
  private readonly connected = new EventEmitter<void>();
  /** Fired when there is another {@link client}. */
  readonly onDidConnect = this.connected.event;

  constructor(private readonly connect: Connect) {}

  /** Where the extension and its server say what they do. */
  get output(): LogOutputChannel {
    this.channel ??= window.createOutputChannel('Scrutiny', { log: true });
    return this.channel;
  }

  /** The server's client, while there is one. */
  get client(): BaseLanguageClient | undefined {
    return this.connection?.client;
  }

  /** Starts the server, unless it runs. Never rejects: what goes wrong is shown. */
  start(): Promise<void> {
    return this.next(async () => {
      if (this.connection) return;
      this.connection = await this.connect(this.output);
      this.connected.fire();
    });
  }

  /** Starts the server afresh. Never rejects. */
  restart(): Promise<void> {
    return this.next(() => this.reconnect());
  }

  /**
   * Has a server that was told what no longer holds give way to another, also one that is only just starting: that the folder is not
   * trusted, or which file systems there are.
   */
  private replace(isOutdated: (connection: Connection) => boolean): Promise<void> {
    return this.next(async () => {
      if (this.connection && isOutdated(this.connection)) await this.reconnect();
    });
  }

  /** Ends the server. Never rejects. */
  stop(): Promise<void> {
    return this.next(() => this.disconnect());
  }

  dispose(): void {
    this.whenOutdated.dispose();
    this.connected.dispose();
    void this.stop().then(() => this.channel?.dispose());
  }

  private next(task: () => Promise<void>): Promise<void> {
    this.last = this.last.then(task).catch((error: unknown) => {
      this.log(error);
      void window.showErrorMessage(
        'Reports cannot be checked: see “Scrutiny: Show Output”, then try “Scrutiny: Restart Server”.',
      );
    });
    return this.last;
  }

  private log(error: unknown): void {
    this.output.error(error instanceof Error ? error : String(error));
  }

  private async reconnect(): Promise<void> {
    await this.disconnect();
    this.connection = await this.connect(this.output);
    this.connected.fire();
  }

  private async disconnect(): Promise<void> {
    const { connection } = this;
    this.connection = undefined;
    // One that does not answer any more is no reason not to start another.
    await connection?.close().catch((error: unknown) => this.log(error));
  }
}
