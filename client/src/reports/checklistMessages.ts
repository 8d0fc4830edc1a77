import type { ReadinessState } from '../../../server/src/lsp/protocol/protocol.ts';

/** The view type of checklists. */
export const CHECKLIST_VIEW = 'scrutiny.checklist';

/** Something that is, or was, to be done before a report can be published. */
export interface Task {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** What it is about, in the form's own words. */
  readonly place: string;
  /** Where it stands, or stood, from 0. */
  readonly line: number;
  readonly isDone: boolean;
}

/** What the extension tells the page of a checklist: all that it shows, and what is kept of it when VS Code is closed. */
export interface ToPage {
  /** The URI of the report. */
  readonly uri: string;
  readonly title: string;
  readonly about: string;
  readonly deadline: string;
  readonly state: ReadinessState;
  readonly found: string;
  /** In the order of the text. */
  readonly tasks: readonly Task[];
}

/** What the page tells the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** A person wants to go to a task's place. */
  | { readonly type: 'go'; readonly id: string };
