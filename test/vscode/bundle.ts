import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { HostKind } from './host.ts';
import { extension, here, root } from './places.ts';

/** Bundles the tests that run inside an extension host. @returns the module to name to VS Code */
export async function bundleTests(kind: HostKind): Promise<string> {
  const outfile = join(extension, `tests/${kind}.cjs`);
  await build({
    entryPoints: [join(here, `inside/${kind}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    external: kind === 'node' ? ['vscode', 'mocha'] : ['vscode'],
    ...(kind === 'node'
      ? { platform: 'node' }
      : {
          platform: 'browser',
          alias: { 'node:assert/strict': join(here, 'inside/webAssert.ts') },
          // Or mocha's browser build takes the bundle's exports for its own.
          define: { module: 'undefined', exports: 'undefined' },
        }),
  });
  // The web host of VS Code 1.100 puts .js behind the name, as it does to the extension's own.
  if (kind === 'web') copyFileSync(outfile, `${outfile}.js`);
  return outfile;
}

/**
 * Makes an extension of VS Code in a browser that has a file system `memory:`, with the files of a folder in its `/northmoor`.
 * @returns its folder
 */
export async function bundleMemory(folder: string): Promise<string> {
  const made = join(root, '.vscode-test/memory');
  mkdirSync(made, { recursive: true });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  await build({
    entryPoints: [join(here, 'memory/extension.ts')],
    outfile: join(made, 'extension.js'),
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    platform: 'browser',
    external: ['vscode'],
    define: { FILES: JSON.stringify(files) },
  });
  const commands = [
    { command: 'memory.rename', title: 'Memory: Rename the Council' },
    { command: 'memory.add', title: 'Memory: Add the Folder' },
  ];
  const manifest = {
    name: 'memory',
    publisher: 'test',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    browser: './extension.js',
    activationEvents: ['onFileSystem:memory'],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
    contributes: { commands },
  };
  writeFileSync(join(made, 'package.json'), JSON.stringify(manifest));
  return made;
}
