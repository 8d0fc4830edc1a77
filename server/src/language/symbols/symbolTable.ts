import { readReferences } from '../../paper/structure/references.ts';
import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { keywords } from '../../analysis/keywordIndex.ts';
import { readLinks, spanOfAddress } from '../../analysis/links.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Passage } from '../../paper/markdown/markdown.ts';
import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { Definitions, type GeneratedNumber } from './definitions.ts';

/** A place where a report names something of its own: "paragraph 10.2", "Appendices A and B", `#11-costs`. */
export interface SymbolReference {
  /** Of what it means, as {@link Definitions} has it. */
  readonly key: string;
  /** The number or letter alone; of a link its address. */
  readonly span: Span;
  /** With the word before it, of the first of several; of a link all of it. */
  readonly whole: Span;
  readonly path: Path;
  readonly isLink: boolean;
}

/** What a report names, and where. */
export interface SymbolTable {
  readonly names: Definitions;
  /** In the order of the text. */
  readonly mentions: readonly SymbolReference[];
}

/** Something of this stands in every mention. */
const CUE = keywords('para', 'section', 'fig', 'table', 'append', 'annex', 'recommendation', 'above', 'below');
const RECOMMENDATION = /\brecommendations?\s+(?:\(?(\d{1,2})\)?|\(([a-z])\))(?![\w.]*\d|%)/gi;
/** Behind a recommendation: it is one of another report. */
const OF_ANOTHER =
  /^,?\s+(?:of|in|from|by|to)\s+(?:(?:its|their|that|those)\b|(?:the|an?)\s+(?!(?:present\s+)?(?:report|paper)\b)|[A-Z])/;

/**
 * Reads what a report names of its own and where it does; a mention of what it does not have is left out (a rule tells of it).
 * @param given the numbers that the layout gives to what has none
 */
export function buildSymbolTable(report: Paper, context: RuleContext, given: readonly GeneratedNumber[]): SymbolTable {
  const names = new Definitions(report, context, given);
  const own = new Set(names.all().map(({ span }) => span.start));
  const mentions: SymbolReference[] = [];
  for (const { path, value, passages } of context.words.textsWith(CUE)) {
    // The titles of other documents speak of their own.
    if (value && value.field?.kind !== 'markdown') continue;
    for (const passage of passages) {
      if (passage.quoted) continue;
      for (const { kind, label, span, whole } of [...readReferences(passage), ...readRecommendations(passage)]) {
        const key = own.has(span.start) ? undefined : names.keyOf(kind, label, span.start);
        if (key !== undefined) mentions.push({ key, span, whole, path, isLink: false });
      }
    }
  }
  for (const link of readLinks(context)) {
    if (link.kind !== 'link' || !link.address.startsWith('#')) continue;
    const key = names.keyOfAnchor(decoded(link.address.slice(1)));
    if (key !== undefined) mentions.push({ key, span: spanOfAddress(report, link) ?? link.span, whole: link.span, path: link.path, isLink: true }); // prettier-ignore
  }
  return { names, mentions: mentions.sort((a, b) => a.span.start - b.span.start) };
}

/** The mention at an offset; of a number within a link's words the number. */
export function referenceAt({ mentions }: SymbolTable, offset: number): SymbolReference | undefined {
  const found = mentions.filter(({ whole }) => whole.start <= offset && offset <= whole.end);
  return found.find(({ isLink }) => !isLink) ?? found[0];
}

function readRecommendations({ text }: Passage): { kind: string; label: string; span: Span; whole: Span }[] {
  const plain = foldPunctuation(text.text);
  return [...plain.matchAll(RECOMMENDATION)].flatMap((found) => {
    const [all, number, letter = ''] = found;
    const end = found.index + all.length;
    if (OF_ANOTHER.test(plain.slice(end, end + 60))) return [];
    const written = number ?? letter;
    const at = found.index + all.lastIndexOf(written);
    const label = number ?? String(letter.toLowerCase().charCodeAt(0) - 96);
    return [{ kind: 'recommendation', label, span: text.spanOf(at, at + written.length), whole: text.spanOf(found.index, end) }];
  });
}

/** An address without its `%20`s; as it is where they are wrong. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
