import { InvalidArgumentError } from 'commander';
import type { Stage } from '../rules/context.ts';

/** The options of `scrutiny lint`, as commander gives them. */
export interface LintOptions {
  readonly format: 'text' | 'json';
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  /** Infinite where it is not given. */
  readonly maxWarnings: number;
  readonly quiet?: boolean;
  readonly council?: string;
  readonly today: string;
  readonly stage: Stage;
  readonly stdinFilename?: string;
  readonly suppressAll?: boolean;
  readonly pruneSuppressions?: boolean;
  /** False after `--no-color`. */
  readonly color: boolean;
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
