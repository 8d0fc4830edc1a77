import type { Paper } from '../paper/paper.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';
import { passageAt } from '../analysis/wordIndex.ts';
import type { Span } from '../text/span.ts';
import { knownAt, placesOf, type Known, type KnownAt } from './known.ts';
import { mentionAt, type Cast, type Mention } from './mentions.ts';
import type { Named } from './names.ts';

/** What stands at an offset of a report that other places speak of too. */
export type Meant =
  | { readonly kind: 'own'; readonly key: string; readonly span: Span; readonly mention?: Mention }
  | { readonly kind: 'known'; readonly known: Known; readonly span: Span };

/** Finds out what is meant at an offset of a report; nothing in plain prose. */
export function meantAt(report: Paper, context: RuleContext, cast: Cast, offset: number): Meant | undefined {
  const mention = mentionAt(cast, offset);
  if (mention) return { kind: 'own', key: mention.key, span: mention.whole, mention };
  const known: KnownAt | undefined = knownAt(report, { context }, offset);
  if (known) return { kind: 'known', ...known };
  const named = cast.names.all().find(({ span, kind }) => kind !== 'field' && span.start <= offset && offset <= span.end);
  return named && { kind: 'own', key: named.key, span: named.span };
}

/** Where in a report it is said what is meant: what has the number or label; of an acronym where it is explained. */
export function definitionsOf(meant: Meant, cast: Cast, context: RuleContext): readonly Pick<Named, 'span' | 'whole'>[] {
  if (meant.kind === 'own') return cast.names.get(meant.key);
  if (meant.known.kind !== 'acronym') return [];
  const use = context.acronyms.get(meant.known.name)?.explained?.use;
  const place = use && passageAt(use.word);
  return place ? [{ span: place.span, whole: place.span }] : [];
}

/** Where else in a report the same is meant, in the order of the text. */
export function mentionsOf(meant: Meant, cast: Cast, context: RuleContext): readonly Span[] {
  if (meant.kind === 'known') return placesOf(meant.known, context);
  return cast.mentions.filter(({ key }) => key === meant.key).map(({ whole }) => whole);
}
