import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { Desk } from './desk.ts';
import { TARGETS } from './targets.ts';

/** What a thread is to do. */
export interface FuzzOrder {
  readonly target: string;
  readonly seed: number;
  /** In milliseconds. */
  readonly time: number;
  /** That of its {@link ReportManagement}. */
  readonly memory: SharedArrayBuffer;
}

export type FuzzNews =
  | { readonly kind: 'fault' | 'slow'; readonly message: string; readonly text: string }
  | { readonly kind: 'end'; readonly summary: string };

const MIB = 1 << 20;
const SLOW = 1000;

const { target, seed, time, memory } = workerData as FuzzOrder;
const desk = new Desk(memory);
const { texts, attempt } = TARGETS[target] ?? fail();
const tell = (news: FuzzNews): void => parentPort?.postMessage(news);
const start = performance.now();
let [runs, slowest, most] = [0, 0, 0];

const property = fc.asyncProperty(texts, async (text) => {
  desk.put(text);
  // The processor's time: others may work on this machine too.
  const begin = process.cpuUsage();
  await attempt(text);
  const taken = process.cpuUsage(begin).user / 1000;
  if (taken > SLOW) tell({ kind: 'slow', message: `${Math.round(taken)} ms for ${text.length} characters`, text });
  slowest = Math.max(slowest, taken);
  if (++runs % 100 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
});

// A fault ends a run of fast-check with its smallest text; the next begins with another seed, until the time is over.
const known = new Set<string>();
for (let run = 0; performance.now() - start < time; run++) {
  const outcome = await fc.check(property, {
    seed: seed + run,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: time - (performance.now() - start),
    markInterruptAsFailure: false,
  });
  if (!outcome.failed) continue;
  const error = outcome.errorInstance;
  const message = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error);
  // What differs from one text to the next are mostly numbers.
  const cause = message.replace(/\d+/g, '');
  if (!known.has(cause)) tell({ kind: 'fault', message, text: outcome.counterexample?.[0] ?? '' });
  known.add(cause);
}
tell({
  kind: 'end',
  summary: `${runs} texts, slowest ${Math.round(slowest)} ms, heap at most ${Math.round(most / MIB)} MiB, ${known.size} faults`,
});

function fail(): never {
  throw new Error(`there is no target “${target}”: ${Object.keys(TARGETS).join(', ')}`);
}
