import type { Paper } from '../../paper/paper.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import type { Template } from '../../template/template.ts';
import { startOfLine } from '../../text/lines.ts';
import type { Completion } from './completionTypes.ts';
import { firstSection } from '../snippet/bodySections.ts';
import { keyLines, TabStops } from '../snippet/tabStops.ts';

/** A text of more characters than this is no empty one. */
const MAX_EMPTY = 200;

/** A whole report for each template, in a text where nothing stands yet but a word or the first line of front matter. */
export function completeTemplates({ text, lineEnd }: Paper, offset: number, { templates }: RuleContext): Completion[] {
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  if (offset < bom || text.length > MAX_EMPTY || !/^[a-z-]{0,40}\s*(?:---)?$/i.test(text.slice(bom).trim())) return [];
  const line = startOfLine(text, offset);
  const opened = text.indexOf('---');
  const start = opened === -1 ? Math.max(line, bom) : Math.min(opened, Math.max(line, bom));
  // The edit must stand on one line: what is left over of the others is taken away beside it.
  const feed = text.slice(offset).search(/\r?\n/);
  const end = feed === -1 ? text.length : offset + feed;
  const more = [
    { span: { start: bom, end: Math.max(line, bom) }, text: '' },
    { span: { start: end, end: text.length }, text: '' },
  ].filter(({ span }) => span.end > span.start);
  const span = { start: Math.max(start, line, bom), end };
  return [...templates.values()].map((template) => ({
    label: template.title,
    kind: 'template',
    detail: `A new report: ${template.name}`,
    documentation: [template.description, template.guidance].filter((part) => part !== '').join('\n\n'),
    edit: { span, text: templateLines(template).join(lineEnd) },
    more,
    snippet: true,
    filterText: /^[a-z]/i.test(text.slice(span.start)) ? template.name : text.slice(span.start, span.end) + template.name,
    again: false,
  }));
}

/** A whole report after a template, with all that it requires, as the lines of a snippet. */
export function templateLines(template: Template): string[] {
  const stops = new TabStops();
  const required = template.fields.filter(({ required, key }) => required && key !== 'template');
  return [
    '---',
    `template: ${template.name}`,
    ...required.flatMap((field) => keyLines(field, stops, true)),
    '---',
    '',
    `## ${firstSection(template)}. ${stops.next('Introduction')}`,
    '',
    `${firstSection(template)}.1 $0`,
    '',
  ];
}
