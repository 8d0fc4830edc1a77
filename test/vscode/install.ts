import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { here, root } from './places.ts';

/**
 * Installs the VS Code under test (package.json beside this file) into `.vscode-test/`, unless this very one is there already.
 * @returns the folder of its `node_modules`
 * @throws where there is none for this machine, or npm fails
 */
export function installVSCode(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The VS Code under test runs on Linux x64 only. Elsewhere use: npm run test:electron');
  }
  const lock = readFileSync(join(here, 'package-lock.json'));
  const folder = join(root, '.vscode-test', `code-server-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) {
    console.log('Installing the VS Code under test (once, about 20 seconds and 460 MB) …');
    const part = `${folder}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) cpSync(join(here, name), join(part, name));
    // No scripts: code-server's own refuses this Node, and nothing that needs compiling is used.
    const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], {
      cwd: part,
      stdio: 'inherit',
    });
    if (npm.status !== 0) throw new Error('The VS Code under test could not be installed.');
    renameSync(part, folder);
  }
  return join(folder, 'node_modules');
}
