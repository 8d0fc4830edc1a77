import type { Edit } from './edit.ts';
import type { Path } from './path.ts';
import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What findings of each severity are called. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * What a rule's findings are about, for whoever shows or acts on them: `unnecessary` text can be deleted, `deprecated` text is out of
 * date, `unfinished` text is still to be written; a `not-suppressible` finding cannot be silenced by a comment.
 */
export type RuleTag = 'unnecessary' | 'deprecated' | 'unfinished' | 'not-suppressible';

/** Something that a clerk would send a report back for, at one place of its text. */
export interface Finding {
  /** The id of the rule that found it. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it will be when the report is to be published; absent where that is the same. */
  readonly severityAtPublish?: Severity;
  /** Plain English for the author: what is wrong, then what to do. */
  readonly message: string;
  readonly span: Span;
  /** The field that the finding speaks of, or `['body']`. */
  readonly path?: Path;
  /** The tags of its rule; absent if it has none. */
  readonly tags?: readonly RuleTag[];
}

/** A fix that the author may choose. */
export interface Fix {
  /** What it does, as a menu shows it. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** True when it can be made without asking: it never changes what the report says. */
  readonly safe: boolean;
}

/** The accepted findings of one report: for each rule the fingerprints of its findings, each as often as it is accepted. */
export type Baseline = Readonly<Record<string, readonly string[]>>;
