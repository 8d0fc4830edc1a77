/** What holds of the features that speak of a whole report, and of a place in one, for every text. */
import assert from 'node:assert/strict';
import type { LintResult } from '../../server/src/linter/lint.ts';
import { glossaryAction } from '../../server/src/language/codeActions/codeActions.ts';
import type { CouncilDocument } from '../../server/src/language/councilYaml/councilDocument.ts';
import { foldingRanges, yamlFoldingRanges } from '../../server/src/language/structure/foldingRanges.ts';
import { formatDocument } from '../../server/src/language/yaml/formatDocument.ts';
import { inlayHints } from '../../server/src/language/structure/inlayHints.ts';
import { councilSymbolInCouncil } from '../../server/src/language/symbols/councilSymbols.ts';
import { codeLenses } from '../../server/src/language/structure/codeLenses.ts';
import { documentLinks } from '../../server/src/language/symbols/documentLinks.ts';
import type { SymbolTable } from '../../server/src/language/symbols/symbolTable.ts';
import { buildSymbolTable } from '../../server/src/language/symbols/symbolTable.ts';
import { definitionsOf, resolveSymbolAt, referencesOf } from '../../server/src/language/symbols/resolveSymbol.ts';
import { documentSymbols, fieldSymbols } from '../../server/src/language/structure/documentSymbols.ts';
import { rename } from '../../server/src/language/symbols/rename.ts';
import { selectionRanges, yamlSelectionRanges } from '../../server/src/language/structure/selectionRanges.ts';
import { semanticTokens } from '../../server/src/language/structure/semanticTokens.ts';
import { generatedNumbers } from '../../server/src/lsp/handlers/generatedNumbers.ts';
import { parsePaper, type Paper } from '../../server/src/paper/paper.ts';
import { createContext } from '../../server/src/analysis/ruleContext.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { assertInside, assertSpansInside } from './invariants.ts';

/** What a report names. */
export function castIn(report: Paper, checked: LintResult): SymbolTable {
  return buildSymbolTable(report, checked.context, generatedNumbers({ report, checked }));
}

/** Asks for all that is shown of a report, and at some places of it for where they lead. */
export function tryFeatures(report: Paper, checked: LintResult, cast: SymbolTable, places: readonly number[]): void {
  const { context } = checked;
  const { length } = report.text;
  const given = generatedNumbers({ report, checked });
  assertSpansInside(
    [documentSymbols(report, context), codeLenses(report, checked), semanticTokens(report, checked, cast), given],
    length,
  );
  assertSpansInside([documentLinks(report, context, cast), cast.names.all(), cast.mentions], length);
  for (const { first, last } of foldingRanges(report, context)) assert.ok(first < last && last < report.lines.count);
  for (const { offset } of inlayHints(report, context, given)) assert.ok(offset >= 0 && offset <= length);
  const once = applyEdits(report.text, formatDocument(report, context));
  const again = parsePaper(once);
  assert.deepEqual(formatDocument(again, createContext(again, context)), [], 'formatted twice');
  for (const { edits } of glossaryAction(report, checked)) applyEdits(report.text, edits);
  for (const offset of places) {
    for (const span of selectionRanges(report, offset, context)) assertInside(span, length, 'selection');
    const meant = resolveSymbolAt(report, context, cast, offset);
    if (!meant) continue;
    assertSpansInside([definitionsOf(meant, cast, context), referencesOf(meant, cast, context)], length);
    const renamed = rename(report, context, cast, offset, 'ZQX');
    if ('edits' in renamed) applyEdits(report.text, renamed.edits);
  }
}

/** Each of the same by itself, to be timed: with what the server keeps for all of them (what a report names) done before. */
export function featuresOf(
  report: Paper,
  checked: LintResult,
  places: readonly number[],
): Readonly<Record<string, () => unknown>> {
  const { context } = checked;
  const cast = castIn(report, checked);
  const given = generatedNumbers({ report, checked });
  const atEach = (ask: (offset: number) => unknown) => () => places.map(ask);
  return {
    numbers: () => generatedNumbers({ report, checked }),
    'names and mentions': () => buildSymbolTable(report, context, given),
    outline: () => documentSymbols(report, context),
    lenses: () => codeLenses(report, checked),
    colours: () => semanticTokens(report, checked, cast),
    links: () => documentLinks(report, context, cast),
    folding: () => foldingRanges(report, context),
    'inlay hints': () => inlayHints(report, context, given),
    formatting: () => formatDocument(report, context),
    glossary: () => glossaryAction(report, checked),
    selection: () => selectionRanges(report, places[2] ?? 0, context),
    references: atEach((offset) => {
      const meant = resolveSymbolAt(report, context, cast, offset);
      return meant && [definitionsOf(meant, cast, context), referencesOf(meant, cast, context)];
    }),
    'renaming all': atEach((offset) => rename(report, context, cast, offset, 'ZQX')),
  };
}

/** The same for a `council.yaml`. */
export function tryCouncilFeatures(file: CouncilDocument, places: readonly number[]): void {
  const items = fieldSymbols(file.text, file.values);
  assertSpansInside(items, file.text.length);
  for (const { first, last } of yamlFoldingRanges(items, file)) assert.ok(first < last && last < file.lines.count);
  for (const offset of places) {
    for (const span of yamlSelectionRanges(file.text, offset, items)) assertInside(span, file.text.length, 'selection');
    assertSpansInside([councilSymbolInCouncil(file, offset)], file.text.length);
  }
}
