import type { Connection, InitializeParams } from 'vscode-languageserver';
import { describeServer } from './capabilities.ts';
import { readClient } from './client.ts';
import type { Platform } from './platform.ts';
import { Session } from './session.ts';

/** Serves one editor on a connection, until it ends. */
export function serve(connection: Connection, platform: Platform): void {
  connection.onInitialize((params) => {
    const client = readClient(params);
    new Session(connection, platform, client).listen(foldersOf(params));
    return describeServer(client);
  });
  connection.listen();
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // Clients that know of no workspace folders name one root, in a part of the protocol that is marked as outdated.
  const root: unknown = Reflect.get(params, 'rootUri');
  return typeof root === 'string' ? [root] : [];
}
