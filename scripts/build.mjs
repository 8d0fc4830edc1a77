#!/usr/bin/env node
// Compiles the built-in schemas to code and bundles what is run: node scripts/build.mjs
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { writeBankHolidays } from './bankHolidays.mjs';
import { writeNotices } from './notices.mjs';
import { writePhoneMetadata } from './phoneMetadata.mjs';

const root = new URL('../', import.meta.url);

await compileSchemas();
await writeBankHolidays(root);
await writePhoneMetadata(root);
await rm(new URL('dist/', root), { recursive: true, force: true });
const commit = commitOf(root);
const common = {
  absWorkingDir: new URL('.', root).pathname,
  outdir: 'dist',
  bundle: true,
  minify: true,
  metafile: true,
  // They stand together in the notices.
  legalComments: 'none',
  logLevel: 'warning',
  define: commit === undefined ? {} : { BUILD_COMMIT: JSON.stringify(commit) },
};
const core = await build({
  ...common,
  entryPoints: {
    cli: 'server/src/cli/bin.ts',
    worker: 'server/src/cli/lint/worker.ts',
    server: 'server/src/lsp/server/startServer.ts',
  },
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
const web = await build({
  ...common,
  entryPoints: { serverWeb: 'server/src/lsp/server/browserServer.ts' },
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
});

const pages = await build({
  ...common,
  entryPoints: {
    preview: 'client/webview/preview.ts',
    previewStyle: 'client/webview/preview.css',
    checklist: 'client/webview/checklist.ts',
    checklistStyle: 'client/webview/checklist.css',
  },
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
});
const desktop = await buildClient(
  'node',
  {
    extension: 'client/src/extension.ts',
    process: 'client/src/session/process.ts',
    reportFeatures: 'client/src/reports/reportFeatures.ts',
  },
  [readLater()],
);
const webClient = await buildClient('browser', { extensionWeb: 'client/src/extensionWeb.ts' });
const metafiles = [core, web, pages, desktop, webClient].map(({ metafile }) => metafile);
await writeNotices(root, metafiles);

/**
 * Bundles the extension as CommonJS: VS Code's web host takes nothing else, and that of 1.100 goes by the name of the desktop's
 * file.
 * @param {'node' | 'browser'} platform
 * @param {Record<string, string>} entryPoints
 * @param {import('esbuild').Plugin[]} [plugins]
 */
async function buildClient(platform, entryPoints, plugins = []) {
  return build({
    ...common,
    entryPoints,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    platform,
    target: 'es2022',
    supported: { 'dynamic-import': false },
    external: ['vscode'],
    define: { EXAMPLE_FILES: JSON.stringify(await exampleFiles()) },
    plugins,
  });
}

/**
 * The commit that is built; `undefined` outside of git.
 * @param {URL} folder
 */
function commitOf(folder) {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: folder, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** The files of the example repository, by their paths from there. */
async function exampleFiles() {
  const entries = await readdir(new URL('examples/northmoor/', root), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const top = fileURLToPath(new URL('examples/northmoor/', root));
  return files.map((path) => relative(top, path).replaceAll('\\', '/')).sort();
}

/**
 * Leaves what starts the server, and what the report features do, in files of their own, which are read when they are first needed. (On the
 * desktop; a web extension must be one file.)
 * @returns {import('esbuild').Plugin}
 */
function readLater() {
  return {
    name: 'read-later',
    setup({ onResolve }) {
      onResolve({ filter: /\/(?:process|reportFeatures)\.ts$/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        const name = path.slice(path.lastIndexOf('/') + 1).replace('.ts', '.cjs');
        return { path: `./${name}`, external: true };
      });
    },
  };
}

/** Writes one validating function for each schema: Ajv's own code, bundled so that it needs nothing at run time. */
async function compileSchemas() {
  const ajv = new Ajv2020({
    allErrors: true,
    strictTypes: false,
    strictRequired: false,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  addFormats.default(ajv);
  const names = (await readdir(new URL('schemas/', root))).filter((name) => name.endsWith('.schema.json')).sort();
  const exported = {};
  const schemas = [];
  const annotations = new Set();
  for (const name of names) {
    const text = await readFile(new URL(`schemas/${name}`, root), 'utf8');
    const schema = JSON.parse(text);
    for (const [, annotation] of text.matchAll(/"(x-[a-z-]+)":/g)) annotations.add(annotation);
    schemas.push(withoutProse(schema));
    exported[camelCase(name.replace('.schema.json', ''))] = schema.$id;
  }
  ajv.addVocabulary([...annotations]);
  ajv.addSchema(schemas);
  const folder = new URL('server/src/template/generated/', root);
  await mkdir(folder, { recursive: true });
  const { outputFiles } = await build({
    stdin: { contents: standaloneCode.default(ajv, exported), resolveDir: new URL('.', root).pathname },
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
  });
  await writeFile(new URL('validators.js', folder), outputFiles[0].contents);
  const types = Object.keys(exported).map((name) => `export const ${name}: Validate;\n`);
  await writeFile(new URL('validators.d.ts', folder), `import type { Validate } from '../template.ts';\n${types.join('')}`);
}

/** The schema without what only people read, which would otherwise be part of the compiled code. */
function withoutProse(schema) {
  return JSON.parse(JSON.stringify(schema), function (key, value) {
    const isProse = typeof value === 'string' || Array.isArray(value);
    return isProse && ['title', 'description', 'examples', 'x-guidance', 'x-label'].includes(key) ? undefined : value;
  });
}

function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
