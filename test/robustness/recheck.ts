/**
 * Asks `recheck` whether each of our regular expressions runs in linear time: `npm run recheck [-- --all]`. Those that it has found
 * to be safe before (`linear.txt`, by their hashes) are not asked for again, but with --all. Exit 1 where one is not safe. With --check
 * the list is left as it is.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { check } from 'recheck';
import { findPatterns, type Pattern } from './regexes.ts';

/** Those that `recheck` does not find to be linear, and why that does not matter. The beginning of the pattern tells which is meant. */
const ALLOWED: readonly (readonly [file: string, beginning: string, reason: string])[] = [
  ['paper/structure/references.ts', String.raw`^\s*(?:\(|,)?\s*(?:(?:see`, 'it is given 200 characters'],
  ['paper/structure/references.ts', String.raw`(?:\b(?:under|pursuant`, 'it is given 60 characters'],
  ['paper/structure/references.ts', String.raw`\b(?:schedule|act|part`, 'both are given 60 characters'],
  ['analysis/acronyms.ts', String.raw`:\/\/|\bwww`, 'all in this file are given 200 characters on each side of a word (REACH)'],
  ['analysis/acronyms.ts', String.raw`[^\s()<>`, 'see above'],
  ['analysis/acronyms.ts', String.raw`[\s,:;=(`, 'see above'],
  ['analysis/acronyms.ts', `[A-Za-z'’]+$`, 'it is given 30 characters'],
  ['analysis/acronyms.ts', String.raw`\w['"*_]*$`, 'see above'],
  ['analysis/acronyms.ts', String.raw`^\s*(?:[:=-]`, 'see above'],
  ['rules/dates/data-after-meeting.ts', String.raw`(?:\b(?:as (?:at|of)`, 'what repeats in it is bounded by 60 characters'],
  ['rules/template-text/drafting-note.ts', String.raw`\[(?:(?:[Pp]lease`, 'what repeats in it is bounded by 300 characters'],
  ['rules/access-to-information/exempt-in-public.ts', String.raw`\b(?:no|not|neither`, 'it is given 120 characters'],
  ['analysis/properNames.ts', `[A-Z][A-Za-z0-9'-]{0,60}`, 'what it may try in vain is bounded by 60 characters'],
  [
    'rules/template-text/placeholder.ts',
    String.raw`(?:\b(?:high|medium|low)(?:[ ,/|]{1,3}`,
    'it is given 160 characters (withLead)',
  ],
  ['text/datesInText.ts', String.raw`(\d{1,2})(?<!`, 'each part of it is bounded; what it looks back for is taken for unbounded'],
  ['rules/template-text/placeholder.ts', String.raw`\b(?:form|formats?|formatted`, 'it is given 40 characters (afterWord)'],
];

const LIST = new URL('linear.txt', import.meta.url);
const known = new Set(existsSync(LIST) ? readFileSync(LIST, 'utf8').split('\n') : []);
const all = process.argv.includes('--all');

const hashOf = ({ source, flags }: Pattern): string =>
  createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
const allowance = ({ source, place }: Pattern): string | undefined =>
  ALLOWED.find(([file, beginning]) => place.startsWith(`server/src/${file}:`) && source.startsWith(beginning))?.[2];

const patterns = new Map((await findPatterns()).map((pattern) => [hashOf(pattern), pattern]));
const safe: string[] = [];
for (const [hash, pattern] of patterns) {
  if (allowance(pattern) !== undefined) continue;
  if (all || !known.has(hash)) {
    const found = await check(pattern.source, pattern.flags, { timeout: 120_000 });
    if (found.status !== 'safe') {
      const how =
        found.status === 'vulnerable' ? `${found.complexity.summary}, as with ${found.attack.pattern}` : found.error.kind;
      console.log(`${pattern.place}: /${pattern.source}/${pattern.flags} is not found to be linear: ${how}`);
      process.exitCode = 1;
      continue;
    }
  }
  safe.push(hash);
}
for (const [file, beginning] of ALLOWED) {
  if ([...patterns.values()].some(({ place, source }) => place.startsWith(`server/src/${file}:`) && source.startsWith(beginning)))
    continue;
  console.log(`server/src/${file} has no ${beginning}: take it off the list of what is allowed`);
  process.exitCode = 1;
}
console.log(`${patterns.size} regular expressions, ${safe.length} of them safe, ${ALLOWED.length} allowed`);
if (!process.argv.includes('--check')) writeFileSync(LIST, `${safe.sort().join('\n')}\n`);
