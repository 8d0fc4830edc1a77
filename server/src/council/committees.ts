import { distance } from 'fastest-levenshtein';
import type { Fields } from '../template/fields.ts';
import type { Value } from '../template/value.ts';
import { closestMatch } from '../text/suggest.ts';
import { readDay, type Day } from '../text/day.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import type { Committee, Council } from './council.ts';

/** A meeting that considers a report, as its cover names it. */
export interface Meeting {
  /** The committee's name; nothing where it is blank or missing. */
  readonly committee: Value | undefined;
  /** The date as given, and as a day where it is one. */
  readonly date: Value | undefined;
  readonly day: Day | undefined;
}

/** The meetings that consider a report: the one that it is written for first, then those of `also-considered-by`. */
export function meetingsOf(fields: Fields): readonly Meeting[] {
  return fields.kept.get(meetingsOf, () => readMeetings(fields));
}

function readMeetings(fields: Fields): Meeting[] {
  const places = [[], ...fields.list(['also-considered-by']).map(({ path }) => path)];
  return places.flatMap((path) => {
    const [committee, date] = [fields.get([...path, 'committee']), fields.get([...path, 'date'])];
    return committee || date ? [{ committee, date, day: readDay(date?.text?.text ?? '') }] : [];
  });
}

/** The first of the meetings that consider a report: the one that its publication must be in time for. */
export function earliestMeeting(fields: Fields): DatedMeeting | undefined {
  let first: DatedMeeting | undefined;
  for (const meeting of meetingsOf(fields)) if (isDated(meeting) && !(first && first.day <= meeting.day)) first = meeting;
  return first;
}

interface DatedMeeting extends Meeting {
  readonly day: Day;
}

function isDated(meeting: Meeting): meeting is DatedMeeting {
  return meeting.day !== undefined;
}

/** The committee that a name means, whatever its letter case; "the" and the council's or its place's name before it may be there or not. */
export function findCommittee(council: Council, name: string): Committee | undefined {
  const plain = plainName(name, council);
  return plain === '' ? undefined : council.committees?.find((committee) => plainName(committee.name, council) === plain);
}

/** A committee's name for comparison: without letter case, punctuation, "the" and the council's name or its place's. */
export function plainName(name: string, council: Council): string {
  const words = wordsOf(name);
  const ours = wordsOf(council.name ?? '');
  const place = ours.replace(OF_COUNCILS, ' ').trim();
  const own = [ours, place].find((name) => name !== '' && words.startsWith(`${name} `)) ?? '';
  return words.slice(own.length).trimStart().replace(/^the /, '');
}

/** What a council's name has beside the name of its place. */
const OF_COUNCILS = /\b(?:borough|city|council|county|district|london|metropolitan|of|royal|the|unitary)\b/g;

function wordsOf(name: string): string {
  return foldPunctuation(name).toLowerCase().replaceAll('&', ' and ').replace(/'/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^the /, ''); // prettier-ignore
}

/** Words that tell no two committees apart. */
const COMMON = new Set(['and', 'of', 'for', 'the', 'in', 'on', 'committee', 'board', 'panel', 'sub', 'council']);

/**
 * The committees that a name may mean, the likest first: those that share most of its words, or are a few letters away from it.
 */
export function likeCommittees(council: Council, name: string): Committee[] {
  // No committee is called so, and to compare with it would take long.
  if (name.length > 200) return [];
  const plain = plainName(name, council);
  const words = plain.split(' ').filter((word) => !COMMON.has(word));
  const scored = (council.committees ?? []).map((committee) => {
    const other = plainName(committee.name, council);
    const others = other.split(' ').filter((word) => !COMMON.has(word));
    const shared = words.filter((word) => closestMatch(word, others) !== undefined).length;
    const likeness = shared / Math.max(1, words.length, others.length);
    return { committee, likeness, steps: distance(plain, other), near: closestMatch(plain, [other]) !== undefined };
  });
  const like = scored.filter(({ likeness, near }) => likeness >= 0.5 || near);
  return like.sort((a, b) => b.likeness - a.likeness || a.steps - b.steps).map(({ committee }) => committee);
}
