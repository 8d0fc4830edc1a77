import {
  FoldingRangeKind,
  SymbolKind,
  type Connection,
  type DocumentSymbol,
  type FoldingRange,
  type SelectionRange,
  type SymbolInformation,
} from 'vscode-languageserver';
import { yamlFoldingRanges, foldingRanges } from '../../language/structure/foldingRanges.ts';
import {
  documentSymbols,
  fieldSymbols,
  type DocumentSymbolItem,
  type DocumentSymbolKind,
} from '../../language/structure/documentSymbols.ts';
import { selectionRanges, yamlSelectionRanges } from '../../language/structure/selectionRanges.ts';
import type { ClientFeatures } from '../server/clientCapabilities.ts';
import { documentContextFor, offsetIn, rangeIn, type DocumentContext } from '../documents/documentContext.ts';
import type { DocumentProvider } from '../documents/documentProvider.ts';

const KINDS: Readonly<Record<DocumentSymbolKind, SymbolKind>> = {
  cover: SymbolKind.Namespace,
  field: SymbolKind.Field,
  group: SymbolKind.Object,
  list: SymbolKind.Array,
  item: SymbolKind.Property,
  section: SymbolKind.String,
  paragraph: SymbolKind.Number,
  figure: SymbolKind.Constant,
  table: SymbolKind.Struct,
};

/** Answers what a document is made of: outline, folding, growing selections. */
export function registerStructureHandlers(connection: Connection, documents: DocumentProvider, client: ClientFeatures): void {
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const opened = await documentContextFor(documents, uri);
    if (!opened) return [];
    const items = outlineOf(opened);
    return client.nestedSymbols ? items.map((item) => symbolOf(item, opened)) : items.flatMap((item) => flat(item, opened));
  });

  connection.onFoldingRanges(async ({ textDocument: { uri } }): Promise<FoldingRange[]> => {
    const opened = await documentContextFor(documents, uri);
    if (!opened) return [];
    const { report, council } = opened;
    const folds = report
      ? foldingRanges(report.report, report.checked.context)
      : council
        ? yamlFoldingRanges(outlineOf(opened), council)
        : [];
    return folds.map(({ first, last, isComment }) => ({
      startLine: first,
      endLine: last,
      ...(isComment ? { kind: FoldingRangeKind.Comment } : {}),
    }));
  });

  connection.onSelectionRanges(async ({ textDocument: { uri }, positions }) => {
    const opened = await documentContextFor(documents, uri);
    if (!opened) return null;
    return positions.map((position): SelectionRange => {
      const offset = offsetIn(opened, position);
      const { report, document } = opened;
      const spans = report
        ? selectionRanges(report.report, offset, report.checked.context)
        : yamlSelectionRanges(document.text, offset, outlineOf(opened));
      const whole = spans.reduceRight<SelectionRange | undefined>(
        (parent, span) => ({ range: rangeIn(opened, span), ...(parent ? { parent } : {}) }),
        undefined,
      );
      return whole ?? { range: { start: position, end: position } };
    });
  });
}

function outlineOf({ report, council }: DocumentContext): readonly DocumentSymbolItem[] {
  if (report) return documentSymbols(report.report, report.checked.context);
  return council ? fieldSymbols(council.text, council.values) : [];
}

function symbolOf({ name, detail, kind, span, nameSpan, children }: DocumentSymbolItem, opened: DocumentContext): DocumentSymbol {
  return {
    name,
    detail,
    kind: KINDS[kind],
    range: rangeIn(opened, span),
    selectionRange: rangeIn(opened, nameSpan),
    children: children.map((child) => symbolOf(child, opened)),
  };
}

/** For editors that know no symbols within others. */
function flat({ name, kind, span, children }: DocumentSymbolItem, opened: DocumentContext): SymbolInformation[] {
  const { uri } = opened.document;
  const own = { name, kind: KINDS[kind], location: { uri, range: rangeIn(opened, span) } };
  return [own, ...children.flatMap((child) => flat(child, opened))];
}
