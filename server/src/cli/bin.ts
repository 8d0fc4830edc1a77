#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { nodeFileSystem } from '../workspace/node.ts';
import { main } from './main.ts';

// Nothing of one report is wanted for the next: a nursery that stays small saves a third of the memory for little time.
setFlagsFromString('--semi-space-growth-factor=1');

const output = { lost: false };
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads our output may stop when they have seen enough, as in `scrutiny lint | head`.
    if (error.code === 'EPIPE') return;
    if (!output.lost && stream === process.stdout)
      process.stderr.write(`scrutiny: the output cannot be written: ${error.message}\n`);
    output.lost = true;
    process.exitCode = 2;
  });
}

const code = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  async stdin() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
  cwd: process.cwd(),
  env: process.env,
  isTty: process.stdout.isTTY,
  columns: process.stdout.columns,
  fileSystem: nodeFileSystem,
});
process.exitCode = output.lost ? 2 : code;
