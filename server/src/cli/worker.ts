import { parentPort, workerData } from 'node:worker_threads';
import { nodeFileSystem } from '../workspace/files/nodeFileSystem.ts';
import { Checking, type Setup } from './checking.ts';
import type { Batch, Checked } from './crew.ts';
import { sourceOf } from './source.ts';

// A thread that checks the files it is sent and sends back what became of them.
const checking = new Checking(nodeFileSystem, workerData as Setup);

parentPort?.on('message', ({ id, files }: Batch) => {
  void (async () => {
    const outcomes = [];
    for (const file of files) outcomes.push(await checking.check(sourceOf(nodeFileSystem, file)));
    parentPort?.postMessage({ id, outcomes } satisfies Checked);
  })();
});
