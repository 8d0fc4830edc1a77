import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Passage } from './markdown.ts';

export type ReferenceKind = 'paragraph' | 'section' | 'figure' | 'table' | 'appendix' | 'page';

/** A mention of another place of the same report: "paragraph 2.4", "Table 3", "Appendix B". */
export interface Reference {
  readonly kind: ReferenceKind;
  /** The number or letter as written: `2.4`, `3`, `B`. */
  readonly label: string;
  /** The number or letter alone. */
  readonly span: Span;
  /** The word with its number, "paragraph 2.4"; the number alone for the later ones of "paragraphs 2.4 and 2.6". */
  readonly whole: Span;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,3})*`;
const MENTION = new RegExp(
  String.raw`\b(?:(paragraphs?|paras?\.?)\s+(${NUMBER})|(sections?)\s+(${NUMBER})|(figures?|figs?\.?)\s*(\d{1,3})\b|(tables?)\s+(\d{1,3})\b|(append(?:ix|ices)|annexe?s?)\s+([A-Z]|\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six)\b|(pages?)\s+(\d{1,3})\b)`,
  'gi',
);
const MORE = new RegExp(String.raw`^(?:\s*,\s*|\s+and\s+|\s+to\s+|\s+or\s+|\s*&\s*|\s*-\s*)(${NUMBER}|[A-Z])\b(?!\s*(?:%|per ?cent))`);
const KINDS: readonly ReferenceKind[] = ['paragraph', 'section', 'figure', 'table', 'appendix', 'page'];

/**
 * What follows or precedes a mention of something outside the report: an Act, a Schedule, another document, a legal term
 * ("section 47 enquiries", "a section 106 agreement").
 */
const OUTSIDE_AFTER =
  /^(?:\([^)]*\))*[\s,]*(?:(?:of|in|to|from|under)\s+(?:(?:its|their|that|those|his|her)\b|(?:the|this|an?)\s+(?!(?:report|paper|body|main|attached report)\b))|(?:of|in)\s+(?:[A-Z]|schedule|part|appendix|annex)|[A-Z][\w-]*|[a-z][\w-]*\s+(?:\w+\s+)?(?:Act|Regulations?|Order|agreements?|notices?|enquir(?:y|ies)|inquir(?:y|ies))\b)/;
const STATUTORY_NOUN =
  /^\s+(?:agreements?|notices?|enquir|inquir|investigation|contributions?|monies|money|funding|funds|obligations?|officer|orders?|aftercare|after-care|accommodation|assessments?|duty|duties|powers?|grants?|reports?|applications?|permits?|schools?|works|land|child|children|plans?|statements?|proceedings|visits?|reviews?|meetings?|process)\b/i;
const OUTSIDE_BEFORE = /(?:\b(?:schedule|act|part|article|regulations?|code|guidance|under|pursuant to|s\.|lgr|volume|chapter)\s*(?:\d+\w*,?\s*)?,?|\b(?:19|20)\d\d,?)\s*(?:\(|,)?\s*$/i;

/** The mentions in a passage; those that clearly mean something outside the report are left out. */
export function readReferences(passage: Passage): Reference[] {
  if (!/\d|append|annex/i.test(passage.text.text)) return [];
  const text = fold(passage.text.text);
  const out: Reference[] = [];
  for (const found of text.matchAll(MENTION)) {
    const group = found.findIndex((value, i) => i > 0 && i % 2 === 0 && value !== undefined);
    const kind = KINDS[group / 2 - 1];
    const label = found[group];
    if (!kind || label === undefined) continue;
    const end = found.index + found[0].length;
    const mentions = [{ label, start: end - label.length, end, whole: found.index }, ...followers(text, end, kind)];
    const last = mentions.at(-1)?.end ?? end;
    if (isOutside(kind, text.slice(0, found.index), text.slice(last))) continue;
    for (const mention of mentions) {
      out.push({
        kind,
        label: mention.label,
        span: passage.text.spanOf(mention.start, mention.end),
        whole: passage.text.spanOf(mention.whole, mention.end),
      });
    }
  }
  return out;
}

function* followers(text: string, from: number, kind: ReferenceKind): Iterable<{ label: string; start: number; end: number; whole: number }> {
  let at = from;
  for (;;) {
    const found = MORE.exec(text.slice(at));
    const label = found?.[1];
    if (!found || !label || (kind === 'appendix') !== /^[A-Z]$/.test(label) || (kind === 'paragraph' && !label.includes('.'))) return;
    const end = at + found[0].length;
    yield { label, start: end - label.length, end, whole: end - label.length };
    at = end;
  }
}

function isOutside(kind: ReferenceKind, before: string, after: string): boolean {
  if (kind === 'appendix') return /^\s+(?:of|to)\s+(?:the|that|its|their)\s+(?!report\b)/i.test(after);
  if (OUTSIDE_AFTER.test(after) || OUTSIDE_BEFORE.test(before)) return true;
  return kind === 'section' && STATUTORY_NOUN.test(after);
}
