/** What is said about the preview and files made of a report: a part of the protocol. */
import type { DiagnosticSeverity, Range } from 'vscode-languageserver-types';
import type { Stage } from './stage.ts';

/** A request to the server: an open report as the committee will see it. */
export const PREVIEW = 'scrutiny/preview';

export interface PreviewParams {
  /** The URI of an open document. */
  readonly uri: string;
}

/** Null for a document that is not open, or is no report. */
export type PreviewResult = PreviewContent | null;

export interface PreviewContent {
  /** The version of the document that all this is about. */
  readonly version: number;
  /** What the report is called. */
  readonly title: string;
  /**
   * The report, as one element `main`. Each block carries the line that it begins on, from 1, as `data-line`, and the one that
   * it ends on, if that is another, as `data-end`; a form prints its fields in an order of its own. What was found is marked: words as `mark`,
   * and at the end of each block a `button` for each finding, both with `data-finding`, its place in {@link findings}.
   * Pictures are named by the URIs of their files, whose query is another when the picture is.
   */
  readonly html: string;
  /** The style sheet: what holds everywhere, and what comes to it on the screen or, for a page that shows the printed one, on paper. */
  readonly styles: PreviewStyles;
  /** What was found, in the order of the text. */
  readonly findings: readonly PreviewFinding[];
  readonly stage: Stage;
  /** When the report must be published; absent where it gives no day of a meeting. */
  readonly deadline?: PreviewDeadline;
}

export interface PreviewStyles {
  readonly base: string;
  readonly screen: string;
  readonly print: string;
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

/**
 * A request to the server, for a client that follows an open report while it is written: the same as {@link PREVIEW}, block by
 * block, and only what has changed since the last answer.
 */
export const PREVIEW_CHANGE = 'scrutiny/previewChange';

export interface PreviewChangeParams extends PreviewParams {
  /** The last answer that the client has; without it, all is new. */
  readonly since?: number;
}

/** Null for a document that is not open, or is no report. */
export type PreviewChangeResult = PreviewChange | null;

export interface PreviewChange extends Pick<PreviewContent, 'version' | 'title' | 'stage' | 'deadline'> {
  /** Names this answer. */
  readonly id: number;
  /** The answer that it changes; absent where all is new. */
  readonly since?: number;
  /** The classes of the element `main`. */
  readonly kind: string;
  /** Absent where they are the same. */
  readonly styles?: PreviewStyles;
  readonly blocks: Splice<PreviewBlock>;
  readonly findings: Splice<PreviewFinding>;
  /** What becomes of the lines of what stays, which count from 1 in blocks and from 0 in findings: both are told of those from 1. */
  readonly lines: Shift;
  /** What becomes of the places of findings that stay. */
  readonly places: Shift;
}

/** One or more elements, in which `data-line`, `data-end` and `data-finding` count from `line` and `place`. */
export interface PreviewBlock {
  readonly html: string;
  readonly line: number;
  readonly place: number;
}

/** What comes instead of so many of a list, from a place on. */
export interface Splice<T> {
  readonly start: number;
  readonly removed: number;
  readonly added: readonly T[];
}

/** Numbers from the first on become so much more. */
export interface Shift {
  readonly from: number;
  readonly by: number;
}

/** A number after a shift. */
export function shifted(number: number, { from, by }: Shift): number {
  return number < from ? number : number + by;
}

/** What was found, after a change. */
export function takeFindings(before: readonly PreviewFinding[], { findings, lines }: PreviewChange): PreviewFinding[] {
  const { start, removed, added } = findings;
  const move = (finding: PreviewFinding): PreviewFinding => movedFinding(finding, lines);
  return [...before.slice(0, start).map(move), ...added, ...before.slice(start + removed).map(move)];
}

/** A finding after lines have shifted. */
export function movedFinding(finding: PreviewFinding, lines: Shift): PreviewFinding {
  const { start, end } = finding.range;
  const [from, to] = [shifted(start.line + 1, lines) - 1, shifted(end.line + 1, lines) - 1];
  if (from === start.line && to === end.line) return finding;
  return { ...finding, range: { start: { ...start, line: from }, end: { ...end, line: to } } };
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
