import { fieldAt } from '../../template/template.ts';
import type { Completion } from './completionTypes.ts';
import { completeKeys } from './completeKeys.ts';
import { completePeople } from './completePeople.ts';
import { completeValues } from './completeValues.ts';
import { groupOf, type CompletionSource } from './completionSource.ts';
import type { YamlText } from '../yaml/yamlLine.ts';
import { findYamlCursor } from '../yaml/yamlCursor.ts';
import { type YamlCursor } from '../yaml/cursorTypes.ts';

/** What may be written at an offset of a YAML text, the best first. */
export function completeYaml(yaml: YamlText, offset: number, guide: CompletionSource): Completion[] {
  const place = findYamlCursor(yaml, offset);
  if (!place) return [];
  if (place.kind === 'key') return completeKeys(place, yaml, guide);
  if (place.kind === 'bare' && isMapping(place, guide)) {
    return [...completePeople(place, yaml, guide), ...completeKeys(place, yaml, guide)];
  }
  return [...completePeople(place, yaml, guide), ...completeValues(place, yaml, guide)];
}

/** True where bare text begins a key (or an item that is a mapping) rather than a value. */
function isMapping({ path }: YamlCursor, guide: CompletionSource): boolean {
  if (path.length === 0) return true;
  const field = groupOf(fieldAt(guide, path));
  return field?.kind === 'group' || field?.kind === 'map' || (field?.kind === 'list' && typeof path.at(-1) === 'string');
}
