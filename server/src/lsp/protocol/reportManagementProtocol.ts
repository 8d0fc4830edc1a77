/** What is said about meetings, new reports, appendices and publication: a part of the protocol, for people at a desk. */
import type { Range, TextEdit } from 'vscode-languageserver-types';

/** A request to the server: the meetings that the reports of the workspace are for, and how far they are. */
export const MEETINGS = 'scrutiny/meetings';

export interface MeetingsParams {
  /** Name or e-mail address of the officer whose reports are to be marked. */
  readonly officer?: string;
}

/** In the order of their days; those without a day come first. */
export type MeetingsResult = readonly MeetingItem[];

/** As `scrutiny status` says. `late`: it can no longer be published in time. `needs work`: it has errors. */
export type ReadinessState = 'ready' | 'needs work' | 'late';

export interface MeetingItem {
  /** Its committee; empty where the reports name none. */
  readonly committee: string;
  /** `YYYY-MM-DD`; absent where the reports give none. */
  readonly day?: string;
  /** `Cabinet, Tuesday 15 September 2026`. */
  readonly name: string;
  readonly state: ReadinessState;
  readonly isHeld: boolean;
  /** The last day to publish, as people say it, and what that means today: `3 working days left`. */
  readonly publishBy?: string;
  readonly left?: string;
  readonly reports: readonly ReportItem[];
}

export interface ReportItem {
  readonly uri: string;
  readonly title: string;
  /** The title of its template, if it names one that is known. */
  readonly template?: string;
  readonly state: ReadinessState;
  /** `2 errors, 1 warning` or `fit to publish`. */
  readonly found: string;
  readonly isExempt: boolean;
  /** Of the officer in question. */
  readonly isMine: boolean;
}

/** A notification to a client that has asked for {@link MEETINGS}: the answer may be another by now. Sent once for each answer. */
export const MEETINGS_CHANGED = 'scrutiny/meetingsChanged';

/** A request to the server: what is left to do before an open report can be published. */
export const CHECKLIST = 'scrutiny/checklist';

export interface ChecklistParams {
  readonly uri: string;
}

/** Null for what is no open report. */
export type ChecklistResult = Checklist | null;

export interface Checklist {
  /** The version of the document that it is about. */
  readonly version: number;
  readonly title: string;
  readonly template?: string;
  readonly state: ReadinessState;
  /** `2 errors, 1 warning` or `fit to publish`. */
  readonly found: string;
  /** The first meeting that considers it, with the last day to publish and what that means today. */
  readonly meeting?: { readonly name: string; readonly publishBy: string; readonly left: string };
  /** In the order of the text. */
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistItem {
  /** What it is known by in one version of the report and the next. */
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** What it is about, in the form's own words: `Officer contact`. */
  readonly place: string;
  readonly range: Range;
}

/** A request to the server: what a new report can be begun with. */
export const BEGINNINGS = 'scrutiny/beginnings';

/** One for each `council.yaml` of the workspace, the nearest to the outside first; where there is none, one without. */
export type NewReportOptionsResult = readonly NewReportOptions[];

export interface NewReportOptions {
  /** The `council.yaml`. */
  readonly council?: { readonly uri: string; readonly name: string };
  readonly templates: readonly { readonly name: string; readonly title: string; readonly description: string }[];
  readonly committees: readonly { readonly name: string; readonly meetings: readonly NextMeeting[] }[];
  readonly officers: readonly ContactOption[];
}

/** A meeting that is still to come. */
export interface NextMeeting {
  readonly day: string;
  readonly said: string;
  readonly publishBy: string;
  readonly left: string;
  /** Its reports can no longer be published in time. */
  readonly isLate: boolean;
}

export interface ContactOption {
  readonly name: string;
  readonly title?: string;
  readonly tel?: string;
  readonly email?: string;
}

/** A request to the server: a report to fill in. */
export const NEW_REPORT = 'scrutiny/newReport';

export interface NewReportParams {
  /** The URI of the `council.yaml`, if any. */
  readonly council?: string;
  readonly template: string;
  readonly committee?: string;
  readonly date?: string;
  readonly title?: string;
  readonly contact?: ContactOption;
}

/** Null for a template that there is not. */
export type NewReportResult = {
  /** Its text as a snippet. */
  readonly snippet: string;
  /** The folder that the council keeps its reports in, and a name for this one; no folder without a council or workspace. */
  readonly folder?: string;
  readonly name: string;
} | null;

/** A request to the server: the edits that add files to an open report's appendices. */
export const ADD_APPENDICES = 'scrutiny/addAppendices';

export interface AddAppendicesParams {
  readonly uri: string;
  readonly position: Range['start'];
  /** Paths from the report's folder, with `/`. */
  readonly files: readonly string[];
}

/** Null where the position is not at the appendices. */
export type AddAppendicesResult = readonly TextEdit[] | null;
