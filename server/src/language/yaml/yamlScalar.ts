import { readYaml } from '../../paper/yaml/frontMatter.ts';
import { inQuotes } from '../../fixes/frontMatterEdits.ts';

/** Text that is surely plain to YAML, in brackets too. */
const PLAIN = /^[A-Za-z£(][\w£ .()/'’–+@-]*$/;
/** Words that YAML takes for something else. */
const WORD = /^(?:null|true|false|yes|no|on|off)$/i;

/** A text of one line as YAML holds it: with quotation marks where it needs them. */
export function yamlScalar(text: string, flow = false): string {
  if (PLAIN.test(text) && !WORD.test(text) && !text.endsWith(' ')) return text;
  const line = flow ? `[${text}]` : `- ${text}`;
  const { root, problems } = readYaml(`a:\n  ${line}`, { start: 0, end: line.length + 5 });
  const list = root?.entries[0]?.value;
  const item = list?.kind === 'sequence' && list.items.length === 1 ? list.items[0] : undefined;
  const same = item?.kind === 'scalar' && !item.needsQuotes && item.text.text === text && !item.comment && problems.length === 0;
  return same && text !== '' ? text : inQuotes(text);
}

/** The text of a value on one line, without its quotation marks. */
export function withoutQuotes(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
