import type { Checked } from '../check.ts';
import type { Report } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/span.ts';

/** LSP's kinds, as far as they are used. */
export type ActionKind = 'quickfix' | 'source.fixAll.scrutiny' | 'refactor.rewrite';

/**
 * What an editor may do beside making edits, or in their place: show the documentation of a rule; ask the author why a rule
 * should be silent, and then make the edits of {@link suppress} with the answer.
 */
export type ActionCommand =
  { readonly name: 'show-rule'; readonly rule: string } | { readonly name: 'suppress'; readonly finding: Finding };

/** Something that can be done to a report. */
export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  /** The finding that it mends. */
  readonly finding?: Finding;
  /** The one to be made when nobody chooses. */
  readonly preferred: boolean;
  /** For `suppress` they hold a placeholder as the reason, for editors that cannot ask. */
  readonly edits: readonly Edit[];
  readonly command?: ActionCommand;
}

/**
 * What can be done at a stretch of a report: the fixes of the findings that touch it, then what concerns the whole report.
 * `source.fixAll.scrutiny` is always there when something can be fixed, whatever the stretch.
 */
export function actions(report: Report, span: Span, checked: Checked): readonly Action[] {
  void [report, span, checked];
  return [];
}

/**
 * The edits that make a rule silent at a finding, with the reason.
 * @returns nothing where no comment can stand there
 */
export function suppress(report: Report, finding: Finding, reason: string): readonly Edit[] | undefined {
  void [report, finding, reason];
  return undefined;
}
