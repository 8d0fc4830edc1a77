import { MarkupKind, type InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/protocol.ts';
import type { Stage } from '../protocol/stage.ts';

/** What the editor can do, as far as the server cares. */
export interface ClientFeatures {
  /** It asks for diagnostics; one that does not is sent them. */
  readonly supportsPullDiagnostics: boolean;
  /** It asks again for diagnostics when told to. */
  readonly supportsDiagnosticRefresh: boolean;
  /** It can be asked to tell of changed files. */
  readonly supportsFileWatching: boolean;
  /** It can be asked for settings. */
  readonly configuration: boolean;
  /** It tells of folders that come and go. */
  readonly folders: boolean;
  /** It shows progress that the server begins. */
  readonly progress: boolean;
  /** It opens a web page for the server. */
  readonly showsDocuments: boolean;
  /** It knows snippets in completions. */
  readonly snippets: boolean;
  /** It shows Markdown in hovers. */
  readonly markdown: boolean;
  /** It shows outlines in which parts stand within others. */
  readonly nestedSymbols: boolean;
  /** It shows where a link to a definition begins and ends. */
  readonly definitionLinks: boolean;
  /** It says where a link leads. */
  readonly linkTooltips: boolean;
  /** It asks whether something can be renamed before it asks for the name. */
  readonly renames: boolean;
  /** It asks again for lenses when told to. */
  readonly refreshesLenses: boolean;
  /** It takes edits that say which version of a document they are for. */
  readonly versionedEdits: boolean;
  readonly options: InitializationOptions;
}

/** Reads what a client says of itself. */
export function readClientCapabilities({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { workspace, window, textDocument } = capabilities;
  return {
    supportsPullDiagnostics: textDocument?.diagnostic !== undefined,
    supportsDiagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    supportsFileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    folders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    showsDocuments: window?.showDocument?.support === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    renames: textDocument?.rename?.prepareSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    options: readOptions(initializationOptions),
  };
}

function readOptions(given: unknown): InitializationOptions {
  if (!isObject(given)) return {};
  const { status, files, trusted, commands } = given;
  return {
    ...readSettings(settingsSection(given)),
    status: status === true,
    files: files === true,
    trusted: trusted !== false,
    commands: Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [],
  };
}

/** The settings in what a client sent; parts that are wrong are left out. */
export function readSettings(given: unknown): { stage?: Stage } {
  if (!isObject(given)) return {};
  const { stage } = given;
  return stage === 'draft' || stage === 'publish' ? { stage } : {};
}

/** Settings as a client sends them: by themselves, or under their section's name. */
export function settingsSection(sent: unknown): unknown {
  return isObject(sent) && 'scrutiny' in sent ? sent['scrutiny'] : sent;
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null;
}
