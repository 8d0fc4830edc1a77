import type { Value } from '../template/value.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import { matchesOf } from '../text/search.ts';
import { keywords } from './keywordIndex.ts';
import { readTitleParsedAsKey } from './titleParsedAsKey.ts';
import { isBareNotApplicable } from './notApplicable.ts';
import type { RuleContext } from './ruleContext.ts';
import type { Prose } from './prose.ts';

/** The appendices that the cover lists. */
export interface Appendices {
  /** True for a cover that says none, in whatever words; a blank or missing list says nothing. */
  readonly none: boolean;
  readonly items: readonly ListedAppendix[];
}

export interface ListedAppendix {
  readonly value: Value;
  /** As the cover prints it: `Appendix 2`, `ii`. */
  readonly label: string;
  /** Every name by which a reference may mean it ({@link namesOf}). */
  readonly names: readonly string[];
}

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** What may stand behind the word “appendix”, in small letters. */
const LABEL = String.raw`\d{1,2}[a-z]?|[ivx]{1,5}|[a-z]\d{0,2}|${WORDS.join('|')}`;
/** A label in front of a title: “Appendix A - Plan”, “ii. Plan”, “B - Plan”. */
const IN_TITLE = new RegExp(
  String.raw`^(?:(?:appendix|annexe?|attachment|enclosure)\s+(${LABEL})(?![\w])|(${LABEL})(?:[.):]| -)\s)`,
  'i',
);

/** A mention of one appendix or several, in small letters. */
const MENTION = new RegExp(
  String.raw`\b(?:append(?:ix|ices)|annexe?s?|apps?\.|attachments?|enclosures?)\s+(?:${LABEL})\b(?:\s?(?:,|and|to|or|&|-)\s?(?:and\s)?(?:${LABEL})\b)*`,
  'g',
);
/** What stands in every mention. */
export const MENTIONED = keywords('append', 'annex', 'app ', 'apps ', 'attachment', 'enclosure');
const ONE = new RegExp(String.raw`(?:\b(to)\s|(-)\s?)?\b(${LABEL})\b`, 'g');

/** The appendices of the cover; nothing where it does not say. */
export function readAppendices({ fields }: RuleContext): Appendices | undefined {
  const value = fields.get(['appendices']);
  if (!value || value.blank) return undefined;
  if (value.parts.length === 0) {
    const text = value.text?.text ?? '';
    return isBareNotApplicable(text) || /^(?:there are )?no(?:ne\b| appendices)/i.test(text.trim())
      ? { none: true, items: [] }
      : undefined;
  }
  return { none: false, items: fields.list(['appendices']).map(readItem) };
}

function readItem(value: Value, i: number): ListedAppendix {
  const part = (key: string): string =>
    foldPunctuation(value.parts.find(({ path }) => path.at(-1) === key)?.text?.text ?? '').trim();
  const lost = readTitleParsedAsKey(value);
  const title = lost
    ? foldPunctuation(`${lost.before}: ${lost.after}`)
    : part('title') || foldPunctuation(value.text?.text ?? '');
  const given = part('label') || (IN_TITLE.exec(title)?.[0] ?? '');
  const label = given.replace(/(?<![\s.):-])[\s.):-]+$/, '') || `Appendix ${i + 1}`;
  return { value, label, names: namesOf(/(?<![a-z\d])([a-z\d]+)$/i.exec(label)?.[1] ?? '') };
}

/**
 * The names for what an appendix's label says: `1`, `one` and `i` are one name; a letter that is a Roman number too is both.
 * Of `2a` also `2`, of which it is a part.
 */
export function namesOf(label: string): string[] {
  const name = label.toLowerCase();
  const number = [WORDS.indexOf(name), ROMANS.indexOf(name)].find((place) => place !== -1);
  const whole = /^(?:(\d+)[a-z]|([a-z])\d+)$/.exec(name);
  return [
    ...(number === undefined ? [] : [String(number + 1)]),
    ...(/^[a-z]{2,}$/.test(name) ? [] : [name]),
    ...(whole ? [whole[1] ?? whole[2] ?? ''] : []),
  ];
}

/** True where a label may mean an appendix that has one of the names. */
export function meansSame(names: ReadonlySet<string>, label: string): boolean {
  return namesOf(label).some((name) => names.has(name));
}

/** The labels, in small letters, of the appendices that a text mentions; those in between as well in “Appendices 1 to 4”. */
export function mentions(prose: Prose): readonly string[] {
  return prose.kept.get(mentions, () => [...readMentions(prose.lowerCase)]);
}

function* readMentions(text: string): Iterable<string> {
  for (const [mention] of matchesOf(MENTION, text)) {
    let before = '';
    for (const [, to, dash, label = ''] of matchesOf(ONE, mention.slice(mention.search(/\s/)))) {
      if (to || dash) yield* between(before, label);
      yield label;
      before = label;
    }
  }
}

/** As many appendices are listed by their ends. */
const LONGEST = 30;

function* between(from: string, to: string): Iterable<string> {
  const isNumber = /^\d+$/.test(from) && /^\d+$/.test(to);
  if (!isNumber && !(/^[a-z]$/.test(from) && /^[a-z]$/.test(to))) return;
  const start = isNumber ? Number(from) : from.charCodeAt(0);
  const end = isNumber ? Number(to) : to.charCodeAt(0);
  for (let at = start + 1; at < end && at < start + LONGEST; at++) yield isNumber ? String(at) : String.fromCharCode(at);
}
