// The tests of the desktop extension host in a VS Code of Microsoft's, which is downloaded to .vscode-test/ unless
// VSCODE_EXECUTABLE_PATH names one that is installed: npm run test:electron. A machine without a screen needs xvfb-run.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleTests } from './bundle.ts';
import { makeVsix, unpackVsix } from '../unpack.ts';
import { extension, workspace } from './places.ts';

const folder = mkdtempSync(join(tmpdir(), 'scrutiny-vscode-'));
const installed = process.env['VSCODE_EXECUTABLE_PATH'];
try {
  cpSync(workspace, folder, { recursive: true });
  makeVsix();
  await unpackVsix(extension);
  await runTests({
    extensionDevelopmentPath: extension,
    extensionTestsPath: await bundleTests('node'),
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--disable-telemetry', '--disable-updates'],
    ...(installed === undefined ? {} : { vscodeExecutablePath: installed }),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
