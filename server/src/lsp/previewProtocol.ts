/** What is said about the preview and files made of a report: a part of the protocol. */
import type { DiagnosticSeverity, Range } from 'vscode-languageserver-types';
import type { Stage } from './protocol.ts';

/** A request to the server: an open report as the committee will see it. */
export const PREVIEW = 'scrutiny/preview';

export interface PreviewParams {
  /** The URI of an open document. */
  readonly uri: string;
}

/** Null for a document that is not open, or is no report. */
export type PreviewResult = Preview | null;

export interface Preview {
  /** The version of the document that all this is about. */
  readonly version: number;
  /** What the report is called. */
  readonly title: string;
  /**
   * The report, as one element `main`. Each block carries the line that it begins on, from 1, as `data-line`, and the one that
   * it ends on, if that is another, as `data-end`; a form prints its fields in an order of its own. What was found is marked: words as `mark`,
   * and at the end of each block a `button` for each finding, both with `data-finding`, its place in {@link findings}.
   * Pictures are named by the URIs of their files.
   */
  readonly html: string;
  /** The style sheet: what holds everywhere, and what comes to it on the screen or, for a page that shows the printed one, on paper. */
  readonly styles: { readonly base: string; readonly screen: string; readonly print: string };
  /** What was found, in the order of the text. */
  readonly findings: readonly PreviewFinding[];
  readonly stage: Stage;
  /** When the report must be published; absent where it gives no day of a meeting. */
  readonly deadline?: PreviewDeadline;
}

export interface PreviewFinding {
  readonly rule: string;
  readonly severity: DiagnosticSeverity;
  readonly message: string;
  readonly range: Range;
}

export interface PreviewDeadline {
  /** The last day to publish, as it is said: `Tuesday 24 November 2026`. */
  readonly day: string;
  /** What that means today: `3 working days left`. */
  readonly left: string;
}

/** A notification to a client that has asked for a preview: all that it shows may be out of date, though no text has changed. */
export const PREVIEWS_CHANGED = 'scrutiny/previewsChanged';

/** A request to the server: an open report as a file. */
export const EXPORT = 'scrutiny/export';

export type ExportFormat = 'html' | 'docx' | 'pdf';

export interface ExportParams {
  /** The URI of an open document. */
  readonly uri: string;
  readonly format: ExportFormat;
}

/** The bytes of the file in base64; or why there is none, and what to do. */
export type ExportResult = { readonly content: string } | { readonly problem: string };
