import type { FoundFile } from '../workspace/reports/findReports.ts';
import { NOTHING, type Outcome } from './checkFile.ts';
import type { Checking } from './checking.ts';
import type { Thread } from './io.ts';
import type { Source } from './source.ts';

/** Files that one thread checks in one go. */
export interface Batch {
  readonly id: number;
  readonly files: readonly FoundFile[];
}

/** What became of the files of a batch, in their order. */
export interface Checked {
  readonly id: number;
  readonly outcomes: readonly Outcome[];
}

export interface CheckedSource {
  readonly source: Source;
  readonly outcome: Outcome;
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
  outcomes?: readonly Outcome[];
}

const BATCH = 8;
/** A thread always has the next batch waiting. */
const MOST_AT_A_THREAD = 2;
/** As far may the threads be ahead of what has been told, so that what waits stays small. */
const MOST_WAITING = 24;

/** Checks files in this thread and in others, and gives the outcomes in the files' own order. */
export class Crew {
  private readonly files: Iterator<Source>;
  private readonly isWorthIt: boolean;
  /** All that is begun and not yet told, in order. */
  private readonly tasks: Task[] = [];
  /** Single files of threads that ended of themselves: none of them is checked in this thread, which must go on. */
  private readonly suspects: Task[] = [];
  private readonly helpers = new Map<Thread, Task[]>();
  private wake: () => void = () => undefined;
  private begun = 0;

  constructor(
    sources: Iterable<Source>,
    private readonly checking: Checking,
    private readonly hire: () => Thread | undefined,
    private readonly jobs: Jobs,
  ) {
    const { areThere, all } = lookAhead(sources, jobs.worth);
    this.files = all[Symbol.iterator]();
    this.isWorthIt = areThere;
  }

  /** @param signal ends it early, after the batch in hand */
  async *check(signal: AbortSignal | undefined): AsyncGenerator<CheckedSource> {
    try {
      while (!signal?.aborted) {
        this.handOut();
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
      for (const thread of this.helpers.keys()) thread.stop();
    }
  }

  /** Gives every other thread something to do. */
  private handOut(): void {
    const isWorthIt = this.isWorthIt || this.suspects.length > 0;
    while (isWorthIt && this.helpers.size < Math.max(this.jobs.most - 1, Math.min(1, this.suspects.length)))
      if (!this.welcome()) break;
    for (const [thread, given] of this.helpers) {
      while (given.length < MOST_AT_A_THREAD && this.tasks.length < MOST_WAITING && this.suspects.length === 0) {
        const task = this.nextBatch();
        if (!task) break;
        give(thread, task, given);
      }
      const suspect = given.length === 0 ? this.suspects.shift() : undefined;
      if (suspect) give(thread, suspect, given);
    }
  }

  private welcome(): boolean {
    const thread = this.hire();
    if (!thread) return false;
    const given: Task[] = [];
    this.helpers.set(thread, given);
    thread.onChecked(({ id, outcomes }) => {
      const at = given.findIndex((task) => task.id === id);
      const [task] = given.splice(at, 1);
      if (task) task.outcomes = outcomes;
      this.wake();
    });
    thread.onDeath((why) => {
      this.helpers.delete(thread);
      given.forEach((task) => this.takeBack(task, why));
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
    const outcomes: Outcome[] = [];
    for (const source of task.sources) outcomes.push(await this.checking.check(source));
    task.outcomes = outcomes;
    // Lets messages of other threads and signals in.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  /** The files of a thread that has ended are checked one by one, so that only the one that ended it stays unchecked. */
  private takeBack(task: Task, why: string): void {
    if (task.sources.length === 1) {
      task.outcomes = [unchecked(why)];
      return;
    }
    const parts = task.sources.map((source): Task => ({ id: this.begun++, sources: [source] }));
    this.tasks.splice(this.tasks.indexOf(task), 1, ...parts);
    this.suspects.push(...parts);
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

function give(thread: Thread, task: Task, given: Task[]): void {
  given.push(task);
  thread.post({ id: task.id, files: task.sources.map(({ path, name, named }) => ({ path, name, named })) });
}

function* pairsOf(sources: readonly Source[], outcomes: readonly Outcome[]): Generator<CheckedSource> {
  for (const [i, source] of sources.entries()) {
    const outcome = outcomes[i];
    if (outcome) yield { source, outcome };
  }
}

function unchecked(why: string): Outcome {
  return { ...NOTHING, problem: `its check ended before its time: ${why}` };
}
