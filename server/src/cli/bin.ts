#!/usr/bin/env node
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Worker } from 'node:worker_threads';
import type { WorkerData } from './lint/lintTypes.ts';
import type { LintWorker } from './io.ts';

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

/** What keeps the program from being begun, by the error's code. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'the current folder is no longer there; change to another one',
  EMFILE: 'too many files are open for the program to begin; allow more of them (ulimit -n 256)',
  ENFILE: 'too many files are open on this computer for the program to begin; close other programs',
};

/** What an editor starts, and waits for: the rest of the program is not read for it. */
const isServer = process.argv.slice(2).join(' ') === 'server --stdio';

const code = await begin();
process.exitCode = output.lost ? 2 : code;

/**
 * Loads the program and runs it. This file itself loads none of the others, so that what keeps them from being loaded can be told.
 * @returns the exit code; `undefined` while a server runs
 */
async function begin(): Promise<number | undefined> {
  try {
    if (!isServer) return await runProgram();
    await import('../lsp/server/startServer.ts');
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const told = typeof code === 'string' ? FAULTS[code] : undefined;
    if (told === undefined) throw error;
    process.stderr.write(`scrutiny: ${told}\n`);
    return 2;
  }
}

async function runProgram(): Promise<number> {
  const [{ main }, { nodeFileSystem }, { discardUnfinished }] = await Promise.all([
    import('./main.ts'),
    import('../workspace/files/nodeFileSystem.ts'),
    import('../workspace/files/nodeWriting.ts'),
  ]);
  tidyWhenKilled(discardUnfinished);
  return main(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
    cwd: process.cwd(),
    env: process.env,
    isTty: process.stdout.isTTY,
    columns: process.stdout.columns,
    fileSystem: nodeFileSystem,
    ...(process.stderr.isTTY ? { terminal: process.stderr } : {}),
    threads: { cores: availableParallelism(), start: startThread },
    signal: interruption(),
  });
}

/** A thread like this one. */
function startThread(setup: WorkerData): LintWorker {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: setup });
  let why = 'its thread was ended';
  worker.on('error', (error) => (why = error.message));
  return {
    post: (batch) => worker.postMessage(batch),
    onChecked: (listener) => void worker.on('message', listener),
    onExit: (listener) => void worker.once('exit', () => listener(why)),
    stop: () => void worker.removeAllListeners('exit').terminate(),
  };
}

/** Asks on the terminal; nothing at Ctrl-C and Ctrl-D. */
async function ask(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise((resolve, reject) => {
      lines.once('close', () => resolve(undefined));
      lines.question(question).then(resolve, reject);
    });
  } finally {
    lines.close();
  }
}

/** Aborted by Ctrl-C; a second one ends the program at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

/** Ends the program at these signals, as they do, but without leaving files that are half written. */
function tidyWhenKilled(discardUnfinished: () => void): void {
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      discardUnfinished();
      // Where another part of the program waits for the signal too, that part ends it.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
}
