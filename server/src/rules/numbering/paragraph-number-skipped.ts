import { readMarkdown } from '../../paper/markdown/markdown.ts';
import { formatNumber } from '../../paper/structure/sectionNumber.ts';
import type { Paper } from '../../paper/paper.ts';
import { labelOf } from '../../template/schemaProblems.ts';
import type { Value } from '../../template/value.ts';
import type { SourceText } from '../../text/sourceText.ts';
import { editsConflict, type Edit } from '../../text/edit.ts';
import type { Finding, Fix } from '../../text/finding.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { replaceAt } from '../../fixes/textEdits.ts';
import { findNumberFaults, type NumberFault } from '../../analysis/paragraphNumbering.ts';
import { renumberFrom } from '../../fixes/renumberParagraphs.ts';
import { defineRule, type RuleFinding } from '../rule.ts';
import { readContinuousNumbering } from '../../analysis/continuousNumbering.ts';

/** How a list begins that does not begin at 1. */
const LATER_NUMBER = /^\s*(?:[2-9]|[1-9]\d)[.)]\s/;

export default defineRule({
  id: 'paragraph-number-skipped',
  severity: 'warning',
  docs: {
    summary: 'Paragraph numbers leave one out, or a paragraph has a number of another section.',
    why: 'A gap makes readers ask what was taken out, and a number of the wrong section sends them to the wrong place.',
    source: 'House style: paragraphs are numbered once, in order',
    bad: '## 10. Background\n\n10.1 The pier was closed in March.\n\n⟦10.3⟧ Repairs began in May.\n\n## 11. Cost\n\n⟦10.4⟧ The work costs £84,000.\n',
    good: '## 10. Background\n\n10.1 The pier was closed in March.\n\n10.2 Repairs began in May.\n\n## 11. Cost\n\n11.1 The work costs £84,000.\n',
  },
  *check(report, context) {
    for (const fault of findNumberFaults(context.fields.sections)) {
      if (fault.kind !== 'repeated') yield { span: fault.paragraph.span, path: ['body'], message: describe(fault) };
    }
    for (const { kind, item, before } of readContinuousNumbering(report, context.fields).faults) {
      if (kind === 'skipped') yield { span: item.marker, path: ['body'], message: follows(before, item.number, before + 1) };
    }
    for (const value of context.fields.all()) {
      if (value.text && LATER_NUMBER.test(value.text.text)) yield* checkList(value, value.text, report, context);
    }
  },
  fixes: (finding, report, context) =>
    finding.path?.[0] === 'body' ? renumberFrom(finding, report, context) : beginAnew(finding, report, context),
});

/** A list on the cover that begins with a later number begins with 1; a single item is no list. */
function beginAnew({ path = [], span }: Finding, report: Paper, context: RuleContext): Fix[] {
  const text = context.fields.get(path)?.text;
  const list = text && readMarkdown(text).lists.find(({ markers }) => markers[0]?.start === span.start);
  if (!list) return [];
  const [only, second] = list.markers;
  const isAlone = only && !second;
  const edits = list.markers.flatMap((marker, i): Edit[] => {
    const digits = /^\d+/.exec(report.text.slice(marker.start, marker.end))?.[0].length ?? 0;
    const at = isAlone ? marker : { start: marker.start, end: marker.start + digits };
    const edit = replaceAt({ path, span: at }, isAlone ? '' : String(i + 1), report, context);
    return edit ? [edit] : [];
  });
  const apart = edits.every((edit, i) => edits.slice(0, i).every((other) => !editsConflict(edit, other)));
  return apart && edits.length > 0 ? [{ title: isAlone ? 'Take the number away' : 'Begin with 1', edits, safe: false }] : [];
}

function describe({ kind, paragraph, section, before, wanted }: NumberFault): string {
  const number = formatNumber(paragraph.parts);
  if (kind === 'foreign') {
    return `Paragraph ${number} stands in section ${formatNumber(section.number?.parts ?? [])}. Number it ${formatNumber(wanted)}, or move it to section ${paragraph.parts[0]}.`;
  }
  if (!before) return `The first paragraph of this section is numbered ${number}. Number it ${formatNumber(wanted)}.`;
  return follows(formatNumber(before), number, formatNumber(wanted));
}

function follows(before: string | number, number: string | number, wanted: string | number): string {
  return `Paragraph ${before} is followed by ${number}. Number this one ${wanted}, or put back what is missing.`;
}

/** A field that is one numbered list and begins with a later number: it ran on from another box of the form. */
function* checkList({ field, path }: Value, text: SourceText, report: Paper, { template }: RuleContext): Iterable<RuleFinding> {
  if (field?.kind !== 'markdown' || typeof path.at(-1) === 'number' || !template) return;
  const { lists } = readMarkdown(text);
  const [start, end] = [text.sourceOf(text.text.search(/\S/)), text.sourceOf(text.text.trimEnd().length - 1)];
  const list = lists.find(({ depth, span }) => depth === 0 && span.start <= start && end < span.end);
  const marker = list?.markers[0];
  if (!list || !marker) return;
  const number = report.text.slice(marker.start, marker.end).trimEnd();
  yield {
    span: { start: marker.start, end: marker.start + number.length },
    path,
    message: `${labelOf(template, path)} begins with the number ${list.start}, although nothing stands before it here. ${list.markers.length === 1 ? 'Take the number away.' : 'Begin with 1.'}`,
  };
}
