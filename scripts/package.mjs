#!/usr/bin/env node
// Makes the extension's package, scrutiny-report-VERSION.vsix: npm run package (which builds first)
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';

const MOST_BYTES = 1_500_000;
const root = new URL('../', import.meta.url);
const staged = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'scrutiny-vsix-'))}/`);

/** What VS Code itself reads; each is bundled, or imports others of dist, which then go with it. */
const ENTRIES = ['extension.cjs', 'process.cjs', 'reportFeatures.cjs', 'extensionWeb.cjs', 'server.js', 'serverWeb.js'];
/**
 * The web extension's name in the package: the web host of VS Code 1.100 asks for nothing that does not end in .js, and a newer one
 * takes that for a module where package.json says so of all. There it says so of the server's files alone.
 */
const WEB_EXTENSION = 'extensionWeb.js';
/** What webviews load. */
const PAGES = ['checklist.js', 'checklistStyle.css', 'preview.js', 'previewStyle.css'];
/** What else is shipped, files and whole folders, under the name that it has in the package. */
const OTHERS = {
  'client/README.md': 'README.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'dist/THIRD-PARTY-NOTICES.txt': 'dist/THIRD-PARTY-NOTICES.txt',
  'client/media': 'client/media',
  snippets: 'snippets',
  'examples/northmoor': 'examples/northmoor',
  ...Object.fromEntries(PAGES.map((name) => [`dist/${name}`, `dist/${name}`])),
};

// The package is staged in a folder of its own: vsce takes an allow-list from package.json's `files` or from .vscodeignore, but the
// former says what the package for npm holds, and with it vsce refuses the latter.
for (const [from, to] of Object.entries({ ...OTHERS, ...(await runFiles()) })) {
  const target = new URL(to, staged);
  await mkdir(new URL('.', target), { recursive: true });
  await cp(new URL(from, root), target, { recursive: true });
}
await writeFile(new URL('package.json', staged), `${JSON.stringify(await manifest(), undefined, 2)}\n`);
await writeFile(new URL('dist/package.json', staged), '{ "type": "module" }\n');
await rename(new URL('dist/extensionWeb.cjs', staged), new URL(`dist/${WEB_EXTENSION}`, staged));
await cp(new URL('.vscodeignore', root), new URL('.vscodeignore', staged));

const { name, version } = await manifest();
const packagePath = fileURLToPath(new URL(`${name}-${version}.vsix`, root));
await createVSIX({
  cwd: fileURLToPath(staged),
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
await rm(staged, { recursive: true });
const { size } = await stat(packagePath);
console.log(`${packagePath}: ${(size / 1_000_000).toFixed(2)} MB`);
if (size > MOST_BYTES) throw new Error('The package is larger than the 1.5 MB that it may be.');

/** The files of dist that are run: what the entries import, and what those import. The command line's are not among them. */
async function runFiles() {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ENTRIES.map((entry) => `dist/${entry}`),
    outdir: fileURLToPath(staged),
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    external: ['vscode'],
    logLevel: 'error',
  });
  return Object.fromEntries(Object.keys(metafile.inputs).map((path) => [path, path]));
}

/** package.json as the extension needs it: without what is for npm and for those who work on the project. */
async function manifest() {
  const whole = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const left = ['files', 'bin', 'scripts', 'devDependencies', 'overrides', 'allowScripts', 'private', 'type'];
  const kept = Object.entries(whole).filter(([key]) => !left.includes(key));
  return { ...Object.fromEntries(kept), browser: `./dist/${WEB_EXTENSION}` };
}
