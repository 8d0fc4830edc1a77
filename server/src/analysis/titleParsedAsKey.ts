import type { Mapping } from '../paper/yaml/yamlNode.ts';
import type { Field } from '../template/field.ts';
import type { Value } from '../template/value.ts';

/** An item of a list such as `- Appendix 1: Plan`: its title alone, which a colon makes a key and its value. */
export interface TitleParsedAsKey {
  readonly node: Mapping;
  /** What stands in front of the colon. */
  readonly before: string;
  /** What stands behind it. */
  readonly after: string;
  /** The part of the item that was meant: the only one that the form requires. */
  readonly field: Field;
}

/** The title that was meant by an item without one; nothing for what may as well be a misspelt key. */
export function readTitleParsedAsKey({ path, field, node }: Value): TitleParsedAsKey | undefined {
  if (typeof path.at(-1) !== 'number' || field?.kind !== 'group' || node?.kind !== 'mapping') return undefined;
  const [entry, second] = node.entries;
  const required = field.fields.filter((part) => part.required);
  const meant = required.length === 1 ? required[0] : undefined;
  if (!entry || second || meant?.kind !== 'text' || entry.value.kind !== 'scalar' || !/\S\s+\S/.test(entry.key)) return undefined;
  return { node, before: entry.key.trim(), after: entry.value.text.text.trim(), field: meant };
}
