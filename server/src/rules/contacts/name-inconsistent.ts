import { findCommittee, meetingsOf } from '../../council/committees.ts';
import type { Council } from '../../council/council.ts';
import { quote } from '../../text/suggest.ts';
import type { Fix } from '../../text/finding.ts';
import { foldPunctuation } from '../../text/foldPunctuation.ts';
import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { distinctiveWords, findNames, isMisspelt, isReordered, readName, type Name } from '../../analysis/properNames.ts';
import { findInProse } from '../../analysis/prose.ts';
import { defineRule } from '../rule.ts';
import type { WordIndex } from '../../analysis/wordIndex.ts';

/** A name that is right: of the cover, of council.yaml, or the one that the report uses most. */
interface Known extends Name {
  /** The name of somebody, where an s at the end makes another name and no plural. */
  readonly isPerson?: boolean;
  readonly where: 'on the cover' | 'in council.yaml' | 'elsewhere in the report';
}

/** A way of writing a name, and the name that is meant. */
interface Variant {
  readonly typed: string;
  readonly known: Known;
}

/** A name of the text, and how often it stands there. */
interface Counted extends Name {
  readonly count: number;
}

interface Found extends Variant {
  readonly span: Span;
  readonly path: Path;
}

/** How often a name must stand in a report for another spelling of it to be a slip. */
const OFTEN = 2;
/** More names, and more slips, than these no report has. */
const MOST = 100;
const RANK = /^(?:acting|assistant|associate|chief|corporate|deputy|executive|group|interim|joint|senior|service|strategic)$/;
const PEOPLE = new Set<string | number | undefined>([
  'portfolio-holder',
  'executive-director',
  'lead-officer',
  'officer-contact',
]);
/** The fields of the cover that names are taken from; others there are other people and other bodies. */
const NAMING = /^(?:committee|also-considered-by|portfolio-holder|local-councillors|executive-director|lead-officer|officer-contact|signed-off)$/; // prettier-ignore
const PERSON = /^(?:cllr|councillor|dr|miss|mr|mrs|ms|prof|professor|sir)$/;
/** Letters: "EHCP" for what is "EHCP" elsewhere with two of them in the other order. */
const LETTERS = /^[^\w-]?([A-Z]{4,6})s?(?![\w-])/;

export default defineRule({
  id: 'name-inconsistent',
  severity: 'warning',
  docs: {
    summary: 'A committee, a person or a body that is named in two ways.',
    why: 'Readers take two names for two bodies, and a search for the one does not find the other.',
    source: 'House style: one name for one thing',
    bad: '---\ntemplate: committee-report\ncommittee: Harbour Overview and Scrutiny Committee\n---\n\n## 10. Introduction\n\n10.1 The ⟦Harbour Scrutiny and Overview Committee⟧ asked for this report.\n',
    good: '---\ntemplate: committee-report\ncommittee: Harbour Overview and Scrutiny Committee\n---\n\n## 10. Introduction\n\n10.1 The Harbour Overview and Scrutiny Committee asked for this report.\n',
  },
  *check(_report, context) {
    for (const { span, path, typed, known } of findVariants(context)) {
      const message = `${quote(typed)} is ${quote(known.text)} ${known.where}. Write the same name everywhere.`;
      yield { span, path, message };
    }
  },
  fixes(finding, report, context) {
    const found = [...findVariants(context)].find(({ span }) => span.start === finding.span.start);
    const edit = found && replaceAt(finding, found.known.text, report, context);
    return edit ? [{ title: `Change to ${quote(found.known.text)}`, edits: [edit], safe: false } satisfies Fix] : [];
  },
});

/** The places where a name is written in another way than the one that is right. */
function* findVariants(context: RuleContext): Iterable<Found> {
  const variants = new Map<string, Variant>();
  const names = [...findNames(context.prose.map(({ singleLine }) => singleLine))].map(([text, count]) => {
    const { words } = readName(text);
    return { text, words, count };
  });
  for (const variant of [...slips(names), ...strays(names, officialNames(context)), ...swappedLetters(context.words)]) {
    if (variants.size < MOST && !variants.has(variant.typed)) variants.set(variant.typed, variant);
  }
  if (variants.size === 0) return;
  const prose = context.prose.filter(({ path }) => !NAMING.test(String(path[0])));
  for (const variant of variants.values()) {
    const pattern = new RegExp(String.raw`(?<![\w-])${escape(variant.typed)}(?=s?(?![\w-]))`, 'g');
    for (const { span, path, passage } of findInProse(prose, pattern)) {
      if (!passage.quoted) yield { ...variant, span, path };
    }
  }
}

/** The names that a report's cover and council.yaml give. */
function officialNames({ council, fields }: RuleContext): Known[] {
  let known = ofCouncil.get(council);
  if (!known) ofCouncil.set(council, (known = namesOf(council)));
  const committees = meetingsOf(fields)
    .map(({ committee }) => committee?.text?.text ?? '')
    .filter((name) => !council.committees || findCommittee(council, name));
  const people = [...fields.valuesOf('name'), ...fields.valuesOf('title')].flatMap(({ path, text }) => {
    const isPerson = path.length > 1 && PEOPLE.has(path[0]);
    return isPerson && text ? asKnown(text.text, 'on the cover', path.at(-1) === 'name') : [];
  });
  const onCover = [...committees.flatMap((name) => asKnown(name, 'on the cover')), ...people];
  return [...known, ...onCover];
}

