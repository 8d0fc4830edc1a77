import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { connect, type Connection } from './connection.ts';

/** Starts the server as a process of its own. @throws if it does not start */
export function connectProcess(context: ExtensionContext, output: LogOutputChannel): Promise<Connection> {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return connect((options) => new LanguageClient('scrutiny', 'Scrutiny', { run, debug }, options), output);
}
