import { DidChangeWatchedFilesNotification, WatchKind, type Connection } from 'vscode-languageserver';

/** Asks the editor to tell of files that change, and of all that come and go: reports link to files of any kind. */
export async function registerFileWatchers(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: '**/*.{md,markdown,json,png,jpg,jpeg,gif,webp,svg}', kind: WatchKind.Change },
      { globPattern: '**/{council.yaml,.gitignore}', kind: WatchKind.Change },
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}
