import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { passageAt } from '../../analysis/wordIndex.ts';
import type { Span } from '../../text/span.ts';
import { councilSymbolAt, placesOf, type CouncilSymbol, type CouncilSymbolAt } from './councilSymbols.ts';
import { referenceAt, type SymbolTable, type SymbolReference } from './symbolTable.ts';
import type { Definition } from './definitions.ts';

/** What stands at an offset of a report that other places speak of too. */
export type ResolvedSymbol =
  | { readonly kind: 'own'; readonly key: string; readonly span: Span; readonly mention?: SymbolReference }
  | { readonly kind: 'known'; readonly known: CouncilSymbol; readonly span: Span };

/** Finds out what is meant at an offset of a report; nothing in plain prose. */
export function resolveSymbolAt(
  report: Paper,
  context: RuleContext,
  cast: SymbolTable,
  offset: number,
): ResolvedSymbol | undefined {
  const mention = referenceAt(cast, offset);
  if (mention) return { kind: 'own', key: mention.key, span: mention.whole, mention };
  const known: CouncilSymbolAt | undefined = councilSymbolAt(report, { context }, offset);
  if (known) return { kind: 'known', ...known };
  const named = cast.names.all().find(({ span, kind }) => kind !== 'field' && span.start <= offset && offset <= span.end);
  return named && { kind: 'own', key: named.key, span: named.span };
}

/** Where in a report it is said what is meant: what has the number or label; of an acronym where it is explained. */
export function definitionsOf(
  meant: ResolvedSymbol,
  cast: SymbolTable,
  context: RuleContext,
): readonly Pick<Definition, 'span' | 'whole'>[] {
  if (meant.kind === 'own') return cast.names.get(meant.key);
  if (meant.known.kind !== 'acronym') return [];
  const use = context.acronyms.get(meant.known.name)?.explained?.use;
  const place = use && passageAt(use.word);
  return place ? [{ span: place.span, whole: place.span }] : [];
}

/** Where else in a report the same is meant, in the order of the text. */
export function referencesOf(meant: ResolvedSymbol, cast: SymbolTable, context: RuleContext): readonly Span[] {
  if (meant.kind === 'known') return placesOf(meant.known, context);
  return cast.mentions.filter(({ key }) => key === meant.key).map(({ whole }) => whole);
}
