import type { Connection, InitializeParams } from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.ts';
import { readClientCapabilities } from './clientCapabilities.ts';
import type { Platform } from './platform.ts';
import { ServerSession } from './serverSession.ts';

/** Serves one editor on a connection, until it ends. */
export function serve(connection: Connection, platform: Platform): void {
  connection.onInitialize((params) => {
    const client = readClientCapabilities(params);
    new ServerSession(connection, platform, client).listen(foldersOf(params));
    return serverCapabilities(client);
  });
  connection.listen();
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // Clients that know of no workspace folders name one root, in a part of the protocol that is marked as outdated.
  const root: unknown = Reflect.get(params, 'rootUri');
  return typeof root === 'string' ? [root] : [];
}
