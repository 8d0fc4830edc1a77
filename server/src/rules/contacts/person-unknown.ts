import type { Person } from '../../council/council.ts';
import { findPeople, peopleOf, plainPerson, plainPost, type PersonRole } from '../../council/people.ts';
import { closestMatch, quote } from '../../text/suggest.ts';
import type { Value } from '../../template/value.ts';
import type { Fix } from '../../text/finding.ts';
import type { Path } from '../../text/path.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { defineRule } from '../rule.ts';
import { fieldLabel, quoted, trimmedSpanOf } from '../../analysis/notApplicable.ts';

/** The fields that name people, the role in which each knows them, and the key of their post. */
const FIELDS: readonly { readonly key: string; readonly role: PersonRole; readonly post: 'portfolio' | 'title' }[] = [
  { key: 'portfolio-holder', role: 'portfolio-holder', post: 'portfolio' },
  { key: 'executive-director', role: 'director', post: 'title' },
  { key: 'lead-officer', role: 'officer', post: 'title' },
  { key: 'officer-contact', role: 'officer', post: 'title' },
];
/** Two people in one field: each would want a place of their own in a list. */
const SEVERAL = / and | & |[/,;\n]/i;

interface Unknown {
  readonly value: Value;
  readonly message: string;
  /** What may be meant, the likest first. */
  readonly meant: readonly string[];
}

export default defineRule({
  id: 'person-unknown',
  severity: 'warning',
  docs: {
    summary: 'A portfolio holder, director or officer who is not known by that name or in that post.',
    why: 'Members and residents turn to the wrong person, or to somebody who has left.',
    source: 'The people in council.yaml',
    bad: '---\ntemplate: committee-report\nportfolio-holder:\n  name: ⟦Cllr Anne Ball⟧\n  portfolio: Harbours\nexecutive-director:\n  name: Joe Fox\n  title: ⟦Director of Places⟧\n---\n',
    good: '---\ntemplate: committee-report\nportfolio-holder:\n  name: Cllr Ann Bell\n  portfolio: Harbours\nexecutive-director:\n  name: Joe Fox\n  title: Executive Director of Place\n---\n',
    council:
      'portfolio-holders:\n  - { name: Cllr Ann Bell, portfolio: Harbours }\nexecutive-directors:\n  - { name: Joe Fox, title: Executive Director of Place }\n',
  },
  *check(_report, context) {
    for (const { value, message } of unknowns(context)) yield { span: trimmedSpanOf(value), path: value.path, message };
  },
  fixes(finding, report, context) {
    const found = unknowns(context).find(({ value }) => trimmedSpanOf(value).start === finding.span.start);
    return (found?.meant ?? []).flatMap((text): Fix[] => {
      const edit = replaceAt(finding, text, report, context);
      return edit ? [{ title: `Change to “${text}”`, edits: [edit], safe: false }] : [];
    });
  },
});

function unknowns(context: RuleContext): Unknown[] {
  return FIELDS.flatMap(({ key, role, post }) => {
    const people = peopleOf(context.council, role);
    if (!people) return [];
    const value = context.fields.get([key]);
    const given = value?.field?.kind === 'group' ? [value] : context.fields.list([key]);
    return given.flatMap(({ path }) => unknownIn(path, post, people, context) ?? []);
  });
}

/** What is wrong with one person as a field gives them. */
function unknownIn(path: Path, key: 'portfolio' | 'title', people: readonly Person[], context: RuleContext): Unknown | undefined {
  const { fields } = context;
  const [name, post] = [fields.get([...path, 'name']), fields.get([...path, key])];
  const typed = name?.text?.text.trim() ?? '';
  if (SEVERAL.test(typed) || fields.text([...path, 'organisation']).trim() !== '') return undefined;
  const given = post?.text?.text.trim() ?? '';
  if (!name || plainPerson(typed) === '') return post && given !== '' ? unknownPost(post, key, people, context) : undefined;
  const found = findPeople(people, typed);
  if (found.length === 0) {
    const inPost = people.filter((person) => given !== '' && plainPost(person[key] ?? '') === plainPost(given));
    const near = closestMatch(plainPerson(typed), people.map((person) => plainPerson(person.name))); // prettier-ignore
    const like = people.filter((person) => plainPerson(person.name) === near);
    const meant = [...new Set([...like, ...inPost].map((person) => person.name))];
    const advice = like[0]
      ? `Did you mean ${quote(like[0].name)}?`
      : inPost[0]
        ? `Its ${key === 'portfolio' ? 'portfolio' : 'post'} is held by ${inPost[0].name}.`
        : 'Check the name, or have it added to council.yaml.';
    return {
      value: name,
      meant,
      message: `${fieldLabel(name.path, context)}: council.yaml does not know ${quoted(typed)}. ${advice}`,
    };
  }
  const posts = [...new Set(found.flatMap((person) => person[key] ?? []))];
  if (!post || given === '' || posts.length === 0 || posts.some((one) => plainPost(one) === plainPost(given))) return undefined;
  const message = `${fieldLabel(post.path, context)}: in council.yaml, ${found[0]?.name ?? ''} is ${quote(posts[0] ?? '')}, not ${quoted(given)}. Write the one that is right.`;
  return { value: post, meant: posts, message };
}

/** A post given without a name. */
function unknownPost(
  post: Value,
  key: 'portfolio' | 'title',
  people: readonly Person[],
  context: RuleContext,
): Unknown | undefined {
  const typed = post.text?.text.trim() ?? '';
  const posts = people.flatMap((person) => person[key] ?? []);
  if (posts.length === 0 || posts.some((one) => plainPost(one) === plainPost(typed))) return undefined;
  const near = closestMatch(typed, posts);
  const advice = near ? `Did you mean ${quote(near)}?` : 'Give the name as well, or check the post.';
  const message = `${fieldLabel(post.path, context)}: council.yaml knows nobody who is ${quoted(typed)}. ${advice}`;
  return { value: post, meant: near ? [near] : [], message };
}
