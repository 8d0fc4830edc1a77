import {
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  EndOfLine,
  languages,
  Uri,
  workspace,
  WorkspaceEdit,
  type DataTransfer,
  type DocumentDropEditProvider,
  type DocumentPasteEditProvider,
  type Position,
  type Range,
  type TextDocument,
} from 'vscode';
import {
  ADD_APPENDICES,
  looksLikePaper,
  type AddAppendicesParams,
  type AddAppendicesResult,
} from '../../../server/src/lsp/protocol/protocol.ts';
import type { ClientSession } from '../session/clientSession.ts';
import { ensureTrusted } from '../extension/trust.ts';
import { sendRequest, serverUri } from '../session/sendRequest.ts';
import { FILES, readDroppedFiles, URIS, relativePath } from './droppedFiles.ts';
import { asBlock, tablesOf, type PastePosition } from './tables.ts';

const HTML = 'text/html';
const APPENDIX = DocumentDropOrPasteEditKind.Empty.append('scrutiny', 'appendix');
const TABLE = DocumentDropOrPasteEditKind.Empty.append('scrutiny', 'table');
/** The largest table that is looked at, in characters of HTML. */
const MOST_HTML = 2_000_000;

/** Has files that are dropped or pasted on a report's appendices listed there, and tables pasted as tables. */
export function registerDropAndPaste(session: ClientSession): Disposable {
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
      if (!range || !looksLikePaper(document.getText())) return undefined;
      const table = await readTable(data);
      if (table !== undefined) {
        const block = asBlock(table, placeOf(document, range), document.eol === EndOfLine.CRLF ? '\r\n' : '\n');
        return [new DocumentPasteEdit(block, 'Paste as Table', TABLE)];
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

function placeOf(document: TextDocument, { start, end }: Range): PastePosition {
  return {
    before: document.lineAt(start).text.slice(0, start.character),
    after: document.lineAt(end).text.slice(end.character),
    ...(start.line > 0 ? { above: document.lineAt(start.line - 1).text } : {}),
    ...(end.line + 1 < document.lineCount ? { below: document.lineAt(end.line + 1).text } : {}),
  };
}

interface Added {
  readonly title: string;
  readonly edit: WorkspaceEdit;
}

/** The edit that adds files to the appendices, copying those that lie elsewhere beside the report. */
async function addFiles(
  session: ClientSession,
  document: TextDocument,
  position: Position,
  data: DataTransfer,
): Promise<Added | undefined> {
  if (!document.uri.path.includes('/') || !looksLikePaper(document.getText())) return undefined;
  const files = await readDroppedFiles(document, data);
  if (files.length === 0) return undefined;
  const params: AddAppendicesParams = {
    uri: serverUri(session, document.uri),
    position: { line: position.line, character: position.character },
    files: files.map((file) => relativePath(file, document)),
  };
  const edits = await sendRequest<AddAppendicesResult>(session, ADD_APPENDICES, params);
  const { client } = session;
  if (!edits || !client) return undefined;
  const edit = new WorkspaceEdit();
  const copied = files.filter(({ from }) => from !== undefined);
  if (copied.length > 0 && !ensureTrusted('The file was not copied beside the report')) {
    // Nothing happens instead of what VS Code would insert.
    return { title: 'Nothing, in Restricted Mode', edit };
  }
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
  for (const { uri, from } of copied) {
    const contents = from instanceof Uri ? await workspace.fs.readFile(from) : from;
    if (contents) edit.createFile(uri, { contents, ignoreIfExists: true });
  }
  return { title: copied.length > 0 ? 'Copy Beside the Report and Add to Appendices' : 'Add to Appendices', edit };
}
