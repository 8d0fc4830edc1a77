import { InvalidArgumentError } from 'commander';
import type { Stage } from '../../analysis/ruleContext.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'html'] as const;

/** A form of output, and the file that it goes to in place of standard output. */
export interface FormatOption {
  readonly format: (typeof FORMATS)[number];
  readonly file?: string;
}

/** The options of `scrutiny lint`, as commander gives them. */
export interface LintCommandOptions {
  /** One of them, at most, for standard output. */
  readonly format?: readonly FormatOption[];
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  /** Infinite where it is not given. */
  readonly maxWarnings: number;
  readonly quiet?: boolean;
  readonly council?: string;
  readonly today: string;
  readonly stage: Stage;
  readonly stdinFilename?: string;
  /** Only reports that have changed since the last commit, or since {@link since}. */
  readonly changed?: boolean;
  /** A commit or branch. */
  readonly since?: string;
  /** Only reports that are staged, as they are staged. */
  readonly staged?: boolean;
  /** How many threads check files; chosen by the number of cores where it is not given. */
  readonly jobs?: number;
  readonly suppressAll?: boolean;
  readonly pruneSuppressions?: boolean;
  /** False after `--no-color`. */
  readonly color: boolean;
}

/**
 * A form of output, or `FORM=FILE`, added to those given before.
 * @throws InvalidArgumentError for a form there is not, and for a second one without a file
 */
export function readFormat(text: string, before: readonly FormatOption[] | undefined): readonly FormatOption[] {
  const [name = '', ...rest] = text.split('=');
  const format = FORMATS.find((one) => one === name.trim());
  if (!format) throw new InvalidArgumentError(`Choose from ${FORMATS.join(', ')}; FORM=FILE writes it to a file.`);
  if (rest.length > 0 && rest.join('=') === '') throw new InvalidArgumentError(`Name a file, such as ${format}=report.txt.`);
  const given = [...(before ?? []), rest.length > 0 ? { format, file: rest.join('=') } : { format }];
  if (given.filter(({ file }) => file === undefined).length < 2) return given;
  throw new InvalidArgumentError('Only one form goes to the screen; give the others a file, as in sarif=scrutiny.sarif.');
}

/**
 * A number of threads.
 * @throws InvalidArgumentError for anything but 1 to 64
 */
export function readJobs(text: string): number {
  const jobs = readCount(text);
  if (jobs < 1 || jobs > 64) throw new InvalidArgumentError('Give a number from 1 (no other threads) to 64.');
  return jobs;
}

/**
 * A number of warnings.
 * @throws InvalidArgumentError for anything but digits
 */
export function readCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 0 or 10.');
  return Number(text);
}

/**
 * A date, `YYYY-MM-DD`.
 * @throws InvalidArgumentError for anything else, and for days that no month has
 */
export function readDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const exists = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!exists) throw new InvalidArgumentError('Give a date as year, month and day, such as 2026-09-08.');
  return text;
}
