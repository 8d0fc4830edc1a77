import { foldPunctuation } from '../text/foldPunctuation.ts';
import type { Council, Person } from './council.ts';

const TITLES =
  /^(?:(?:the|rt|right|hon|honourable|cllrs?|councillors?|alderman|mr|mrs|ms|miss|mx|dr|sir|dame|lady|lord|prof|professor|rev|revd|reverend|cabinet|member)\b[. ]*)+/;
const HONOURS = /(?:[, ]{1,3}(?:ba|bem|bsc|cbe|cpfa|dbe|dl|jp|kbe|ma|mba|mbe|msc|obe|phd|qc|kc|qpm)){1,9}$/;
/** What forms print before the portfolio itself. */
const PORTFOLIO =
  /^(?:(?:deputy )?(?:portfolio holder|lead member|cabinet member|executive member|lead cabinet member)|portfolio)\b(?: (?:for|of|responsible for))? */;

interface Name {
  readonly first: string;
  readonly last: string;
}

/** The people that a field may name, of `council.yaml`. */
export type PersonRole = 'portfolio-holder' | 'director' | 'officer';

/** Everybody whom `council.yaml` knows in a role; nothing where it has no such list. An officer may be a director as well. */
export function peopleOf(council: Council, role: PersonRole): readonly Person[] | undefined {
  const { officers = [], 'executive-directors': directors = [], 'portfolio-holders': holders = [] } = council;
  if (role === 'portfolio-holder') return holders.length > 0 ? holders : undefined;
  const own = role === 'director' ? directors : officers;
  return own.length > 0 ? [...own, ...(role === 'director' ? officers : directors)] : undefined;
}

/** Those of several people whom a name may mean: the same surname, and first names that agree as far as they are given. */
export function findPeople<P extends Person>(people: readonly P[], name: string): P[] {
  const wanted = readName(name);
  return wanted ? people.filter((person) => isSame(readName(person.name), wanted)) : [];
}

/** A post or portfolio for comparison: without letter case, punctuation, and what forms print before it. */
export function plainPost(post: string): string {
  const words = foldPunctuation(post).toLowerCase().replaceAll('&', ' and ').replace(/'/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim(); // prettier-ignore
  return words.replace(/^the /, '').replace(PORTFOLIO, '').replace(/^the /, '');
}

/** A name without titles and honours: "cllr a bell (leader)" is "a bell". */
export function plainPerson(name: string): string {
  const plain = foldPunctuation(name).toLowerCase().replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  return plain.replace(TITLES, '').replace(HONOURS, '').replace(/(?<![.,;:])[.,;:]+$/, '').trim(); // prettier-ignore
}

/** The first and the last of somebody's names; nothing where there is no more than a title. */
function readName(name: string): Name | undefined {
  const words = plainPerson(name).replaceAll('.', ' ').split(' ').filter((word) => word !== ''); // prettier-ignore
  const last = words.at(-1);
  return last === undefined ? undefined : { first: words.length > 1 ? (words[0] ?? '') : '', last };
}

function isSame(known: Name | undefined, { first, last }: Name): boolean {
  if (known?.last !== last) return false;
  return known.first.startsWith(first) || first.startsWith(known.first);
}
