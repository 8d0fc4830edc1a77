import type { Span } from '../../text/span.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';
import { quoted } from '../../analysis/notApplicable.ts';
import { passageAt, type WordPlace } from '../../analysis/wordIndex.ts';

/** Words that stand twice in good English ("gave her her keys"), for stress, or in names of things ("win win"). */
const RIGHT = new Set(
  'blah bye chop do far fifty ha had half hear her hush knock long many more much never no now really so that there tut very win'.split(
    ' ',
  ),
);
/** Behind "that that" where the second can be no pronoun: "satisfied that that the work is done". */
const AFTER_THAT = /^ (?:the|an?|these|those|our|their|its|there|they|we|you|he|she|would then|will then)\b/i;
/** Words that belong to a verb in front of them: "the charge came in in April". */
const PARTICLES = new Set(['by', 'in', 'on', 'over', 'through']);
const WITH_PARTICLE =
  /\b(?:br(?:ing|ings|inging|ought)|buil[dt]|call(?:ed|ing|s)?|carr(?:y|ies|ied|ying)|c[ao]m(?:e|es|ing)|check(?:ed|ing|s)?|drop(?:ped|ping|s)?|fill(?:ed|ing|s)?|fit(?:s|ted)?|g(?:o|oes|oing|one)|went|g[ai]v(?:e|en|es|ing)|hand(?:ed|ing|s)?|h[eo]ld(?:s|ing)?|join(?:ed|ing|s)?|log(?:ged|ging|s)?|mov(?:e|ed|es|ing)|opt(?:ed|ing|s)?|pass(?:ed|es|ing)?|phas(?:e|ed|es|ing)|put(?:s|ting)?|roll(?:ed|ing|s)?|sen[dt]|set(?:s|ting)?|settl(?:e|ed|es|ing)|sign(?:ed|ing|s)?|step(?:ped|ping|s)?|stood|switch(?:ed|es|ing)?|tak(?:e|en|es|ing)|took|turn(?:ed|ing|s)?|work(?:ed|ing|s)?) $/i;

/** As many characters as stand between two words at most, and as a verb and its blank take up. */
const GAP = 40;
const VERB = 20;

export default defineRule({
  id: 'doubled-word',
  severity: 'warning',
  docs: {
    summary: 'A word that stands twice.',
    why: 'It was left behind when a sentence was changed, and makes the reader stop.',
    source: 'House style: a report is read through before it is published',
    bad: '10.1 Work began ⟦in in⟧ May and is to end in March.\n',
    good: '10.1 Work began in May and is to end in March.\n',
  },
  *check(_report, context) {
    for (const word of context.words.repeated) {
      const written = word.in.text.slice(word.at, word.end);
      if (written.length === 1 && written !== 'a') continue;
      const place = passageAt(word);
      const span = place && doubled(place, written);
      if (span) {
        const message = `${quoted(written)} stands twice. Delete one of them.`;
        yield { span, path: word.in.prose.path, message };
      }
    }
  },
  fixes({ path = ['body'], span }, report, context) {
    const words = report.text.slice(span.start, span.end);
    const first = /^\S+/.exec(words)?.[0] ?? '';
    // Where a link or emphasis ends between them, the author has to see which of the two is to go.
    if (!/^[\p{L}]+\s+[\p{L}]+$/u.test(words)) return [];
    const edit = replaceAt({ path, span: { start: span.start + first.length, end: span.end } }, '', report, context);
    return edit ? [{ title: 'Delete the second', edits: [edit], safe: false }] : [];
  },
});

/** Where both words stand; nothing where they are right so. */
function doubled({ passage, text, at }: WordPlace, written: string): Span | undefined {
  if (passage.quoted || (RIGHT.has(written.toLowerCase()) && !isSecondThat(text, at, written))) return undefined;
  const gap = text.slice(Math.max(0, at - GAP), at);
  const start = at - (gap.length - gap.trimEnd().length) - written.length;
  const first = start < 0 ? '' : text.slice(start, start + written.length);
  const after = text.slice(at + written.length, at + written.length + 2);
  // "In in-house teams", "co-op op", and "St John's' s" are no doubled words.
  if (first.toLowerCase() !== written.toLowerCase() || /^[-'/@\w]|^\.\w/.test(after)) return undefined;
  if (start > 0 && !/\s/.test(text.charAt(start - 1))) return undefined;
  if (PARTICLES.has(written.toLowerCase()) && WITH_PARTICLE.test(text.slice(Math.max(0, start - VERB), start))) return undefined;
  // Names: "Baden Baden".
  if (/^[A-Z]/.test(written) && /^[A-Z]/.test(first) && written.length > 3) return undefined;
  return passage.text.spanOf(start, at + written.length);
}

function isSecondThat(text: string, at: number, written: string): boolean {
  return written.toLowerCase() === 'that' && AFTER_THAT.test(text.slice(at + written.length, at + written.length + 12));
}
