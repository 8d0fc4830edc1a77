import type { Edit } from './edit.ts';
import type { Path } from './path.ts';
import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What findings of each severity are called. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Something that a clerk would send a report back for, at one place of its text. */
export interface Finding {
  /** The id of the rule that found it. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it will be when the report is to be published; absent where that is the same. */
  readonly published?: Severity;
  /** Plain English for the author: what is wrong, then what to do. */
  readonly message: string;
  readonly span: Span;
  /** The field that the finding speaks of, or `['body']`. */
  readonly path?: Path;
}

/** A mend that the author may choose. */
export interface Fix {
  /** What it does, as a menu shows it. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** True when it can be made without asking: it never changes what the report says. */
  readonly safe: boolean;
}
