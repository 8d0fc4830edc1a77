/**
 * Fuzzes one part after the other: `npm run fuzz -- [TARGET …] [--minutes 1] [--seed N] [--out FOLDER]`.
 * Each part is worked by a thread of its own, so that a text which hangs it or fills its memory is caught too. Exit 1 when a fault
 * was found. The texts that showed one, and those that took more than a second, are left in the folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Desk } from './desk.ts';
import type { FuzzNews, FuzzOrder } from './fuzzWorker.ts';

const ALL = ['parse', 'check', 'fixes', 'layout', 'language', 'council', 'template'];
/** tsx does not reach into the threads of Node 20 by itself. */
const START = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('fuzzWorker.ts', import.meta.url).href)});
});`;
/** A text that is at work for longer is taken to hang, in milliseconds. */
const HANG = 60_000;

const { values: option, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    out: { type: 'string', default: join(tmpdir(), 'scrutiny-fuzz') },
  },
});

for (const target of positionals.length > 0 ? positionals : ALL) await fuzz(target);

async function fuzz(target: string): Promise<void> {
  const desk = new Desk();
  const order: FuzzOrder = { target, seed: Number(option.seed), time: Number(option.minutes) * 60_000, memory: desk.memory };
  const worker = new Worker(START, {
    eval: true,
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: 1500 },
  });
  let [seen, since] = [-1, Date.now()];
  const watch = setInterval(() => {
    if (desk.count !== seen) [seen, since] = [desk.count, Date.now()];
    if (Date.now() - since < HANG) return;
    tell(target, 'fault', `text ${seen} hangs`, desk.read());
    void worker.terminate();
  }, 1000);
  await new Promise<void>((resolve) => {
    worker.on('message', (news: FuzzNews) => {
      if (news.kind === 'end') console.log(`${target}: seed ${option.seed}, ${option.minutes} min: ${news.summary}`);
      else tell(target, news.kind, news.message, news.text);
    });
    worker.on('error', (error) => tell(target, 'fault', String(error), desk.read()));
    worker.on('exit', () => resolve());
  });
  clearInterval(watch);
}

function tell(target: string, kind: 'fault' | 'slow', message: string, text: string): void {
  mkdirSync(option.out, { recursive: true });
  const file = join(option.out, `${target}-${kind}-${Date.now()}.txt`);
  writeFileSync(file, text);
  console.log(`${target}: ${kind}: ${message}\n  ${file}`);
  if (kind === 'fault') process.exitCode = 1;
}
