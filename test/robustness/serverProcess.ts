import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TEXT, type TextResult } from '../../server/src/lsp/protocol/protocol.ts';
import { LineIndex } from '../../server/src/text/lines.ts';
import { kept } from '../support/childProcesses.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** One replacement, by offsets in the text as it is just before. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The built server as a process of its own, and what its editor has open. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly ended: Promise<number | null>;
  private readonly texts = new Map<string, { text: string; version: number }>();

  private constructor() {
    this.child = kept(spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }));
    const { stdin, stdout } = this.child;
    if (!stdin || !stdout) throw new Error('the server has no streams');
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.listen();
  }

  /** @param folder the URI of what is open in the editor */
  static async start(folder?: string): Promise<ServerProcess> {
    const server = new ServerProcess();
    await server.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders: folder === undefined ? [] : [{ uri: folder, name: 'folder' }],
      capabilities: { textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } } },
    });
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  async open(uri: string, text: string): Promise<void> {
    this.texts.set(uri, { text, version: 1 });
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  async close(uri: string): Promise<void> {
    this.texts.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.texts.get(uri)?.text ?? '';
  }

  /** Makes edits one after the other, and tells of them in one message. */
  async edit(uri: string, replacements: readonly Replacement[]): Promise<void> {
    const { text: before, version } = this.texts.get(uri) ?? { text: '', version: 0 };
    let text = before;
    const contentChanges = replacements.map((replacement): TextDocumentContentChangeEvent => {
      const lines = new LineIndex(text);
      const at = (offset: number) => ({ line: lines.placeAt(offset).line - 1, character: lines.placeAt(offset).column - 1 });
      const range = { start: at(replacement.start), end: at(replacement.end) };
      text = text.slice(0, replacement.start) + replacement.text + text.slice(replacement.end);
      return { range, text: replacement.text };
    });
    await this.change(uri, text, version + 1, contentChanges);
  }

  /** Tells of a whole new text. */
  async replaceAll(uri: string, text: string): Promise<void> {
    await this.change(uri, text, (this.texts.get(uri)?.version ?? 0) + 1, [{ text }]);
  }

  private async change(
    uri: string,
    text: string,
    version: number,
    contentChanges: TextDocumentContentChangeEvent[],
  ): Promise<void> {
    this.texts.set(uri, { text, version });
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** The text as the server has it. */
  async textOfServer(uri: string): Promise<TextResult> {
    return this.connection.sendRequest<TextResult>(TEXT, { uri });
  }

  async findings(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    if (report.kind !== 'full') throw new Error('the findings are not given in full');
    return report.items;
  }

  /** What it holds in memory, in MiB; nothing on a system that does not say so. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.ended;
  }
}
