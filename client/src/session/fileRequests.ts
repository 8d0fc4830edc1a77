import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  LIST_FILES,
  READ_FILES,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFilesParams,
  type ReadFilesResult,
} from '../../../server/src/lsp/protocol/protocol.ts';

const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Reads files for a server that cannot: one in a browser, or of a folder that is on no disk. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(LIST_FILES, ({ folder }: ListFilesParams): Promise<ListFilesResult> => listFiles(Uri.parse(folder, true))),
    client.onRequest(READ_FILES, ({ uris }: ReadFilesParams): Promise<ReadFilesResult> =>
      Promise.all(uris.map((uri) => readFile(Uri.parse(uri, true)))),
    ),
  );
}

/**
 * Reads folder by folder: `workspace.findFiles` finds nothing where a file system brings no search of its own. Links to
 * folders are not followed, so that every walk ends; what cannot be read is left out.
 */
async function listFiles(folder: Uri): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const found = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory) return SKIPPED.has(name) ? [] : await listFiles(uri);
      return (type & FileType.File) === 0 ? [] : [uri.toString()];
    }),
  );
  return found.flat();
}

async function readFile(uri: Uri): Promise<string | null> {
  try {
    return base64(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** In pieces, since a function takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
