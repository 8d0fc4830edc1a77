import { Disposable, workspace, type LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import {
  SHOW_PROBLEMS,
  SHOW_RULE,
  SUGGEST,
  SUPPRESS,
  type InitializationOptions,
} from '../../../server/src/lsp/protocol/protocol.ts';
import { restartAfterCrash } from './errorHandler.ts';
import { answerFileRequests } from './fileRequests.ts';
import { schemes } from '../extension/reportDetection.ts';
import { ruleLinks } from '../reports/ruleLinks.ts';
import { showRules } from '../reports/rulePage.ts';
import { showStatus } from '../extension/statusBar.ts';
import { suppressOnDemand } from '../reports/suppressCommand.ts';

/** A server that runs, with what is shown of it. */
export interface Connection {
  readonly client: BaseLanguageClient;
  /** Of the documents that it is told of. */
  readonly schemes: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a server and shows what it says.
 * @throws if it does not start
 */
export async function connect(
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
  output: LogOutputChannel,
): Promise<Connection> {
  const initializationOptions: InitializationOptions = {
    status: true,
    files: true,
    trusted: workspace.isTrusted,
    commands: [SHOW_RULE, SUPPRESS, SUGGEST, SHOW_PROBLEMS],
  };
  const served = schemes();
  const client = createClient({
    documentSelector: served.flatMap((scheme) => [
      { scheme, language: 'markdown' },
      { scheme, pattern: '**/council.yaml' },
    ]),
    initializationOptions,
    errorHandler: restartAfterCrash(),
    middleware: ruleLinks,
    outputChannel: output,
    // What goes wrong is in the status bar; an officer who types should not see the panel jump open.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  });
  const shown = Disposable.from(showStatus(client), showRules(client), suppressOnDemand(client), answerFileRequests(client));
  const close = async (): Promise<void> => {
    shown.dispose();
    await client.dispose();
  };
  try {
    await client.start();
  } catch (error) {
    shown.dispose();
    throw error;
  }
  return { client, schemes: served, close };
}
