import type { FileSystem } from '../workspace/fileSystem.ts';

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
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTty: boolean;
  /** The width of the terminal; nothing where there is none. */
  readonly columns: number | undefined;
  readonly fileSystem: FileSystem;
}

/** The width that text is laid out for where no terminal says its own. */
const DEFAULT_COLUMNS = 100;
const LEAST_COLUMNS = 24;

/** How wide the output may be. */
export function widthOf({ columns }: Io): number {
  return Math.max(LEAST_COLUMNS, columns && columns > 0 ? columns : DEFAULT_COLUMNS);
}
