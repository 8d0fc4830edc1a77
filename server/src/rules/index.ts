import { accessToInformation } from './access-to-information/index.ts';
import { contacts } from './contacts/index.ts';
import { dates } from './dates/index.ts';
import { frontMatter } from './front-matter/index.ts';
import { numbering } from './numbering/index.ts';
import { plainEnglish } from './plain-english/index.ts';
import { recommendations } from './recommendations/index.ts';
import { risk } from './risk/index.ts';
import { templateText } from './template-text/index.ts';
import type { Chapter, Rule } from './rule.ts';

/** The chapters of the catalogue, in its order. */
export const chapters = [
  frontMatter,
  templateText,
  contacts,
  risk,
  recommendations,
  numbering,
  dates,
  accessToInformation,
  plainEnglish,
] satisfies readonly Chapter[];

/** All rules, in the order of the catalogue. */
export const rules: readonly Rule<RuleId>[] = chapters.flatMap(({ rules }) => rules as readonly Rule<RuleId>[]);

/** The id of a built-in rule. */
export type RuleId = (typeof chapters)[number]['rules'][number]['id'];

const byId: ReadonlyMap<string, Rule<RuleId>> = new Map(rules.map((rule) => [rule.id, rule]));

/** Returns the built-in rule of an id, or `undefined` if there is none. */
export function ruleById(id: string): Rule<RuleId> | undefined {
  return byId.get(id);
}
