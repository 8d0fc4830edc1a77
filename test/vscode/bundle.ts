import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { HostKind } from './host.ts';
import { here, root } from './places.ts';

/** Bundles the tests that run inside an extension host. @returns the module to name to VS Code */
export async function bundleTests(kind: HostKind): Promise<string> {
  const outfile = join(root, `.vscode-test/tests/${kind}.cjs`);
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
