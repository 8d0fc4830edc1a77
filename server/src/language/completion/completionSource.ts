import type { Field } from '../../template/field.ts';
import type { Path } from '../../text/path.ts';
import type { CompletionKind } from './completionTypes.ts';
import type { YamlCursor } from '../yaml/cursorTypes.ts';

/** A value that may be written. */
export interface ValueItem {
  readonly text: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly documentation?: string;
}

/** A person of `council.yaml`, by the keys that a person has in a report. */
export type PersonItem = Readonly<Record<string, string>>;

/** What is to be known for completing YAML: of a report's front matter, or of a `council.yaml`. */
export interface CompletionSource {
  readonly fields: readonly Field[];
  readonly lineEnd: string;
  /** True for a field that is given elsewhere, as a section of the body. */
  isGiven(path: Path): boolean;
  /** The keys that a map may have. */
  namesOf(path: Path): readonly ValueItem[];
  /** The values that a field may have, in the place of a list those of its items. */
  valuesOf(path: Path, field: Field, place: YamlCursor): readonly ValueItem[];
  /** The people that a group may stand for. */
  peopleOf(path: Path): readonly PersonItem[];
}

/** The field that a value at a path is; a person is the same whether alone or in a list. */
export function groupOf(field: Field | undefined): Field | undefined {
  return field?.kind === 'list' && field.acceptsSingleItem ? field.item : field;
}
