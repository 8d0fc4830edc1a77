import { SKIPPED, type FileOutcome } from './lintTypes.ts';
import type { LintEngine } from './lintEngine.ts';
import type { LintWorker } from '../io.ts';
import type { Source } from './source.ts';

export interface SourceOutcome {
  readonly source: Source;
  readonly outcome: FileOutcome;
}

/** How many threads may check files. */
export interface Jobs {
  /** This one among them. */
  readonly most: number;
  /** The others are started where there are so many files, which is looked for first. */
  readonly worth: number;
}

interface Task {
  readonly id: number;
  readonly sources: readonly Source[];
  outcomes?: readonly FileOutcome[];
}

const BATCH = 8;
/** A thread always has the next batch waiting. */
const MOST_AT_A_THREAD = 2;
/** As far may the threads be ahead of what has been told, so that what waits stays small. */
const MOST_WAITING = 24;

/** Checks files in this thread and in others, and gives the outcomes in the files' own order. */
export class WorkerPool {
  private readonly files: Iterator<Source>;
  private readonly isWorthIt: boolean;
  /** All that is begun and not yet told, in order. */
  private readonly tasks: Task[] = [];
  /** Single files of threads that ended of themselves: none of them is checked in this thread, which must go on. */
  private readonly retries: Task[] = [];
  private readonly workers = new Map<LintWorker, Task[]>();
  private wake: () => void = () => undefined;
  private begun = 0;

  constructor(
    sources: Iterable<Source>,
    private readonly checking: LintEngine,
    private readonly spawn: () => LintWorker | undefined,
    private readonly jobs: Jobs,
  ) {
    const { areThere, all } = lookAhead(sources, jobs.worth);
    this.files = all[Symbol.iterator]();
    this.isWorthIt = areThere;
  }

  /** @param signal ends it early, after the batch in hand */
  async *check(signal: AbortSignal | undefined): AsyncGenerator<SourceOutcome> {
    try {
      while (!signal?.aborted) {
        this.dispatch();
        const first = this.tasks[0];
        if (first?.outcomes) {
          this.tasks.shift();
          yield* pairsOf(first.sources, first.outcomes);
        } else {
          const own = this.tasks.length < MOST_WAITING ? this.nextBatch() : undefined;
          if (own) await this.checkHere(own);
          else if (first) await new Promise<void>((resolve) => (this.wake = resolve));
          else return;
        }
      }
    } finally {
      for (const thread of this.workers.keys()) thread.stop();
    }
  }

  /** Gives every other thread something to do. */
  private dispatch(): void {
    const isWorthIt = this.isWorthIt || this.retries.length > 0;
    while (isWorthIt && this.workers.size < Math.max(this.jobs.most - 1, Math.min(1, this.retries.length)))
      if (!this.addWorker()) break;
    for (const [thread, given] of this.workers) {
      while (given.length < MOST_AT_A_THREAD && this.tasks.length < MOST_WAITING && this.retries.length === 0) {
        const task = this.nextBatch();
        if (!task) break;
        post(thread, task, given);
      }
      const suspect = given.length === 0 ? this.retries.shift() : undefined;
      if (suspect) post(thread, suspect, given);
    }
  }

  private addWorker(): boolean {
    const thread = this.spawn();
    if (!thread) return false;
    const given: Task[] = [];
    this.workers.set(thread, given);
    thread.onChecked(({ id, outcomes }) => {
      const at = given.findIndex((task) => task.id === id);
      const [task] = given.splice(at, 1);
      if (task) task.outcomes = outcomes;
      this.wake();
    });
    thread.onExit((why) => {
      this.workers.delete(thread);
      given.forEach((task) => this.requeue(task, why));
      this.wake();
    });
    return true;
  }

  private nextBatch(): Task | undefined {
    const sources: Source[] = [];
    for (let i = 0; i < BATCH; i++) {
      const { value, done } = this.files.next() as IteratorResult<Source, undefined>;
      if (done) break;
      sources.push(value);
    }
    if (sources.length === 0) return undefined;
    const task = { id: this.begun++, sources };
    this.tasks.push(task);
    return task;
  }

  private async checkHere(task: Task): Promise<void> {
    const outcomes: FileOutcome[] = [];
    for (const source of task.sources) outcomes.push(await this.checking.check(source));
    task.outcomes = outcomes;
    // Lets messages of other threads and signals in.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  /** The files of a thread that has ended are checked one by one, so that only the one that ended it stays unchecked. */
  private requeue(task: Task, why: string): void {
    if (task.sources.length === 1) {
      task.outcomes = [unchecked(why)];
      return;
    }
    const parts = task.sources.map((source): Task => ({ id: this.begun++, sources: [source] }));
    this.tasks.splice(this.tasks.indexOf(task), 1, ...parts);
    this.retries.push(...parts);
  }
}

/** Looks whether there are so many items, and no further; `all` gives those that were looked at, and the rest. */
function lookAhead<T>(items: Iterable<T>, count: number): { areThere: boolean; all: Iterable<T> } {
  const iterator = items[Symbol.iterator]();
  const seen: T[] = [];
  while (seen.length < count) {
    const { value, done } = iterator.next() as IteratorResult<T, undefined>;
    if (done) break;
    seen.push(value);
  }
  function* all(): Generator<T> {
    yield* seen.splice(0);
    yield* { [Symbol.iterator]: () => iterator };
  }
  return { areThere: seen.length === count, all: all() };
}

function post(thread: LintWorker, task: Task, given: Task[]): void {
  given.push(task);
  thread.post({ id: task.id, files: task.sources.map(({ path, name, named }) => ({ path, name, named })) });
}

function* pairsOf(sources: readonly Source[], outcomes: readonly FileOutcome[]): Generator<SourceOutcome> {
  for (const [i, source] of sources.entries()) {
    const outcome = outcomes[i];
    if (outcome) yield { source, outcome };
  }
}

function unchecked(why: string): FileOutcome {
  return { ...SKIPPED, problem: `its check ended before its time: ${why}` };
}
