import type { Paper } from '../paper/paper.ts';
import type { Finding, Fix, RuleTag, Severity } from '../text/finding.ts';
import type { Path } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';

/** A rule's documentation, which is its test as well. */
export interface RuleDocs {
  /** What it finds, in one line. */
  readonly summary: string;
  /** Why it matters to a committee, an officer or a member of the public. */
  readonly why: string;
  /** The law or house style that it rests on. */
  readonly source: string;
  /**
   * A report with the mistake, each stretch that is found marked `⟦like this⟧` (`⟦⟧` where something is missing). One that
   * does not begin with `---` is a body, and stands under the front matter of a `committee-report`.
   */
  readonly bad: string;
  /** The same report put right: what the first fix makes of `bad`, for a rule that has fixes. */
  readonly good: string;
  /** The `council.yaml` that both are read with. */
  readonly council?: string;
  /** The files round both, by their paths from the report, and what is in them. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What a rule has to say of one place; the severity is the rule's own where it gives none. */
export interface RuleFinding {
  readonly span: Span;
  readonly message: string;
  readonly path?: Path;
  readonly severity?: Severity;
}

/** Something that a careful clerk sends a report back for. */
export interface Rule<Id extends string = string> {
  /** In kebab-case, stable: the name in findings, in `council.yaml`, in suppressions, and of the rule's file. */
  readonly id: Id;
  /** `off`: silent until `council.yaml` turns it on. */
  readonly severity: Severity | 'off';
  /** About completeness: information only in stage `draft`. */
  readonly isCompleteness?: true;
  /** The part of the cover that it is about (a top-level key): it is silent for templates that do not print that. */
  readonly onlyForField?: string;
  /** What its findings are about. */
  readonly tags?: readonly RuleTag[];
  readonly docs: RuleDocs;
  /** Pure, and yields in any order. */
  readonly check: (report: Paper, context: RuleContext) => Iterable<RuleFinding>;
  /** Some of its fixes are safe, so that `--fix` asks for them. */
  readonly hasSafeFixes?: true;
  /** The fixes of a finding of this rule, the best first. */
  readonly fixes?: (finding: Finding, report: Paper, context: RuleContext) => readonly Fix[];
}

/** Returns the rule, its type checked and its id kept as a literal type. */
export function defineRule<const Id extends string>(rule: Rule<Id>): Rule<Id> {
  return rule;
}

/** Rules that belong together, under the heading of the catalogue. */
export interface Chapter {
  readonly title: string;
  readonly rules: readonly Rule[];
}
