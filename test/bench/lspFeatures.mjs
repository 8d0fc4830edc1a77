// Times what an editor asks of the language server beside diagnostics, completion and hover while a report is being edited: after
// each letter typed its diagnostics are asked for, then everything else, in another order each time, since the first to ask has
// what all of them need read.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

/**
 * @param {string[]} server the command line
 * @param {string} file a report
 * @param {number} edits how many letters are typed
 * @returns {Promise<Record<string, { p50: number, p95: number, max: number }>>} milliseconds from request to answer
 */
export async function measureFeatures([command, ...args], file, edits) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  try {
    return await drive(connection, file, edits);
  } finally {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
    child.kill();
  }
}

async function drive(connection, file, edits) {
  const uri = pathToFileURL(file).href;
  const text = readFileSync(file, 'utf8');
  const root = pathToFileURL(dirname(file)).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'root' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
      textDocument: {
        diagnostic: {},
        definition: { linkSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        rename: { prepareSupport: true },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  const place = placeOf(text, /^\d+\.\d+ \w+/m);
  const last = text.split('\n').length;
  const textDocument = { uri };
  const whole = { start: { line: 0, character: 0 }, end: { line: last, character: 0 } };
  const position = placeOf(text, /(?:paragraph|Appendix|Table|section) \d/) ?? place;
  const questions = {
    outline: ['textDocument/documentSymbol', { textDocument }],
    folding: ['textDocument/foldingRange', { textDocument }],
    'selection ranges': ['textDocument/selectionRange', { textDocument, positions: [position] }],
    'document links': ['textDocument/documentLink', { textDocument }],
    definition: ['textDocument/definition', { textDocument, position }],
    references: ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
    'rename, whether': ['textDocument/prepareRename', { textDocument, position }],
    'hover on a reference': ['textDocument/hover', { textDocument, position }],
    'code lenses': ['textDocument/codeLens', { textDocument }],
    'inlay hints': ['textDocument/inlayHint', { textDocument, range: whole }],
    'semantic tokens': ['textDocument/semanticTokens/full', { textDocument }],
    formatting: ['textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }],
    'code actions': [
      'textDocument/codeAction',
      { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
    ],
  };
  const names = Object.keys(questions);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const warmup = Math.ceil(edits / 5);
  for (let i = 0; i < warmup + edits; i++) {
    const change = { range: { start: place, end: place }, text: 'etaoin'[i % 6] };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [change],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument });
    for (let k = 0; k < names.length; k++) {
      const name = names[(i + k) % names.length];
      const start = performance.now();
      await connection.sendRequest(...questions[name]);
      if (i >= warmup) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(times[name])]));
}

/** The end of the first match in a text. */
function placeOf(text, pattern) {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const before = text.slice(0, found.index + found[0].length).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}

function summary(times) {
  const sorted = times.sort((a, b) => a - b);
  const at = (share) => Number((sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(2));
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
