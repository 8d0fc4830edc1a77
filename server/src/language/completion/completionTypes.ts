import type { Edit } from '../../text/edit.ts';

/** What is offered, for the picture beside it. */
export type CompletionKind = 'key' | 'value' | 'template' | 'committee' | 'date' | 'person' | 'file' | 'section' | 'rule';

/** Something that the author may have written for them. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /**
   * What accepting it does. The span lies on the cursor's line and holds the cursor. The text is indented as it is to stand
   * (LSP: `insertTextMode: asIs`) and has the report's line ends.
   */
  readonly edit: Edit;
  /** Changes elsewhere that belong to it (LSP: `additionalTextEdits`), none of which touches `edit`. */
  readonly more: readonly Edit[];
  /** `edit.text` is written in snippet syntax; {@link plainText} makes plain text of it for editors that know none. */
  readonly snippet: boolean;
  /** What the text at `edit.span` is compared with while the author types on. */
  readonly filterText: string;
  /** What was inserted is to be filled from a list: completion should be asked for again at once. */
  readonly again: boolean;
}

/** What lies round a report, beside what its check knows. Paths are relative to the report's folder, with `/`. */
export interface CompletionSurroundings {
  /** Files that may be appendices. */
  readonly files: readonly string[];
  /** Names of councillors that other reports give as local councillors. */
  readonly councillors: readonly string[];
}
