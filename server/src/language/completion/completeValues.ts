import type { Field } from '../../template/field.ts';
import { fieldAt } from '../../template/template.ts';
import type { Completion } from './completionTypes.ts';
import { filterFor } from './completeKeys.ts';
import { fieldHelp } from './fieldHelp.ts';
import { groupOf, type CompletionSource, type ValueItem } from './completionSource.ts';
import { itemLines, keyLines, TabStops } from '../snippet/tabStops.ts';
import { skipBlanks, type YamlText } from '../yaml/yamlLine.ts';
import type { YamlCursor } from '../yaml/cursorTypes.ts';
import { withoutQuotes, yamlScalar } from '../yaml/yamlScalar.ts';

/** The values that may stand at a place. */
export function completeValues(place: YamlCursor, yaml: YamlText, guide: CompletionSource): Completion[] {
  const { path, items } = place;
  const field = fieldAt(guide, path);
  if (!field || place.below) return [];
  const inList = typeof path.at(-1) === 'number';
  const there = new Set(inList ? items.map(withoutQuotes) : []);
  const values = guide.valuesOf(path, field, place).filter(({ text }) => !there.has(text));
  const behindKey = place.kind === 'value' && !place.flow;
  return [
    ...values.map((offer) => valueCompletion(offer, place, yaml)),
    ...(behindKey ? linesBelow(field, place, yaml, guide) : []),
  ];
}

function valueCompletion({ text, ...offer }: ValueItem, place: YamlCursor, yaml: YamlText): Completion {
  const { typed, flow } = place;
  const quote = /["']/.exec(yaml.text[typed.start] ?? '')?.[0];
  const inQuotes = quote !== undefined && !text.includes(quote) && !text.includes('\\');
  const written = inQuotes ? quote + text + quote : yamlScalar(text, flow);
  const edit = { span: typed, text: spaced(written, typed.start, yaml.text) };
  const filterText = quote === undefined ? text : quote + text;
  return { label: text, ...offer, edit, more: [], snippet: false, filterText, again: false };
}

/** A blank behind the colon, dash or comma that a value would otherwise touch. */
function spaced(value: string, at: number, text: string): string {
  return /[-:,]/.test(text[at - 1] ?? '') ? ` ${value}` : value;
}

/** The list or the parts that a key stands for, on the lines below it. */
function linesBelow(field: Field, place: YamlCursor, yaml: YamlText, guide: CompletionSource): Completion[] {
  const group = groupOf(field);
  if (place.typed.end > place.typed.start || group?.kind === 'map') return [];
  const isGroup = group?.kind === 'group';
  if (!isGroup && group?.kind !== 'list') return [];
  const below = guide.lineEnd + ' '.repeat(place.column);
  const lines = isGroup ? keyLines(group, new TabStops()).slice(1) : itemLines(group, new TabStops()).map((line) => `  ${line}`);
  const text = lines.map((line) => below + line).join('');
  const edit = { span: behindColon(place, yaml), text: text.includes('$2') ? text : text.slice(0, -2) };
  const first = isGroup ? group : (group.item ?? group);
  const label = isGroup ? `${group.label}: its parts` : `- ${first.label}`;
  const documentation = fieldHelp(first);
  return [{ label, kind: 'key', detail: isGroup ? 'On the lines below' : 'A list on the lines below', documentation, edit, more: [], snippet: text.includes('$2'), filterText: filterFor(edit, label, place, yaml), again: !text.includes('$2') }]; // prettier-ignore
}

/** From the colon of the key to the end of what was typed, blanks included. */
export function behindColon({ typed }: YamlCursor, { text, lines }: YamlText): { start: number; end: number } {
  let start = typed.start;
  while (/[ \t]/.test(text[start - 1] ?? '')) start--;
  return { start, end: skipBlanks(text, typed.end, lines.span(lines.lineAt(typed.end)).end) };
}
