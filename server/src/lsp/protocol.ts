/**
 * What this server and its own client say to each other beside the Language Server Protocol. Any other editor may use it too.
 * The client imports this file and nothing else of the server.
 */
import type { Range, TextEdit } from 'vscode-languageserver-types';

export { looksLikeReport } from '../report/split.ts';

/** How far a report is: in a `draft` what is still missing is a note, on the way to `publish` it is a mistake. */
export type Stage = 'draft' | 'publish';

/** The settings of the section `scrutiny`, as the client gives them. */
export interface Settings {
  readonly stage?: Stage;
}

/** `initializationOptions`: every part may be left out. */
export interface InitializationOptions extends Settings {
  /** True for a client that shows {@link STATUS}. */
  readonly status?: boolean;
  /** True for a client that answers {@link LIST_FILES} and {@link READ_FILES}, for files that the server cannot read itself. */
  readonly files?: boolean;
  /** False where a council's own templates are not to be loaded, since nobody has said that the folder is trusted. */
  readonly trusted?: boolean;
  /** The commands that the client runs itself, such as {@link SHOW_RULE}. */
  readonly commands?: readonly string[];
}

/** A notification to the client: what there is to know of a document that is open. Sent when it changes. */
export const STATUS = 'scrutiny/status';

export interface Status {
  readonly uri: string;
  /** False for a document that is no report: then nothing else is here. */
  readonly isReport: boolean;
  /** The title of the report's template; absent where it names none that is known. */
  readonly template?: string;
  /** The `council.yaml` in use; absent where there is none. */
  readonly council?: { readonly uri: string; readonly name: string };
  readonly stage: Stage;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** A request to the server: what a rule is about. */
export const RULE = 'scrutiny/rule';

export interface RuleParams {
  /** The id of the rule, which is the code of its diagnostics. */
  readonly rule: string;
}

/** Null for a rule that there is not. */
export type RuleResult = { readonly title: string; readonly markdown: string } | null;

/** The command of the code action “show the rule”; its one argument is a {@link RuleParams}. */
export const SHOW_RULE = 'scrutiny.showRule';

/** The command of the code action “suppress here”, which asks for the reason; its one argument is a {@link SuppressArgument}. */
export const SUPPRESS = 'scrutiny.suppress';

/** Which finding, of which version of which document. */
export interface SuppressArgument {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  readonly range: Range;
}

/** A request to the server: the edits that make a rule silent at a finding. */
export const SUPPRESSION = 'scrutiny/suppression';

export interface SuppressionParams extends SuppressArgument {
  /** Why the finding is accepted, in the author's words. */
  readonly reason: string;
}

/** Null where the finding is there no longer, or no comment can stand at it. */
export type SuppressionResult = readonly TextEdit[] | null;

/** A request to the server: the meetings that the reports of the workspace are for, and how far they are. */
export const MEETINGS = 'scrutiny/meetings';

export interface MeetingsParams {
  /** Name or e-mail address of the officer whose reports are to be marked. */
  readonly officer?: string;
}

/** In the order of their days; those without a day come first. */
export type MeetingsResult = readonly MeetingItem[];

/** As `scrutiny status` says. `late`: it can no longer be published in time. `needs work`: it has errors. */
export type Readiness = 'ready' | 'needs work' | 'late';

export interface MeetingItem {
  /** Its committee; empty where the reports name none. */
  readonly committee: string;
  /** `YYYY-MM-DD`; absent where the reports give none. */
  readonly day?: string;
  /** `Cabinet, Tuesday 15 September 2026`. */
  readonly name: string;
  readonly state: Readiness;
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
  readonly state: Readiness;
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
  readonly state: Readiness;
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
export type BeginningsResult = readonly Beginning[];

export interface Beginning {
  /** The `council.yaml`. */
  readonly council?: { readonly uri: string; readonly name: string };
  readonly templates: readonly { readonly name: string; readonly title: string; readonly description: string }[];
  readonly committees: readonly { readonly name: string; readonly meetings: readonly NextMeeting[] }[];
  readonly officers: readonly Officer[];
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

export interface Officer {
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
  readonly contact?: Officer;
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

/** VS Code's own command by which a completion asks for the next, if the client names it among its `commands`. */
export const SUGGEST = 'editor.action.triggerSuggest';

/** A request to the client: the URIs of all files in a folder and below, without those in `.git` and `node_modules`. */
export const LIST_FILES = 'scrutiny/listFiles';

export interface ListFilesParams {
  /** The URI of a workspace folder. */
  readonly folder: string;
}

export type ListFilesResult = readonly string[];

/** A request to the client: what files hold. */
export const READ_FILES = 'scrutiny/readFiles';

export interface ReadFilesParams {
  readonly uris: readonly string[];
}

/** The bytes of each file in base64, in the order of the question; null for one that cannot be read. */
export type ReadFilesResult = readonly (string | null)[];
