import {
  InlayHintKind,
  SemanticTokensBuilder,
  type CodeLens,
  type Connection,
  type InlayHint,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { inlayHints } from '../../language/structure/inlayHints.ts';
import { codeLenses } from '../../language/structure/codeLenses.ts';
import { semanticTokens, type SemanticTokenKind } from '../../language/structure/semanticTokens.ts';
import type { Span } from '../../text/span.ts';
import type { ClientFeatures } from '../server/clientCapabilities.ts';
import { positionAt, spanOf } from '../documents/convert.ts';
import { symbolsOf, generatedNumbersOf, documentContextFor, rangeIn } from '../documents/documentContext.ts';
import { SHOW_PROBLEMS } from '../protocol/protocol.ts';
import type { DocumentProvider } from '../documents/documentProvider.ts';

const MODIFIERS = ['reference', 'placeholder', 'low', 'medium', 'high'] as const;

/** The protocol's own types, which every theme has a colour for; the modifiers tell more to those that ask. */
export const LEGEND: SemanticTokensLegend = { tokenTypes: ['number', 'property', 'macro', 'enumMember'], tokenModifiers: [...MODIFIERS] }; // prettier-ignore

/** The type and the modifier of each kind of token, by their places in the legend. */
const KINDS: Readonly<Record<SemanticTokenKind, readonly [type: number, modifier?: (typeof MODIFIERS)[number]]>> = {
  number: [0],
  reference: [1, 'reference'],
  placeholder: [2, 'placeholder'],
  low: [3, 'low'],
  medium: [3, 'medium'],
  high: [3, 'high'],
};

/** Answers what an editor shows in and above the text: lenses, hints, colours. */
export function registerAnnotationHandlers(connection: Connection, documents: DocumentProvider, client: ClientFeatures): void {
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const opened = await documentContextFor(documents, uri);
    if (!opened?.report) return [];
    const { report, checked } = opened.report;
    return codeLenses(report, checked).map(({ span, title, isAboutFindings }): CodeLens => {
      const shows = isAboutFindings && client.options.commands?.includes(SHOW_PROBLEMS);
      return { range: rangeIn(opened, span), command: { title, command: shows ? SHOW_PROBLEMS : '' } };
    });
  });

  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    const opened = await documentContextFor(documents, uri);
    if (!opened?.report) return [];
    const { report, checked } = opened.report;
    const { start, end } = spanOf(opened.lines, range);
    return inlayHints(report, checked.context, generatedNumbersOf(opened.report))
      .filter(({ offset }) => start <= offset && offset <= end)
      .map(({ offset, label, tooltip }): InlayHint => ({
        position: positionAt(opened.lines, offset),
        label,
        tooltip,
        kind: InlayHintKind.Parameter,
        paddingRight: true,
      }));
  });

  const tokensOf = async (uri: string, range?: Parameters<typeof spanOf>[1]): Promise<SemanticTokens> => {
    const builder = new SemanticTokensBuilder();
    const opened = await documentContextFor(documents, uri);
    if (!opened?.report) return { data: [] };
    const { report, checked } = opened.report;
    const wanted: Span = range ? spanOf(opened.lines, range) : { start: 0, end: report.text.length };
    for (const { span, kind } of semanticTokens(report, checked, symbolsOf(opened.report))) {
      if (span.end < wanted.start || span.start > wanted.end) continue;
      const { line, character } = positionAt(opened.lines, span.start);
      const [type, modifier] = KINDS[kind];
      builder.push(line, character, span.end - span.start, type, modifier ? 1 << MODIFIERS.indexOf(modifier) : 0);
    }
    return { data: builder.build().data };
  };
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) => tokensOf(uri));
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }) => tokensOf(uri, range));
}
