import {
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  Uri,
  workspace,
  WorkspaceEdit,
  type DataTransfer,
  type DataTransferFile,
  type DocumentDropEditProvider,
  type DocumentPasteEditProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import {
  ADD_APPENDICES,
  looksLikeReport,
  type AddAppendicesParams,
  type AddAppendicesResult,
} from '../../../server/src/lsp/protocol.ts';
import type { Session } from '../session.ts';
import { ask, nameOf } from './ask.ts';
import { tablesOf } from './tables.ts';

const URIS = 'text/uri-list';
const HTML = 'text/html';
const FILES = 'files';
const APPENDIX = DocumentDropOrPasteEditKind.Empty.append('scrutiny', 'appendix');
const TABLE = DocumentDropOrPasteEditKind.Empty.append('scrutiny', 'table');
/** The largest table that is looked at, in characters of HTML. */
const MOST_HTML = 2_000_000;

/** Has files that are dropped or pasted on a report's appendices listed there, and tables pasted as tables. */
export function bringIn(session: Session): Disposable {
  const selector = { language: 'markdown' };
  const drop: DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, data) {
      const added = await addFiles(session, document, position, data);
      if (!added) return undefined;
      const edit = new DocumentDropEdit('', added.title, APPENDIX);
      edit.additionalEdit = added.edit;
      return edit;
    },
  };
  const paste: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, [range], data) {
      if (!range || !looksLikeReport(document.getText())) return undefined;
      const table = await readTable(data);
      if (table !== undefined) {
        const indent = /^\s*/.exec(document.lineAt(range.start).text.slice(0, range.start.character))?.[0] ?? '';
        return [new DocumentPasteEdit(table.replaceAll('\n', `\n${indent}`), 'Paste as Table', TABLE)];
      }
      const added = await addFiles(session, document, range.start, data);
      if (!added) return undefined;
      const edit = new DocumentPasteEdit('', added.title, APPENDIX);
      edit.additionalEdit = added.edit;
      return [edit];
    },
  };
  return Disposable.from(
    languages.registerDocumentDropEditProvider(selector, drop, {
      providedDropEditKinds: [APPENDIX],
      dropMimeTypes: [URIS, FILES],
    }),
    languages.registerDocumentPasteEditProvider(selector, paste, {
      providedPasteEditKinds: [TABLE, APPENDIX],
      pasteMimeTypes: [HTML, URIS, FILES],
    }),
  );
}

async function readTable(data: DataTransfer): Promise<string | undefined> {
  const html = await data.get(HTML)?.asString();
  return html === undefined || html.length > MOST_HTML ? undefined : tablesOf(html);
}

/** A file that was brought, and where it is or would be put. */
interface Brought {
  readonly uri: Uri;
  /** What is to be copied there; absent for a file that the report can name where it is. */
  readonly content?: Uint8Array | DataTransferFile;
}

interface Added {
  readonly title: string;
  readonly edit: WorkspaceEdit;
}

/** The edit that adds files to the appendices, copying those that lie outside of the report's folder in the workspace. */
async function addFiles(
  session: Session,
  document: TextDocument,
  position: Position,
  data: DataTransfer,
): Promise<Added | undefined> {
  if (!document.uri.path.includes('/') || !looksLikeReport(document.getText())) return undefined;
  const files = await broughtFiles(document, data);
  if (files.length === 0) return undefined;
  const params: AddAppendicesParams = {
    uri: nameOf(session, document.uri),
    position: { line: position.line, character: position.character },
    files: files.map(({ uri }) => relativePath(Uri.joinPath(document.uri, '..').path, uri.path)),
  };
  const edits = await ask<AddAppendicesResult>(session, ADD_APPENDICES, params);
  const { client } = session;
  if (!edits || !client) return undefined;
  const edit = new WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
  const copied = files.filter(({ content }) => content !== undefined);
  for (const { uri, content } of copied) if (content) edit.createFile(uri, { contents: content, ignoreIfExists: true });
  return { title: copied.length > 0 ? 'Copy Beside the Report and Add to Appendices' : 'Add to Appendices', edit };
}

async function broughtFiles(document: TextDocument, data: DataTransfer): Promise<Brought[]> {
  const list = (await data.get(URIS)?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')).map((line) => Uri.parse(line)); // prettier-ignore
  const home = workspace.getWorkspaceFolder(fileOf(document));
  const found: Brought[] = [];
  for (const uri of uris) {
    if (home && workspace.getWorkspaceFolder(uri)?.uri.toString() === home.uri.toString()) {
      found.push({ uri });
    } else if (workspace.isTrusted && home) {
      const content = await workspace.fs.readFile(uri).then((bytes) => bytes, () => undefined); // prettier-ignore
      if (content) found.push({ uri: beside(document, uri.path), content });
    }
  }
  if (uris.length > 0 || !workspace.isTrusted || !home) return found;
  // In a browser a file from the computer comes as what it holds.
  for (const [, item] of data) {
    const file = item.asFile();
    if (file) found.push({ uri: beside(document, file.name), content: file });
  }
  return found;
}

/** Where a report is, or is going to be, saved. */
function fileOf({ uri }: TextDocument): Uri {
  if (uri.scheme !== 'untitled') return uri;
  const [folder] = workspace.workspaceFolders ?? [];
  return folder ? folder.uri.with({ path: uri.path }) : uri;
}

function beside(document: TextDocument, path: string): Uri {
  return Uri.joinPath(fileOf(document), '..', path.slice(path.lastIndexOf('/') + 1));
}

/** The way from a folder to a file, both absolute. */
function relativePath(folder: string, file: string): string {
  const [from, to] = [folder.split('/').filter(Boolean), file.split('/').filter(Boolean)];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
