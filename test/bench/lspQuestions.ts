import type { Position } from 'vscode-languageserver';

/** What an editor asks about a report that is open: a method, and its parameters. */
export type Question = readonly [method: string, params: object];

/** The questions beside diagnostics, completion and hover, by what people call them. */
export function questionsAbout(uri: string, text: string): Readonly<Record<string, Question>> {
  const textDocument = { uri };
  const position = positionIn(text, endOf(text, /(?:paragraph|Appendix|Table|section) \d/));
  const whole = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
  return {
    outline: ['textDocument/documentSymbol', { textDocument }],
    folding: ['textDocument/foldingRange', { textDocument }],
    'selection ranges': ['textDocument/selectionRange', { textDocument, positions: [position] }],
    'document links': ['textDocument/documentLink', { textDocument }],
    definition: ['textDocument/definition', { textDocument, position }],
    references: ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
    'rename, whether': ['textDocument/prepareRename', { textDocument, position }],
    'code lenses': ['textDocument/codeLens', { textDocument }],
    'inlay hints': ['textDocument/inlayHint', { textDocument, range: whole }],
    'semantic tokens': ['textDocument/semanticTokens/full', { textDocument }],
    formatting: ['textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }],
    'code actions': [
      'textDocument/codeAction',
      { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
    ],
  };
}

/** The offset after the first match in a text. @throws where there is none */
export function endOf(text: string, pattern: RegExp): number {
  const found = pattern.exec(text);
  if (!found) throw new Error(`the report has no ${pattern.source}`);
  return found.index + found[0].length;
}

export function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
