import type { Paper } from '../paper/paper.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import type { Edit } from '../text/edit.ts';
import type { Use } from '../analysis/acronyms.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';
import { replaceAt } from './textEdits.ts';
import { passageAt } from '../analysis/wordIndex.ts';

/** The words for several of what they name. */
export function pluralOf(words: string): string {
  if (/[^aeiou]y$/.test(words)) return `${words.slice(0, -1)}ies`;
  return /s$|children$|people$/i.test(words) ? words : `${words}s`;
}

/**
 * The edit that writes the words of an acronym where it is used, with the letters in brackets behind them; within brackets behind
 * a comma instead.
 * @returns nothing where it stands in code or an address, or where the field cannot be written so
 */
export function expandAcronym({ word }: Use, words: string, report: Paper, context: RuleContext): Edit | undefined {
  const place = passageAt(word);
  if (!place) return undefined;
  const letters = word.in.text.slice(word.at, word.end);
  const { text, at, span } = place;
  const before = text.slice(0, at);
  const written = /(?:^|[.!?] )$|^\d[\d.]* $/.test(before) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  const inBrackets = before.lastIndexOf('(') > before.lastIndexOf(')');
  const owned = /^'s\b/.test(foldPunctuation(text.slice(at + letters.length, at + letters.length + 3)));
  const end = owned ? span.end + 2 : span.end;
  const s = owned ? "'s" : '';
  const out = inBrackets ? `${written}, ${letters}${s}` : `${written}${s} (${letters}${s})`;
  return replaceAt({ path: word.in.prose.path, span: { start: span.start, end } }, out, report, context);
}
