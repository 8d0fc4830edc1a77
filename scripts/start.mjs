#!/usr/bin/env node
// Shows what the tool does: checks the example repository, then the same reports as they first came in.
import { spawnSync } from 'node:child_process';

/** Runs the command line on a folder and gives its exit code. */
function lint(folder) {
  console.log(`\n$ scrutiny lint ${folder}\n`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'lint', folder, '--today', '2026-11-22'], { stdio: 'inherit' });
  return status ?? 2;
}

const fit = lint('examples/northmoor');
const asReceived = lint('examples/as-received');
console.log('\nThe first folder holds reports that are fit to publish, the second the same reports as officers first sent them.');
console.log('Try it on your own: node dist/cli.js lint FOLDER');
process.exitCode = fit === 0 && asReceived === 1 ? 0 : 1;
