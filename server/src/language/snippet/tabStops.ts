import type { Field } from '../../template/field.ts';

/** Counts the places of a snippet that are to be filled in, in the order of the text. */
export class TabStops {
  private count = 0;

  /** The next place, with the text that stands in it until it is filled. */
  next(placeholder = ''): string {
    this.count++;
    return placeholder === '' ? `$${this.count}` : `\${${this.count}:${escape(placeholder)}}`;
  }

  /** The next place, to be filled by one of a few words. */
  choose(words: readonly string[]): string {
    this.count++;
    const listed = words.map((word) => word.replace(/[\\$},|]/g, '\\$&'));
    return `\${${this.count}|${listed.join(',')}|}`;
  }
}

/** What a form shows before somebody has chosen; the rule `placeholder` knows it. */
const CHOOSE = 'Choose an item.';

/** A text as it stands in a snippet. */
export function escape(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A stop of a snippet, or a character that is escaped: then that is the first group; else a placeholder or a choice of words. */
export const STOP = /\\([\\$}])|\$\d+|\$\{\d+(?::((?:\\[^]|[^$}\\])*)|\|((?:\\[^]|[^|\\])*)\|)?\}/g;

/** A snippet's text without its marks: placeholders stay as they are, of several words the first. */
export function plainText(snippet: string): string {
  return snippet.replace(
    STOP,
    (_, escaped?: string, placeholder?: string, words?: string) =>
      escaped ?? (placeholder ?? /^(?:\\[^]|[^,\\])*/.exec(words ?? '')?.[0] ?? '').replace(/\\([^])/g, '$1'),
  );
}

/**
 * A field's key with places for all that must be given, in block style, as the lines of a snippet.
 * @param help whether what should be written stands in the places for long text
 */
export function keyLines(field: Field, stops: TabStops, help = false): string[] {
  const { key, kind, item } = field;
  const long = help ? `[insert ${field.label.toLowerCase()}]` : '';
  if (kind === 'markdown') return [`${key}: |`, `  ${stops.next(long)}`];
  if (kind === 'choice') return [`${key}: ${stops.choose([CHOOSE, ...field.choices])}`];
  if (kind === 'flag') return [`${key}: ${stops.choose(['false', 'true'])}`];
  if (kind === 'group') return [`${key}:`, ...partLines(field, stops, help).map(indented)];
  if (kind === 'map') return [`${key}:`, `  ${stops.next()}`];
  if (kind !== 'list' || field.choices.length > 0) return [`${key}: ${stops.next()}`];
  if (field.acceptsSingleItem && item?.kind === 'group') return [`${key}:`, ...partLines(item, stops, help).map(indented)];
  if (field.acceptsSingleItem) return [`${key}: ${stops.next()}`];
  return [`${key}:`, ...itemLines(field, stops, help).map(indented)];
}

/** An item of a list, with its dash, as the lines of a snippet. */
export function itemLines({ item }: Field, stops: TabStops, help = false): string[] {
  if (item?.kind !== 'group') return [`- ${stops.next()}`];
  return partLines(item, stops, help).map((line, i) => (i === 0 ? `- ${line}` : indented(line)));
}

/** The required parts of a group, or all of them where none is required. */
function partLines(group: Field, stops: TabStops, help: boolean): string[] {
  const required = group.fields.filter((part) => part.required);
  return (required.length > 0 ? required : group.fields).flatMap((part) => keyLines(part, stops, help));
}

function indented(line: string): string {
  return `  ${line}`;
}
