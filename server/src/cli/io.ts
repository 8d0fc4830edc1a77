import type { FileSystem } from '../workspace/files/fileSystem.ts';
import type { WorkerData } from './lint/lintTypes.ts';
import type { Batch, CheckedBatch } from './lint/lintTypes.ts';

export interface Output {
  write(text: string | Uint8Array): void;
}

/** All that a command has to do with the world outside. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** The current folder, in the system's own form. */
  readonly cwd: string;
  /** Asks a person and gives the answer; nothing where they end the program instead. Absent where nobody can be asked. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTty: boolean;
  /** The width of the terminal; nothing where there is none. */
  readonly columns: number | undefined;
  readonly fileSystem: FileSystem;
  /** The terminal that standard error goes to, where it goes to one. */
  readonly terminal?: NodeJS.WriteStream;
  /** Other threads to check files in; absent where there are none to be had. */
  readonly threads?: WorkerFactory;
  /** Aborted when the run is to end early. */
  readonly signal?: AbortSignal;
}

export interface WorkerFactory {
  /** How many can work at once, this one among them. */
  readonly cores: number;
  /** Starts one, which takes {@link Batch}es and gives back what they came to. */
  start(setup: WorkerData): LintWorker;
}

export interface LintWorker {
  post(batch: Batch): void;
  /** Told of each batch that is done. */
  onChecked(listener: (checked: CheckedBatch) => void): void;
  /** Told, once, when the thread has ended of itself. */
  onExit(listener: (why: string) => void): void;
  stop(): void;
}

/** The width that text is laid out for where no terminal says its own. */
const DEFAULT_COLUMNS = 100;
const LEAST_COLUMNS = 24;

/** How wide the output may be. */
export function widthOf({ columns }: Io): number {
  return Math.max(LEAST_COLUMNS, columns && columns > 0 ? columns : DEFAULT_COLUMNS);
}
