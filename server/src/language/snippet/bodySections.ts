import type { Field } from '../../template/field.ts';
import type { Template } from '../../template/template.ts';

/** The number of the first section of a body: the one after the numbered sections of the cover. */
export function firstSection({ fields }: Template): number {
  return Math.max(0, ...numbersOf(fields)) + 1;
}

function numbersOf(fields: readonly Field[]): number[] {
  return fields.flatMap(({ number, kind, fields: parts }) => [
    ...(number === undefined ? [] : [number]),
    ...(kind === 'group' ? numbersOf(parts) : []),
  ]);
}
