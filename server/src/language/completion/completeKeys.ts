import type { Field } from '../../template/field.ts';
import { fieldAt } from '../../template/template.ts';
import type { Edit } from '../../text/edit.ts';
import type { Completion } from './completionTypes.ts';
import { fieldHelp } from './fieldHelp.ts';
import { groupOf, type CompletionSource } from './completionSource.ts';
import { itemLines, keyLines, TabStops } from '../snippet/tabStops.ts';
import { readYamlLine, type YamlText } from '../yaml/yamlLine.ts';
import { nextColumn } from '../yaml/yamlCursor.ts';
import { type YamlCursor } from '../yaml/cursorTypes.ts';
import { yamlScalar } from '../yaml/yamlScalar.ts';

/** The keys that may stand at a place: those required first, in the form's order, none that is there already. */
export function completeKeys(place: YamlCursor, yaml: YamlText, guide: CompletionSource): Completion[] {
  const { path } = place;
  const field = path.length === 0 ? undefined : groupOf(fieldAt(guide, path));
  if (field?.kind === 'map') return names(place, yaml, guide);
  if (field?.kind === 'list') return newItem(field, place, yaml, guide);
  // Where a list stands at this column, a key would break it.
  if (place.kind === 'bare' && place.items.length > 0 && typeof path.at(-1) !== 'number' && path.length > 0) {
    const list = fieldAt(guide, path);
    return list?.kind === 'list' ? newItem(list, place, yaml, guide) : [];
  }
  const fields = path.length === 0 ? guide.fields : (field?.fields ?? []);
  const opened = place.kind === 'bare' && !place.flow ? openedAbove(place, yaml, guide) : [];
  return [...opened, ...inOrder(fields, place, guide).map((one) => keyCompletion(one, place, yaml, guide))];
}

function inOrder(fields: readonly Field[], { members, path }: YamlCursor, guide: CompletionSource): Field[] {
  const there = new Set(members.map(({ key }) => key));
  const rank = ({ required, printed }: Field): number => (required ? 0 : printed ? 1 : 2);
  return fields.filter(({ key }) => !there.has(key) && !guide.isGiven([...path, key])).sort((a, b) => rank(a) - rank(b));
}

function keyCompletion(field: Field, place: YamlCursor, yaml: YamlText, guide: CompletionSource): Completion {
  const { key, label, required } = field;
  const path = [...place.path, key];
  const named = {
    label: key,
    kind: 'key',
    detail: required ? `${label} (required)` : label,
    documentation: fieldHelp(field),
    more: [],
  } as const;
  if (place.kind === 'key') {
    return { ...named, edit: { span: place.typed, text: key }, snippet: false, filterText: key, again: false };
  }
  const edit = (text: string): Edit => writeKey(text, place, yaml);
  const filterText = filterFor(edit(''), key, place, yaml);
  const group = groupOf(field);
  if (place.flow) return { ...named, edit: edit(`${key}: `), snippet: false, filterText, again: true };
  const indent = ' '.repeat(place.column);
  const inside = `${key}:${guide.lineEnd}${indent}  `;
  if (group?.kind === 'map' || (group?.kind === 'group' && guide.peopleOf(path).length > 0)) {
    return { ...named, edit: edit(inside), snippet: false, filterText, again: true };
  }
  if (
    field.kind === 'choice' ||
    field.kind === 'flag' ||
    (group?.kind === 'list' && !group.choices.length && isChosen(group.item))
  ) {
    const text = group?.kind === 'list' ? `${inside}- ` : `${key}: `;
    return { ...named, edit: edit(text), snippet: false, filterText, again: true };
  }
  const lines = keyLines(field, new TabStops());
  const text = lines.join(guide.lineEnd + indent);
  const only = !text.includes('$2') && text.endsWith('$1');
  const again = only && lines.length === 1 && guide.valuesOf(path, field, { ...place, path, kind: 'value' }).length > 0;
  return { ...named, edit: edit(only ? text.slice(0, -2) : text), snippet: !only, filterText, again };
}

function isChosen(item: Field | undefined): boolean {
  return item?.kind === 'choice';
}

/** The keys of a map, such as the names of rules. */
function names(place: YamlCursor, yaml: YamlText, guide: CompletionSource): Completion[] {
  const there = new Set(place.members.map(({ key }) => key));
  return guide.namesOf(place.path).flatMap(({ text, ...offer }) => {
    if (there.has(text)) return [];
    const isKey = place.kind === 'key';
    const edit = isKey ? { span: place.typed, text: yamlScalar(text) } : writeKey(`${yamlScalar(text)}: `, place, yaml);
    const filterText = filterFor(edit, text, place, yaml);
    return [{ label: text, ...offer, edit, more: [], snippet: false, filterText, again: !isKey }];
  });
}

/** A new item of a list of groups or of texts, with its dash. */
function newItem(list: Field, place: YamlCursor, yaml: YamlText, guide: CompletionSource): Completion[] {
  const { item } = list;
  if (!item || place.flow || place.kind !== 'bare') return [];
  const indent = ' '.repeat(place.column);
  const lines = itemLines(list, new TabStops());
  const text = lines.join(guide.lineEnd + indent);
  const only = !text.includes('$2');
  const edit = writeKey(only ? text.slice(0, -2) : text, place, yaml);
  const label = `- ${item.label}`;
  const documentation = fieldHelp(item);
  return [{ label, kind: 'key', detail: 'One more', documentation, edit, more: [], snippet: !only, filterText: filterFor(edit, label, place, yaml), again: only }]; // prettier-ignore
}

/** The keys of a group whose key stands on the line above, empty: an editor may not have indented the new line. */
function openedAbove(place: YamlCursor, yaml: YamlText, guide: CompletionSource): Completion[] {
  const number = yaml.lines.lineAt(place.typed.start);
  if (number <= yaml.lines.lineAt(yaml.span.start) || readYamlLine(yaml, number).dashes.length > 0) return [];
  const above = readYamlLine(yaml, number - 1);
  const isOpen = above.key && above.value.start === above.value.end && !above.comment;
  if (!above.key || !isOpen || place.column !== above.column || nextColumn(yaml, number) > above.column) return [];
  const path = [...place.path, above.key.name];
  const field = groupOf(fieldAt(guide, path));
  if (field?.kind !== 'group' && field?.kind !== 'list') return [];
  const inner = { ...place, path, column: above.column + 2, members: [], items: [] };
  if (field.kind === 'list') return field.choices.length > 0 ? [] : newItem(field, inner, yaml, guide);
  return inOrder(field.fields, inner, guide).map((one) => keyCompletion(one, inner, yaml, guide));
}

/** The edit that writes a key or a new item in the place of what was typed, at its column. */
export function writeKey(text: string, place: YamlCursor, yaml: YamlText): Edit {
  const { typed, flow, column } = place;
  const line = readYamlLine(yaml, yaml.lines.lineAt(typed.start));
  if (flow || line.dashes.length > 0 || typed.start - line.start === column) {
    return { span: typed, text: spaced(text, typed.start, yaml) };
  }
  return { span: { start: line.start, end: typed.end }, text: ' '.repeat(column) + text };
}

/** A blank in front of what would otherwise touch a dash, a colon or a comma. */
function spaced(text: string, at: number, { text: source }: YamlText): string {
  return /[-:,]/.test(source[at - 1] ?? '') && text !== '' ? ` ${text}` : text;
}

/** What stands before the typed text in the edited stretch, and what is to be typed. */
export function filterFor(edit: Edit, text: string, { typed }: YamlCursor, yaml: YamlText): string {
  return yaml.text.slice(edit.span.start, typed.start) + text;
}
