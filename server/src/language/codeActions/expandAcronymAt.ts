import type { Paper } from '../../paper/paper.ts';
import { MEANINGS } from '../../analysis/knownAcronyms.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { pluralOf, expandAcronym } from '../../fixes/expandAcronym.ts';
import { knownTo } from '../../analysis/undefinedAcronyms.ts';
import { passageAt } from '../../analysis/wordIndex.ts';
import type { Fix } from '../../text/finding.ts';

/**
 * What an author may ask for at any acronym, explained or not: to write its words there, with the letters in brackets. The words
 * are those of `council.yaml`, else the report's own, else those of a national body or scheme.
 * @param offset in the report's text; at either end of the acronym or inside it
 * @returns nothing where no acronym stands there, or nobody knows its words
 */
export function expandAcronymAt(report: Paper, context: RuleContext, offset: number): Fix | undefined {
  const own = knownTo(context.council);
  for (const { key, uses, explained } of context.acronyms.values()) {
    const words = own.get(key) ?? explained?.meaning ?? MEANINGS.get(key);
    if (words === undefined) continue;
    const isPlural = !own.has(key) && explained?.use.plural === true;
    for (const use of uses) {
      const span = passageAt(use.word)?.span;
      if (!span || offset < span.start || offset > span.end || use === explained?.use) continue;
      const written = use.plural && !isPlural ? pluralOf(words) : words;
      const edit = expandAcronym(use, written, report, context);
      return edit && { title: `Spell it out: “${written}”`, edits: [edit], safe: false };
    }
  }
  return undefined;
}
