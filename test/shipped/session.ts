import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  SemanticTokensRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { PREVIEW, type PreviewResult } from '../../server/src/lsp/protocol/protocol.ts';
import { assertEnded, type Command, type Running } from './command.ts';
import { copyExample, EXAMPLES, reportsOf } from './installed.ts';

/** Declares the tests of `scrutiny server`. */
export function serverTests(server: Command): void {
  for (const example of EXAMPLES) {
    it(`answers an editor about every report of ${example}`, () =>
      holdSession(example, (cwd) => server.start(['--stdio'], { cwd })));
  }

  it('sends what it finds to an editor that does not ask', async () => {
    const cwd = copyExample('as-received');
    const running = server.start(['--stdio'], { cwd });
    const connection = connect(running);
    const [report = ''] = reportsOf(cwd);
    const sent = new Promise<number>((resolve) => {
      connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => resolve(diagnostics.length));
    });
    await initialize(connection, cwd, {});
    await openReport(connection, cwd, report);
    assert.ok((await Promise.race([sent, running.ended.then(() => 0)])) > 0);
    await end(connection, running);
  });

  it('says how it is started', async () => {
    await server.run([], { cwd: copyExample('northmoor'), code: 2, stderr: /--stdio/ });
  });
}

/**
 * Does what an editor does with every report of an example.
 * @param start starts a server in a folder
 */
export async function holdSession(example: (typeof EXAMPLES)[number], start: (cwd: string) => Running): Promise<void> {
  const cwd = copyExample(example);
  const running = start(cwd);
  const connection = connect(running);
  await initialize(connection, cwd, { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } });
  for (const report of reportsOf(cwd)) {
    const textDocument = { uri: await openReport(connection, cwd, report) };
    const found = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    const diagnostics = found.kind === 'full' ? found.items : [];
    if (example === 'as-received') assert.ok(diagnostics.length > 0);
    // The line `template: …`, after its colon.
    const position = { line: 1, character: 10 };
    assert.ok(await connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 1, character: 2 } }));
    const completions = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
    assert.ok((Array.isArray(completions) ? completions : (completions?.items ?? [])).length > 0);
    assert.ok(((await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? []).length > 0);
    assert.ok(((await connection.sendRequest(SemanticTokensRequest.type, { textDocument }))?.data ?? []).length > 0);
    await connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options: { tabSize: 2, insertSpaces: true } });
    for (const diagnostic of diagnostics) {
      const { range } = diagnostic;
      await connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [diagnostic] } });
    }
    const preview = await connection.sendRequest<PreviewResult>(PREVIEW, textDocument);
    assert.match(preview?.html ?? '', /^<main[^]*<h1/);
    await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  }
  await end(connection, running);
}

/** Joins an editor to a server. When the server dies, every request that is open fails with how it ended. */
function connect({ child, ended }: Running): ProtocolConnection {
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onClose(() => connection.dispose());
  connection.onError(() => undefined);
  ended.then(() => connection.dispose());
  connection.listen();
  return connection;
}

async function initialize(connection: ProtocolConnection, cwd: string, capabilities: ClientCapabilities): Promise<void> {
  const uri = pathToFileURL(cwd).href;
  const folders = { rootUri: uri, workspaceFolders: [{ uri, name: 'reports' }] };
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, ...folders, capabilities });
  await connection.sendNotification(InitializedNotification.type, {});
}

async function openReport(connection: ProtocolConnection, cwd: string, report: string): Promise<string> {
  const uri = pathToFileURL(join(cwd, report)).href;
  const text = readFileSync(join(cwd, report), 'utf8');
  const textDocument = { uri, languageId: 'markdown', version: 1, text };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  return uri;
}

async function end(connection: ProtocolConnection, { ended }: Running): Promise<void> {
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  const result = await ended;
  assertEnded(result, 0, 'server');
  assert.equal(result.stderr, '');
}
