import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { UNFIT } from '../support/tempRepository.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const URI = 'untitled:a.md';
const textDocument = { uri: URI };

function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

let requests = 0;

function request(method: string, params?: unknown): string {
  return framed(JSON.stringify({ jsonrpc: '2.0', id: `bad ${++requests}`, method, params }));
}

function notification(method: string, params?: unknown): string {
  return framed(JSON.stringify({ jsonrpc: '2.0', method, params }));
}

/** What no client should send. */
const NONSENSE: Readonly<Record<string, string>> = {
  'no JSON': framed('hello'),
  'no JSON-RPC': framed('[]') + framed('null') + framed('42') + framed('{}'),
  'JSON that goes deep': framed('['.repeat(100_000) + ']'.repeat(100_000)),
  'an answer to nothing': framed('{"jsonrpc":"2.0","id":4711,"result":{}}'),
  'an unknown request': request('nobody/knows', {}),
  'an unknown notification': notification('nobody/knows', {}),
  'to cancel nothing': notification('$/cancelRequest', { id: 4711 }),
  'requests without parameters': ['textDocument/hover', 'textDocument/completion', 'textDocument/codeAction', 'scrutiny/rule', 'scrutiny/suppression', 'scrutiny/text'].map((method) => request(method)).join(''),
  'requests with others': ['textDocument/hover', 'textDocument/completion', 'textDocument/codeAction', 'scrutiny/rule', 'scrutiny/suppression', 'scrutiny/text'].flatMap((method) => [null, 5, 'x', [], {}, { textDocument: 5, uri: [] }].map((params) => request(method, params))).join(''),
  'places outside': [{ line: -1, character: -1 }, { line: 1e9, character: 1e9 }, { line: 0.5, character: null }, { line: '1', character: {} }]
    .flatMap((position) => [
      request('textDocument/hover', { textDocument, position }),
      request('textDocument/completion', { textDocument, position }),
      request('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } }),
      request('scrutiny/suppression', { uri: URI, version: 1, rule: 'field-missing', range: { start: position, end: position }, reason: 'x' }),
    ]).join(''),
  'names of objects’ own parts': ['__proto__', 'constructor', 'toString'].map((rule) => request('scrutiny/rule', { rule })).join(''),
  'documents that nobody opened': notification('textDocument/didChange', { textDocument: { uri: 'untitled:b.md', version: 2 }, contentChanges: [{ text: 'x' }] }) + notification('textDocument/didClose', { textDocument: { uri: 'untitled:c.md' } }),
  'documents without a text, a name': [{}, { uri: 5 }, { uri: '::::', text: 'x' }, { uri: 'untitled:d.md' }].map((document) => notification('textDocument/didOpen', { textDocument: document })).join(''),
  'files and folders that cannot be': notification('workspace/didChangeWatchedFiles', { changes: [{ uri: '%%%', type: 99 }, {}, null] }) + notification('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'x y' }, {}], removed: [5] } }),
  'settings of another kind': [null, 5, { scrutiny: { stage: ['publish'] } }, { scrutiny: 'draft' }].map((settings) => notification('workspace/didChangeConfiguration', { settings })).join(''),
  'commands of others': request('workspace/executeCommand', { command: 'rm -rf /', arguments: [{ rule: {} }] }),
  'to begin again': request('initialize', { processId: null, rootUri: null, capabilities: {} }),
}; // prettier-ignore

/** What leaves nobody knowing where the next message begins. */
const OUT_OF_STEP: Readonly<Record<string, string>> = {
  'no length': 'Hello: there\r\n\r\n',
  'a length that is none': 'Content-Length: many\r\n\r\n',
  'a length below nothing': 'Content-Length: -5\r\n\r\n',
  'a length of nothing less one': 'Content-Length: -1\r\n\r\n',
  'half a length': 'Content-Length: 10.5\r\n\r\n',
  'a length that nobody can hold': 'Content-Length: 99999999999\r\n\r\n',
  'two lengths': `Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
  'a header that is none': 'Content-Length: 2\r\nhello\r\n\r\n{}',
  'a header without an end': 'Hello: there\r\n'.repeat(1000),
  'a length that is short': `Content-Length: 5\r\n\r\n${'{}'.repeat(30)}\r\n\r\n`,
};

describe('a client that sends nonsense', () => {
  let child: ChildProcess;
  let said = '';
  let asked = 0;
  let heard = (): void => undefined;

  before(() => {
    child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString();
      heard();
    });
    child.once('exit', () => heard());
    send(framed(JSON.stringify({ jsonrpc: '2.0', id: 'begin', method: 'initialize', params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } } }))); // prettier-ignore
    send(notification('initialized', {}));
    send(notification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: UNFIT } }));
  });
  after(() => child.kill('SIGKILL'));

  function send(bytes: string): void {
    child.stdin?.write(bytes);
  }

  /** Asks for the findings; resolves with the answer. */
  async function ask(): Promise<string> {
    const id = `good ${++asked}`;
    send(framed(JSON.stringify({ jsonrpc: '2.0', id, method: 'textDocument/diagnostic', params: { textDocument } })));
    return until(
      () => new RegExp(`\\{"jsonrpc":"2\\.0","id":"${id}","(?:result|error)".*?(?=Content-Length|$)`, 's').exec(said)?.[0],
    );
  }

  /** Looks for something each time the server has said more. @throws when the server ends */
  async function until<T>(probe: () => T | undefined): Promise<T> {
    for (;;) {
      const found = probe();
      if (found !== undefined) return found;
      assert.equal(child.exitCode, null, 'the server has ended');
      await new Promise<void>((resolve) => (heard = resolve));
    }
  }

  for (const [name, bytes] of Object.entries(NONSENSE)) {
    it(`is answered the next time: ${name}`, async () => {
      send(bytes);
      assert.match(await ask(), /"code":"field-missing"/);
      const asked = [...bytes.matchAll(/"id":"bad \d+"/g)].map(([id]) => id);
      await until(() => (asked.every((id) => said.includes(id)) ? true : undefined));
    });
  }

  for (const [name, bytes] of Object.entries(OUT_OF_STEP)) {
    it(`ends the server, which says why: ${name}`, () => {
      const { status, stderr } = spawnSync(process.execPath, [SERVER, '--stdio'], {
        // The next message cannot be found; the pipe stays open longer than the server, as an editor's does.
        input: bytes + request('shutdown').repeat(1000),
        encoding: 'utf8',
      });
      assert.equal(status, 1);
      assert.match(stderr, /^scrutiny: the editor sent a [^\n]+: what follows cannot be read, so the server ends\n$/);
    });
  }
});
