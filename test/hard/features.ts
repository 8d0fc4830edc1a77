/** What holds of the features that speak of a whole report, and of a place in one, for every text. */
import assert from 'node:assert/strict';
import type { LintResult } from '../../server/src/linter/lint.ts';
import { glossaryAction } from '../../server/src/language/actions.ts';
import type { CouncilFile } from '../../server/src/language/councilFile.ts';
import { folding, foldYaml } from '../../server/src/language/folding.ts';
import { format } from '../../server/src/language/format.ts';
import { inlayHints } from '../../server/src/language/inlayHints.ts';
import { knownInCouncil } from '../../server/src/language/known.ts';
import { lenses } from '../../server/src/language/lenses.ts';
import { documentLinks } from '../../server/src/language/links.ts';
import type { Cast } from '../../server/src/language/mentions.ts';
import { readCast } from '../../server/src/language/mentions.ts';
import { definitionsOf, meantAt, mentionsOf } from '../../server/src/language/navigation.ts';
import { outline, outlineFields } from '../../server/src/language/outline.ts';
import { rename } from '../../server/src/language/rename.ts';
import { selection, selectYaml } from '../../server/src/language/selection.ts';
import { tokens } from '../../server/src/language/tokens.ts';
import { givenNumbers } from '../../server/src/lsp/numbers.ts';
import { parsePaper, type Paper } from '../../server/src/paper/paper.ts';
import { createContext } from '../../server/src/analysis/ruleContext.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { assertInside, assertSpansInside } from './invariants.ts';

/** What a report names. */
export function castIn(report: Paper, checked: LintResult): Cast {
  return readCast(report, checked.context, givenNumbers({ report, checked }));
}

/** Asks for all that is shown of a report, and at some places of it for where they lead. */
export function tryFeatures(report: Paper, checked: LintResult, cast: Cast, places: readonly number[]): void {
  const { context } = checked;
  const { length } = report.text;
  const given = givenNumbers({ report, checked });
  assertSpansInside([outline(report, context), lenses(report, checked), tokens(report, checked, cast), given], length);
  assertSpansInside([documentLinks(report, context, cast), cast.names.all(), cast.mentions], length);
  for (const { first, last } of folding(report, context)) assert.ok(first < last && last < report.lines.count);
  for (const { offset } of inlayHints(report, context, given)) assert.ok(offset >= 0 && offset <= length);
  const once = applyEdits(report.text, format(report, context));
  const again = parsePaper(once);
  assert.deepEqual(format(again, createContext(again, context)), [], 'formatted twice');
  for (const { edits } of glossaryAction(report, checked)) applyEdits(report.text, edits);
  for (const offset of places) {
    for (const span of selection(report, offset, context)) assertInside(span, length, 'selection');
    const meant = meantAt(report, context, cast, offset);
    if (!meant) continue;
    assertSpansInside([definitionsOf(meant, cast, context), mentionsOf(meant, cast, context)], length);
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
  const given = givenNumbers({ report, checked });
  const atEach = (ask: (offset: number) => unknown) => () => places.map(ask);
  return {
    numbers: () => givenNumbers({ report, checked }),
    'names and mentions': () => readCast(report, context, given),
    outline: () => outline(report, context),
    lenses: () => lenses(report, checked),
    colours: () => tokens(report, checked, cast),
    links: () => documentLinks(report, context, cast),
    folding: () => folding(report, context),
    'inlay hints': () => inlayHints(report, context, given),
    formatting: () => format(report, context),
    glossary: () => glossaryAction(report, checked),
    selection: () => selection(report, places[2] ?? 0, context),
    references: atEach((offset) => {
      const meant = meantAt(report, context, cast, offset);
      return meant && [definitionsOf(meant, cast, context), mentionsOf(meant, cast, context)];
    }),
    'renaming all': atEach((offset) => rename(report, context, cast, offset, 'ZQX')),
  };
}

/** The same for a `council.yaml`. */
export function tryCouncilFeatures(file: CouncilFile, places: readonly number[]): void {
  const items = outlineFields(file.text, file.values);
  assertSpansInside(items, file.text.length);
  for (const { first, last } of foldYaml(items, file)) assert.ok(first < last && last < file.lines.count);
  for (const offset of places) {
    for (const span of selectYaml(file.text, offset, items)) assertInside(span, file.text.length, 'selection');
    assertSpansInside([knownInCouncil(file, offset)], file.text.length);
  }
}
