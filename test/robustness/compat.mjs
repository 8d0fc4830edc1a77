#!/usr/bin/env node
// Runs the tests with other versions of Node: npm run compat -- [22 24] [-- what mocha is to be told, such as test/cli/*.test.ts]
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { otherNode } from '../otherNode.mjs';

const root = resolve(import.meta.dirname, '../..');
const given = process.argv.slice(2);
const end = given.indexOf('--');
const versions = end === -1 ? given : given.slice(0, end);
const rest = end === -1 ? [] : given.slice(end + 1);

run('npm', ['run', '--silent', 'build'], process.env);
for (const version of versions.length > 0 ? versions : ['20', '22', '24']) {
  const node = otherNode(version);
  // What the tests start by its name is to be the same.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  const own = rest.length > 0 ? ['--no-config', '--node-option', 'import=tsx', '--timeout', '900000', ...rest] : [];
  console.log(`\nNode ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}`);
  run(node, [mocha, ...own], env);
}

function run(command, args, env) {
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
