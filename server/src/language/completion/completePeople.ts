import type { Field } from '../../template/field.ts';
import { fieldAt } from '../../template/template.ts';
import type { Edit } from '../../text/edit.ts';
import type { Completion } from './completionTypes.ts';
import { filterFor, writeKey } from './completeKeys.ts';
import { behindColon } from './completeValues.ts';
import { groupOf, type CompletionSource } from './completionSource.ts';
import type { YamlText } from '../yaml/yamlLine.ts';
import type { Member, YamlCursor } from '../yaml/cursorTypes.ts';
import { withoutQuotes, yamlScalar } from '../yaml/yamlScalar.ts';

/**
 * The people of `council.yaml` who may stand at a place, each whole: with all that is known of them. What stands there already and
 * is known otherwise of the person is replaced.
 */
export function completePeople(place: YamlCursor, yaml: YamlText, guide: CompletionSource): Completion[] {
  const { path, kind, members, typed } = place;
  const whole = groupOf(fieldAt(guide, path));
  const part = kind === 'value' && whole?.kind !== 'group' ? path.at(-1) : undefined;
  const group = part === undefined ? whole : groupOf(fieldAt(guide, path.slice(0, -1)));
  if (group?.kind !== 'group' || typeof part === 'number') return [];
  const people = guide.peopleOf(part === undefined ? path : path.slice(0, -1));
  if (part !== undefined && !people.some((person) => person[part] !== undefined)) return [];
  if (place.below || (kind === 'bare' && place.items.length > 0 && typeof path.at(-1) !== 'number')) return [];
  const named = part === 'name' ? undefined : members.find(({ key }) => key === 'name');
  const name = named && withoutQuotes(yaml.text.slice(named.value.start, named.value.end));
  const chosen = part !== undefined && name ? people.filter((person) => person['name'] === name) : people;
  return chosen.flatMap((person) => {
    const parts = group.fields.flatMap(({ key }) => (person[key] === undefined ? [] : [{ key, text: person[key] }]));
    const label = part === undefined ? parts[0]?.text : person[part];
    if (label === undefined) return [];
    const others = parts.filter(({ key }) => key !== part);
    const { edit, more } = writePerson(place, part, label, parts, yaml, guide);
    if (edit.text.trim() === '') return [];
    return [
      {
        label,
        kind: 'person' as const,
        detail: others.filter(({ text }) => text !== label).map(({ text }) => text).join(', '), // prettier-ignore
        documentation: parts.map(({ key, text }) => `${labelOf(group, key)}: ${text}`).join('  \n'),
        edit,
        more,
        snippet: false,
        filterText: filterFor(edit, quoteBefore(yaml.text, typed.start) + label, place, yaml),
        again: false,
      },
    ];
  });
}

function labelOf(group: Field, key: string): string {
  return group.fields.find((field) => field.key === key)?.label ?? key;
}

function quoteBefore(text: string, at: number): string {
  return /["']/.exec(text[at] ?? '')?.[0] ?? '';
}

interface Part {
  readonly key: string;
  readonly text: string;
}

function writePerson(
  place: YamlCursor,
  part: string | undefined,
  label: string,
  parts: readonly Part[],
  yaml: YamlText,
  guide: CompletionSource,
): { edit: Edit; more: Edit[] } {
  const { members, flow, column, typed, kind } = place;
  const line = ({ key, text }: Part): string => `${key}: ${yamlScalar(text, flow)}`;
  if (kind === 'value' && part === undefined) {
    if (flow) return { edit: { span: typed, text: `{ ${parts.map(line).join(', ')} }` }, more: [] };
    const below = `${guide.lineEnd}${' '.repeat(column + 2)}`;
    return { edit: { span: behindColon(place, yaml), text: parts.map((one) => below + line(one)).join('') }, more: [] };
  }
  const there = new Map(members.map((member) => [member.key, member]));
  const more = parts.flatMap((one) => replaceMember(there.get(one.key), one, place, yaml));
  const rest = parts.filter(({ key }) => key !== part && !there.has(key)).map(line);
  const separator = flow ? ', ' : `${guide.lineEnd}${' '.repeat(column)}`;
  if (part !== undefined) {
    const space = yaml.text[typed.start - 1] === ':' ? ' ' : '';
    return { edit: { span: typed, text: [space + yamlScalar(label, flow), ...rest].join(separator) }, more };
  }
  return { edit: writeKey(rest.join(separator), place, yaml), more };
}

/** The edit that gives a key that is there the person's value. */
function replaceMember(member: Member | undefined, { text }: Part, { flow }: YamlCursor, yaml: YamlText): Edit[] {
  if (!member || member.more) return [];
  const { start, end } = member.value;
  if (withoutQuotes(yaml.text.slice(start, end)) === text) return [];
  const space = yaml.text[start - 1] === ':' ? ' ' : '';
  return [{ span: member.value, text: space + yamlScalar(text, flow) }];
}
