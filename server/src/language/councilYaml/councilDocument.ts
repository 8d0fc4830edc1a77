import { councilFields } from '../../council/council.ts';
import { readYaml } from '../../paper/yaml/frontMatter.ts';
import { fieldAt } from '../../template/template.ts';
import { readEntry, type Value } from '../../template/value.ts';
import { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { YamlText } from '../yaml/yamlLine.ts';

/** A `council.yaml` as it was read, each value with its place. */
export interface CouncilDocument extends YamlText {
  /** The values of its keys, in the order of the text; as far as it can be read. */
  readonly values: readonly Value[];
}

const form = { fields: councilFields };

/** Reads a `council.yaml` for what is asked about places in it. Never throws. */
export function readCouncilDocument(text: string): CouncilDocument {
  const span = yamlSpan(text);
  const entries = readYaml(text, span).root?.entries ?? [];
  const values = entries.map((entry) => readEntry(text, entry, [], fieldAt(form, [entry.key])));
  return { text, lines: new LineIndex(text), span, values };
}

/** All of the text but a byte-order mark. */
function yamlSpan(text: string): Span {
  return { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: text.length };
}
