import { stringify } from 'yaml';
import type { Field } from '../../template/field.ts';
import { joinWords } from '../../text/suggest.ts';

/** What a field is for and what to write, in Markdown. */
export function fieldHelp(field: Field): string {
  const parts = [field.description, field.guidance, allowedValues(field)];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** An example of a field as it stands in a file, as a block of Markdown; empty where there is none. */
export function fieldExample({ key, examples }: Field): string {
  const [example] = examples;
  if (example === undefined) return '';
  return `\`\`\`yaml\n${stringify({ [key]: example }, { lineWidth: 80 }).trimEnd()}\n\`\`\``;
}

/** The values that a field may have: "Allowed: `low`, `medium` or `high`." */
function allowedValues({ kind, choices, item }: Field): string {
  const words = choices.map((choice) => `\`${choice}\``);
  if (kind === 'flag') return 'Allowed: `true` or `false`.';
  if (kind === 'list' && words.length > 0) return `Allowed: ${joinWords(words)}, or a list.`;
  if (kind === 'list' && item && item.choices.length > 0) return `Allowed: ${joinWords(item.choices.map((one) => `\`${one}\``), 'and')}.`; // prettier-ignore
  return words.length > 0 ? `Allowed: ${joinWords(words)}.` : '';
}
