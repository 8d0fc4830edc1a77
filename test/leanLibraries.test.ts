import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { reportText } from './hard/texts.ts';
import { TEXTS } from './hostileTexts.ts';
import { corpus, examples, withCrLf } from './samples.ts';

interface Libraries {
  readonly yaml: Pick<typeof import('yaml'), 'parseDocument' | 'Parser' | 'Lexer' | 'visit'>;
  readonly createMarkdownIt: (typeof import('markdown-it'))['default'];
}

const root = fileURLToPath(new URL('../', import.meta.url));
const SCRIPT = '../scripts/leanLibraries.mjs';
const { leanLibraries } = (await import(SCRIPT)) as { leanLibraries: () => Plugin };

/** The two libraries, bundled as our programs are. */
async function bundle(folder: string, plugins: Plugin[]): Promise<Libraries> {
  const outfile = join(folder, `${plugins.length}.mjs`);
  const contents = "export * as yaml from 'yaml'; export { default as createMarkdownIt } from 'markdown-it';";
  await build({
    stdin: { contents, resolveDir: root },
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    ...{ outfile, plugins, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' },
  });
  return (await import(pathToFileURL(outfile).href)) as Libraries;
}

/** What a node of yaml's holds; beside that, its schema and its kind, which no longer hide from those who list members. */
const MEMBERS = ['range', 'type', 'value', 'source', 'anchor', 'tag', 'flow', 'comment', 'commentBefore'];

/** All that they make of a text, as text. */
function read({ yaml, createMarkdownIt }: Libraries, text: string): string {
  const doc = yaml.parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const nodes: unknown[] = [];
  yaml.visit(doc, {
    Node: (key, node) =>
      void nodes.push([key, node.constructor.name, ...MEMBERS.map((member): unknown => Reflect.get(node, member))]),
    Pair: (key) => void nodes.push([key]),
  });
  const faults = [...doc.errors, ...doc.warnings].map(({ code, pos, message }) => [code, pos, message]);
  const body = createMarkdownIt({ html: true }).parse(text, {});
  return JSON.stringify([[...new yaml.Lexer().lex(text)], [...new yaml.Parser().parse(text)], nodes, faults, doc.range, body]);
}

describe('yaml and markdown-it as they are bundled', () => {
  let folder: string;
  let theirs: Libraries;
  let ours: Libraries;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scrutiny-libraries-'));
    theirs = await bundle(folder, []);
    ours = await bundle(folder, [leanLibraries()]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const isSame = (text: string): void => assert.equal(read(ours, text), read(theirs, text));

  it('read every report as they do unchanged', () => {
    for (const sample of [...examples, ...corpus]) {
      const front = sample.text.slice(0, sample.text.indexOf('\n---', 4) + 4);
      for (const text of [sample.text, front, withCrLf(sample).text]) isSame(text);
    }
  });

  it('read every beginning of a report so', () => {
    const text = examples.at(-1)?.text.slice(0, 1500) ?? '';
    for (let end = 0; end <= text.length; end++) isSame(text.slice(0, end));
  });

  it('read hostile texts so', () => {
    for (const make of Object.values(TEXTS)) isSame(make(100));
  });

  it('read whatever may be written so', () => fc.assert(fc.property(reportText, isSame), { seed: 2026, numRuns: 200 }));
});