const ofCouncil = new WeakMap<Council, readonly Known[]>();

function namesOf({ committees = [], ...council }: Council): Known[] {
  const people = (['portfolio-holders', 'executive-directors', 'officers'] as const).flatMap((key) => council[key] ?? []);
  const others = [...committees.map(({ name }) => name), ...people.flatMap(({ title }) => title ?? [])];
  return [
    ...others.flatMap((name) => asKnown(name, 'in council.yaml')),
    ...people.flatMap(({ name }) => asKnown(name, 'in council.yaml', true)),
  ];
}

function asKnown(text: string, where: Known['where'], isPerson = false): Known[] {
  const plain = foldPunctuation(text)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:cllr|councillor|the)\b\.? /i, '');
  const { words } = readName(plain);
  return words.length > 1 ? [{ text: plain, words, where, isPerson }] : [];
}

/** Names of the text that are a letter or a word order away from one that is known. */
function* strays(names: readonly Name[], official: readonly Known[]): Iterable<Variant> {
  const exact = new Set(official.map(({ words }) => words.join(' ')));
  const others = names.filter(({ words }) => !exact.has(words.join(' ')));
  if (others.length === 0) return;
  const byWord = placesOfWords(official);
  for (const { text, words } of others) {
    const twice = wordTwice({ text, words }, official);
    if (twice) yield twice;
    for (const [i, word] of words.entries()) {
      for (const { known, at } of byWord.get(word) ?? []) {
        const start = i - at;
        const part = words.slice(Math.max(0, start), start + known.words.length);
        if (start < 0 || part.length !== known.words.length || exact.has(part.join(' '))) continue;
        const isMeant = isMisspelt(part, known.words) || isReordered(part, known.words) || (known.isPerson && isWithOrWithoutS(part, known.words)); // prettier-ignore
        if (!isMeant) continue;
        if (known.words.length === 2 && !isSlip(part.join(' '), known.words.join(' '))) continue;
        yield { typed: text.split(' ').slice(start, start + part.length).join(' ').replace(/,$/, ''), known }; // prettier-ignore
      }
    }
  }
}

/** The places of words in names. */
function placesOfWords(names: readonly Known[]): ReadonlyMap<string, readonly { known: Known; at: number }[]> {
  const byWord = new Map<string, { known: Known; at: number }[]>();
  for (const known of names) {
    known.words.forEach((word, at) => {
      const others = byWord.get(word);
      if (others) others.push({ known, at });
      else byWord.set(word, [{ known, at }]);
    });
  }
  return byWord;
}

/** True for two names of which one has an s at its end and the other has none: "Ann Coombe" and "Ann Coombes". */
function isWithOrWithoutS(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a.join(' '), b.join(' ')];
  return one === `${other}s` || other === `${one}s`;
}

/** True for a letter left out, added or moved: with one letter for another two people of like names may be meant. */
function isSlip(a: string, b: string): boolean {
  return a.length !== b.length || a.split('').sort().join('') === b.split('').sort().join('');
}

/** A post that is given with a word said twice: "Director of Learning and Skills Learning". */
function wordTwice({ text, words }: Name, official: readonly Known[]): Variant | undefined {
  if (new Set(words).size === words.length) return undefined;
  for (const known of official) {
    const own = distinctiveWords(known.words.filter((word) => !RANK.test(word)));
    const start = words.lastIndexOf(known.words.find((word) => !RANK.test(word)) ?? '');
    const content = start === -1 ? [] : distinctiveWords(words.slice(start));
    const isSame = own.length > 2 && [...new Set(content)].join(' ') === own.join(' ');
    if (isSame && content.length > own.length) return { typed: text.split(' ').slice(start).join(' '), known };
  }
  return undefined;
}

/** Names that stand in a text once, and often with a word spelt otherwise. */
function* slips(names: readonly Counted[]): Iterable<Variant> {
  const often = names.filter(({ count }) => count >= OFTEN).slice(0, MOST);
  for (const { text, words, count } of often.length > 0 ? names : []) {
    if (count > 1 || PERSON.test(words[0] ?? '')) continue;
    const known = often.find((other) => isMisspelt(words, other.words));
    if (known) yield { typed: text, known: { ...known, where: 'elsewhere in the report' } };
  }
}

/** Abbreviations with two letters in the other order than the one that the report uses everywhere else. */
function* swappedLetters({ capitals }: WordIndex): Iterable<Variant> {
  const counts = new Map<string, number>();
  for (const {
    in: { text },
    at,
    end,
  } of capitals) {
    const [, letters] = LETTERS.exec(text.slice(Math.max(0, at - 1), end + 1)) ?? [];
    if (letters !== undefined) counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  for (const [letters, count] of counts) {
    for (let i = 0; i + 1 < letters.length; i++) {
      const swapped = letters.slice(0, i) + letters.charAt(i + 1) + letters.charAt(i) + letters.slice(i + 2);
      if (swapped === letters || (counts.get(swapped) ?? 0) < 3 * count) continue;
      yield { typed: letters, known: { ...readName(swapped), where: 'elsewhere in the report' } };
    }
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
