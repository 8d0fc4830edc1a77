import {
  ErrorCodes,
  ResponseError,
  type Connection,
  type DocumentLink,
  type Location,
  type LocationLink,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { readCouncilDocument, type CouncilDocument } from '../../language/councilYaml/councilDocument.ts';
import {
  searchTermFor,
  councilSymbolInCouncil,
  placeInCouncil,
  placesOf,
  type CouncilSymbol,
} from '../../language/symbols/councilSymbols.ts';
import { documentLinks, type LinkTarget } from '../../language/symbols/documentLinks.ts';
import { definitionsOf, resolveSymbolAt, referencesOf } from '../../language/symbols/resolveSymbol.ts';
import { rename, renamableAt } from '../../language/symbols/rename.ts';
import type { CouncilSource, LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import type { ClientFeatures } from '../server/clientCapabilities.ts';
import { textEdits } from './completionItems.ts';
import { positionAt, rangeOf } from '../documents/convert.ts';
import { symbolsOf, offsetIn, documentContextFor, rangeIn, type DocumentContext } from '../documents/documentContext.ts';
import type { DocumentProvider } from '../documents/documentProvider.ts';
import { uriBeside } from '../documents/uris.ts';

/** Answers where things are: definitions, references, links; and gives them other names. */
export function registerNavigationHandlers(connection: Connection, documents: DocumentProvider, client: ClientFeatures): void {
  connection.onDefinition(async ({ textDocument: { uri }, position }): Promise<Location[] | LocationLink[] | null> => {
    const opened = await documentContextFor(documents, uri);
    if (opened?.council) {
      // An editor that is led to where it is shows what speaks of it.
      const found = councilSymbolInCouncil(opened.council, offsetIn(opened, position));
      return found ? [{ uri, range: rangeIn(opened, found.span) }] : null;
    }
    if (!opened?.report) return null;
    const { report, checked } = opened.report;
    const cast = symbolsOf(opened.report);
    const meant = resolveSymbolAt(report, checked.context, cast, offsetIn(opened, position));
    if (!meant) return null;
    const origin = rangeIn(opened, meant.span);
    const own = definitionsOf(meant, cast, checked.context).map(({ span, whole }): LocationLink => ({
      originSelectionRange: origin,
      targetUri: uri,
      targetRange: rangeIn(opened, whole.start <= span.start && span.end <= whole.end ? whole : span),
      targetSelectionRange: rangeIn(opened, span),
    }));
    const council = meant.kind === 'known' ? locationInCouncil(opened.diagnosis.council, meant.known, documents) : undefined;
    const theirs: LocationLink[] = council ? [{ originSelectionRange: origin, targetUri: council.uri, targetRange: council.range, targetSelectionRange: council.range }] : []; // prettier-ignore
    const links = own.length > 0 ? own : theirs;
    return client.definitionLinks
      ? links
      : links.map(({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }));
  });

  connection.onReferences(async ({ textDocument: { uri }, position, context: { includeDeclaration } }, token) => {
    const opened = await documentContextFor(documents, uri);
    if (!opened) return null;
    const offset = offsetIn(opened, position);
    if (opened.council) {
      const found = councilSymbolInCouncil(opened.council, offset);
      if (!found) return null;
      const own = includeDeclaration ? [{ uri, range: rangeIn(opened, found.span) }] : [];
      return [...own, ...(await inReports(found.known, opened.document.path, documents, token))];
    }
    if (!opened.report) return null;
    const { report, checked } = opened.report;
    const cast = symbolsOf(opened.report);
    const meant = resolveSymbolAt(report, checked.context, cast, offset);
    if (!meant) return null;
    const here = (span: Parameters<typeof rangeIn>[1]): Location => ({ uri, range: rangeIn(opened, span) });
    const mentions = referencesOf(meant, cast, checked.context).map(here);
    if (meant.kind === 'own') {
      const named = includeDeclaration ? definitionsOf(meant, cast, checked.context).map(({ span }) => here(span)) : [];
      return [...named, ...mentions];
    }
    const council = locationInCouncil(opened.diagnosis.council, meant.known, documents);
    const others = council ? await inReports(meant.known, opened.diagnosis.council.file?.name ?? '', documents, token, uri) : [];
    return [...(council && includeDeclaration ? [council] : []), ...mentions, ...others];
  });

  connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
    const opened = await documentContextFor(documents, uri);
    if (!opened?.report) return [];
    const { report, checked } = opened.report;
    return documentLinks(report, checked.context, symbolsOf(opened.report)).map(({ span, tooltip, target }): DocumentLink => ({
      range: rangeIn(opened, span),
      target: uriOfTarget(target, opened),
      ...(client.linkTooltips ? { tooltip } : {}),
    }));
  });

  connection.onPrepareRename(async ({ textDocument: { uri }, position }) => {
    const opened = await documentContextFor(documents, uri);
    if (!opened?.report) return null;
    const { report, checked } = opened.report;
    const found = renamableAt(report, checked.context, symbolsOf(opened.report), offsetIn(opened, position));
    return found ? { range: rangeIn(opened, found.span), placeholder: found.name } : null;
  });

  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }): Promise<WorkspaceEdit | null> => {
    const opened = await documentContextFor(documents, uri);
    if (!opened?.report) return null;
    const { report, checked } = opened.report;
    const result = rename(report, checked.context, symbolsOf(opened.report), offsetIn(opened, position), newName);
    if ('problem' in result) throw new ResponseError(ErrorCodes.InvalidParams, result.problem);
    const edits = textEdits(result.edits, opened.lines);
    const { version } = opened.diagnosis;
    return client.versionedEdits
      ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
      : { changes: { [uri]: edits } };
  });
}

const files = new WeakMap<CouncilSource, CouncilDocument>();

/** Where the `council.yaml` in use has what a report speaks of. */
function locationInCouncil({ file }: LoadedCouncil, known: CouncilSymbol, documents: DocumentProvider): Location | undefined {
  if (!file) return undefined;
  let council = files.get(file);
  if (!council) files.set(file, (council = readCouncilDocument(file.text)));
  const span = placeInCouncil(council, known);
  return span && { uri: documents.uriOf(file.name), range: rangeOf(council.lines, span) };
}

/** Where the reports of a council speak of something; that of one URI left out. */
async function inReports(
  known: CouncilSymbol,
  council: string,
  documents: DocumentProvider,
  token: { readonly isCancellationRequested: boolean },
  except?: string,
): Promise<Location[]> {
  const found: Location[] = [];
  for await (const { uri, read } of documents.reportsWith(council, searchTermFor(known))) {
    if (token.isCancellationRequested) break;
    if (uri === except) continue;
    found.push(...placesOf(known, read.context).map((span) => ({ uri, range: rangeOf(read.report.lines, span) })));
  }
  return found;
}

/** A line of a document as editors take it in an address, counted from 1: `#L12`. */
function uriOfTarget(target: LinkTarget, { document, lines }: DocumentContext): string {
  switch (target.kind) {
    case 'address':
      return target.address;
    case 'file':
      return uriBeside(document.uri, target.path);
    case 'place': {
      const { line, character } = positionAt(lines, target.offset);
      return `${document.uri}#L${line + 1},${character + 1}`;
    }
  }
}
