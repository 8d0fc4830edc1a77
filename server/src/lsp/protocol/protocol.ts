import type { Stage } from './stage.ts';
/**
 * What this server and its own client say to each other beside the Language Server Protocol. Any other editor may use it too.
 * The client imports this file and nothing else of the server.
 */
import type { Range, TextEdit } from 'vscode-languageserver-types';

export * from './reportManagementProtocol.ts';
export { looksLikePaper } from '../../paper/yaml/splitFrontMatter.ts';
export * from './previewProtocol.ts';

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

export interface DocumentStatus {
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

/**
 * A request to the server: the text of an open document as the server has it, for whoever looks for a fault between the two. Null
 * for a document that is not open.
 */
export const TEXT = 'scrutiny/text';

export interface TextParams {
  readonly uri: string;
}

export type TextResult = string | null;

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

/** VS Code's own command by which a completion asks for the next, if the client names it among its `commands`. */
export const SUGGEST = 'editor.action.triggerSuggest';

/** The kind of the code action that adds a glossary of its acronyms to a report. */
export const INSERT_GLOSSARY = 'source.insertGlossary.scrutiny';

/** VS Code's own command that lists what was found, if the client names it among its `commands`. */
export const SHOW_PROBLEMS = 'workbench.actions.view.problems';

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
