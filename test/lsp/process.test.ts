import assert from 'node:assert/strict';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { endChildren, kept } from '../support/childProcesses.ts';
import { UNFIT, TempRepository } from '../support/tempRepository.ts';
import { spell } from '../support/testClient.ts';

/** What `npm run build` makes. */
const DIST = new URL('../../dist/', import.meta.url).pathname;

/** Starts the server in one of the ways in which editors do. */
const WAYS: Readonly<Record<string, (cwd: string) => [ChildProcess, ProtocolConnection]>> = {
  'scrutiny server --stdio': (cwd) => overStreams(spawn(process.execPath, [`${DIST}cli.js`, 'server', '--stdio'], { cwd })),
  'dist/server.js --stdio': (cwd) => overStreams(spawn(process.execPath, [`${DIST}server.js`, '--stdio'], { cwd })),
  'dist/server.js --node-ipc': (cwd) => {
    const child = kept(fork(`${DIST}server.js`, ['--node-ipc'], { cwd, execArgv: [] }));
    return [child, createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))];
  },
};

function overStreams(child: ChildProcess): [ChildProcess, ProtocolConnection] {
  const { stdout, stdin } = child;
  if (!stdout || !stdin) throw new Error('the process has no streams');
  return [kept(child), createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))];
}

describe('the server as a process', () => {
  afterEach(endChildren);
  after(() => TempRepository.removeAll());

  for (const [name, start] of Object.entries(WAYS)) {
    it(`answers to ${name}, and ends when it is told to`, async () => {
      const world = new TempRepository({ 'council.yaml': 'rules: { field-missing: warning }\n', 'reports/a.md': UNFIT });
      const [child, connection] = start(world.folder);
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      connection.listen();
      const root = `file://${world.folder}`;
      await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: root,
        workspaceFolders: [{ uri: root, name: 'root' }],
        capabilities: { textDocument: { diagnostic: {} } },
      });
      await connection.sendNotification('initialized', {});
      const uri = `${root}/reports/a.md`;
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text: UNFIT },
      });
      const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
      assert.deepEqual(report.kind === 'full' && report.items.map(spell), ['2:11 field-missing']);
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.equal(await ended, 0);
    });
  }

  it('ends with 1 when its editor goes away without a word', async () => {
    const child = kept(spawn(process.execPath, [`${DIST}cli.js`, 'server', '--stdio']));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.stdin.end();
    assert.equal(await ended, 1);
  });

  it('says how it is to be started', async () => {
    const child = kept(spawn(process.execPath, [`${DIST}cli.js`, 'server']));
    const printed: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => printed.push(data));
    assert.equal(await new Promise((resolve) => child.once('close', resolve)), 2);
    assert.match(Buffer.concat(printed).toString(), /--stdio/);
  });
});
