/** A name of several words, as it is compared: words in lower case, apostrophes left out. */
export interface Name {
  readonly text: string;
  readonly words: readonly string[];
}

/** Two or more words with capitals, and what joins them; a comma does in "Children, Young People and Families". */
const PHRASE =
  /[A-Z][A-Za-z0-9'-]{0,60}(?:(?: (?:(?:of|for|in|on) (?:the )?|(?:and|&) )?|, (?=[A-Z][A-Za-z'-]{0,60} (?:[A-Z][A-Za-z'-]{0,60} )?(?:and|&) ))[A-Z][A-Za-z0-9'-]*)+/g;
/** Words that a sentence begins with, and no name. */
const LEAD =
  /^(?:The|This|These|That|Those|A|An|In|On|At|For|From|By|To|Of|Our|All|As|If|It|We|Both|Each|Following|Under|With|When|While|Since|However|And|But|Or|Not|Also|Members|Recommended) (?:(?:and|of|for|the|in|on|&) )*/;
/** No name has so many characters. */
const LONGEST = 120;
const POSSESSIVE = /'s?$/;

/** The names in texts (folded, each on one line), and how often each stands there. */
export function findNames(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const phrase of text.match(PHRASE) ?? []) {
      if (phrase.length > 2 * LONGEST) continue;
      let name = phrase;
      for (let lead = LEAD.exec(name); lead; lead = LEAD.exec(name)) name = name.slice(lead[0].length);
      name = name.replace(POSSESSIVE, '');
      if (name.includes(' ') && name.length < LONGEST) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** A name by its words. */
export function readName(text: string): Name {
  return {
    text,
    words: text
      .toLowerCase()
      .replaceAll('&', 'and')
      .replace(/[',.-]/g, '')
      .split(' '),
  };
}

/** Words that join others, and carry nothing of a name themselves. */
const JOINS = new Set(['and', 'of', 'for', 'the', 'in', 'on']);

/** The words of a name that tell it from others, in alphabetical order. */
export function distinctiveWords(words: readonly string[]): string[] {
  return words.filter((word) => !JOINS.has(word)).sort();
}

/** True for the same words in another order: "Harbour and Overview Scrutiny Committee". */
export function isReordered(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 4 || a.at(-1) !== b.at(-1)) return false;
  return a.join(' ') !== b.join(' ') && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** True for two names that are the same but for a letter or an ending of one word: "Safer Harbours" and "Safe Harbours". */
export function isMisspelt(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  let differing = -1;
  for (const [i, word] of a.entries()) {
    if (word === b[i]) continue;
    if (differing !== -1) return false;
    differing = i;
  }
  return differing !== -1 && isNear(a[differing] ?? '', b[differing] ?? '');
}

/** True for two words that one is likely to be a slip for the other, and neither its plural. */
export function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 4 || long.length - short.length > 2 || !long.startsWith(short.charAt(0)) || /\d/.test(a + b)) return false;
  if (long === `${short}s` || long === `${short}es` || long === `${short.slice(0, -1)}ies`) return false;
  if (long.startsWith(short)) return true;
  if (long.length < 5) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let back = 0;
  while (back < short.length - from && short.at(-1 - back) === long.at(-1 - back)) back++;
  const [restShort, restLong] = [short.slice(from, short.length - back), long.slice(from, long.length - back)];
  if (restShort === '') return restLong.length === 1;
  if (restShort.length === 1) return restLong.length === 1 && long.length > 5;
  return restShort.length === 2 && restShort === `${restLong.charAt(1)}${restLong.charAt(0)}`;
}
