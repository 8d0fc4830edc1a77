#!/usr/bin/env node
// Tests what is shipped with other versions of Node, or without a number with this one: npm run test:shipped -- [20.19 26]
// The tests themselves are run by this Node, the program under test by the other.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { otherNode } from '../otherNode.mjs';

const root = resolve(import.meta.dirname, '../..');
const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
const argv = ['--no-config', '--node-option', 'import=tsx', '--timeout', '900000', 'test/shipped/*.test.ts'];
const versions = process.argv.slice(2);

for (const node of versions.length === 0 ? [process.execPath] : versions.map(otherNode)) {
  console.log(`\nNode ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}`);
  const env = { ...process.env, SCRUTINY_NODE: node };
  const { status } = spawnSync(process.execPath, [mocha, ...argv], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
