import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import type { Field } from '../../template/field.ts';
import { longFieldsOf } from '../../template/fields.ts';
import type { Completion } from './completionTypes.ts';
import { fieldHelp } from './fieldHelp.ts';

/** What a heading looks like while it is typed; a line with nothing on it may become one. */
const HEADING = /^(#{1,2}(?:[ \t].*)?)?$/;

/**
 * The long fields that are missing, as sections: on an empty line or in a heading, before the first section of the body that is no
 * field, for only there a section is one.
 */
export function completeSections(report: Paper, offset: number, { template, fields }: RuleContext): Completion[] {
  const { text, lines, body, lineEnd } = report;
  const line = lines.span(lines.lineAt(offset));
  const start = Math.max(line.start, body.span.start);
  const typed = text.slice(start, offset);
  if (!template || offset < body.span.start || !HEADING.test(text.slice(start, line.end)) || !HEADING.test(typed)) return [];
  const first = fields.sections.find(({ heading }) => heading.block.start < start || heading.block.start > line.end);
  if (first && first.span.start < start) return [];
  if (isCode(report, start)) return [];
  const rank = ({ required, number = 99 }: Field): number => (required ? 0 : 100) + number;
  const missing = longFieldsOf(template).filter(({ path }) => fields.get(path) === undefined);
  const ordered = [...missing].sort((a, b) => rank(a.field) - rank(b.field));
  return ordered.map(({ field }) => {
    const heading = `## ${field.number === undefined ? '' : `${field.number}. `}${field.label}`;
    const rest = text.slice(line.end).startsWith(lineEnd + lineEnd) ? '' : lineEnd + lineEnd;
    return {
      label: heading,
      kind: 'section',
      detail: field.required ? 'Missing section (required)' : 'Missing section',
      documentation: fieldHelp(field),
      edit: { span: { start, end: line.end }, text: heading + rest },
      more: [],
      snippet: false,
      filterText: `${/^#+[ \t]*/.exec(typed)?.[0] ?? ''}${field.label}`,
      again: false,
    };
  });
}

/** True inside a fenced block: an odd number of fences stands above. */
function isCode({ text, body }: Paper, offset: number): boolean {
  return (text.slice(body.span.start, offset).match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0) % 2 === 1;
}
