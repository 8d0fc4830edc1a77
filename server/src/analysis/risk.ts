import { endOfEntry } from '../paper/yaml/yamlEntryLines.ts';
import { startOfLine } from '../text/lines.ts';
import { entryOf, type AstEntry, type Mapping } from '../paper/yaml/yamlNode.ts';
import type { Paper } from '../paper/paper.ts';
import type { Value } from '../template/value.ts';
import type { Edit } from '../text/edit.ts';
import type { Fields } from '../template/fields.ts';
import type { Path } from '../text/path.ts';

export const RISK: Path = ['impact-assessment', 'risk'];
export const LEVELS = ['low', 'medium', 'high'] as const;
/** The keys of the two levels, in the order of the form. */
export const LEVEL_KEYS = ['current', 'residual'] as const;

/** A level of risk that is given and is one of the three, 0 for low to 2 for high. */
export function levelOf(
  fields: Fields,
  key: (typeof LEVEL_KEYS)[number],
): { readonly value: Value; readonly height: number } | undefined {
  const value = fields.get([...RISK, key]);
  const height = LEVELS.findIndex((level) => level === value?.data);
  return value && height !== -1 ? { value, height } : undefined;
}

/**
 * The edit that adds keys to a mapping, on lines of their own or between its braces.
 * @param entries each written as `key: value`, without line ends
 * @param after the keys that they are to follow, the nearest first; where none of them is there, they come first
 */
export function insertEntries(
  report: Paper,
  mapping: Mapping,
  entries: readonly string[],
  after: readonly string[],
): Edit | undefined {
  const first = mapping.entries[0];
  if (!first) return undefined;
  const before = after.map((key) => entryOf(mapping, key)).find((entry) => entry !== undefined);
  const separator = mapping.flow ? ', ' : report.lineEnd + indentOf(report.text, first);
  if (!before)
    return {
      span: { start: first.keySpan.start, end: first.keySpan.start },
      text: entries.map((entry) => entry + separator).join(''),
    };
  const end = mapping.flow ? Math.max(before.keySpan.end + 1, before.value.span.end) : endOfEntry(report.text, before);
  return { span: { start: end, end }, text: entries.map((entry) => separator + entry).join('') };
}

/** The white space that a key of this mapping begins its line with, were it not the first. */
export function indentOf(text: string, { keySpan }: AstEntry): string {
  return ' '.repeat(keySpan.start - startOfLine(text, keySpan.start));
}
