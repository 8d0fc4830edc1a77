#!/usr/bin/env node
import { nodeFileSystem } from '../workspace/node.ts';
import { main } from './main.ts';

// Whoever reads our output may stop when they have seen enough, as in `scrutiny lint | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv.slice(2), {
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
