/// <reference lib="webworker" />
import { Uri, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { connect, type Connection } from './connection.ts';

/** Starts the server as a worker. @throws if it does not start */
export function connectWorker(context: ExtensionContext, output: LogOutputChannel): Promise<Connection> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/serverWeb.js').toString(true));
  return connect((options) => new LanguageClient('scrutiny', 'Scrutiny', worker, options), output);
}
