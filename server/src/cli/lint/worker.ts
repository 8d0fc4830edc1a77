import { parentPort, workerData } from 'node:worker_threads';
import { nodeFileSystem } from '../../workspace/files/nodeFileSystem.ts';
import { LintEngine } from './lintEngine.ts';
import { type WorkerData } from './lintTypes.ts';
import type { Batch, CheckedBatch } from './lintTypes.ts';
import { sourceOf } from './source.ts';

// A thread that checks the files it is sent and sends back what became of them.
const checking = new LintEngine(nodeFileSystem, workerData as WorkerData);

parentPort?.on('message', ({ id, files }: Batch) => {
  void (async () => {
    const outcomes = [];
    for (const file of files) outcomes.push(await checking.check(sourceOf(nodeFileSystem, file)));
    parentPort?.postMessage({ id, outcomes } satisfies CheckedBatch);
  })();
});
