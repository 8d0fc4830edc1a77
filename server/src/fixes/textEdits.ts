import { linesOfEntry } from '../paper/yaml/yamlEntryLines.ts';
import { editIn } from '../paper/yaml/editYamlValue.ts';
import { nodeAt } from '../paper/yaml/yamlNode.ts';
import type { Paper } from '../paper/paper.ts';
import type { Value } from '../template/value.ts';
import type { Edit } from '../text/edit.ts';
import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/span.ts';
import type { RuleContext } from '../analysis/ruleContext.ts';
import { entryAt } from './frontMatterEdits.ts';

type Place = Pick<Finding, 'path' | 'span'>;

/**
 * The edit that puts `text` in the place of a finding's span, written as the field or the body is written there.
 * @returns nothing where the field's value cannot be written so
 */
export function replaceAt(
  { path = ['body'], span }: Place,
  text: string,
  report: Paper,
  { fields }: RuleContext,
): Edit | undefined {
  const value = fields.get(path);
  if (!value?.node) return { span, text: text.replaceAll('\n', report.lineEnd) };
  // Of a key that is given twice only the last can be found by its path.
  if (span.end < value.span.start && span.start < (value.keySpan?.start ?? 0)) return undefined;
  const from = value.text?.offsetOf(span.start) ?? 0;
  const to = span.end > span.start ? (value.text?.offsetOf(span.end) ?? 0) : from;
  return editIn(report, path, { start: from, end: to }, text);
}

/** The edit that takes a finding's stretch of text away, with the blank or the blank line that would be left over. */
export function deleteAt(place: Place, report: Paper, context: RuleContext): Edit | undefined {
  const { path = ['body'], span } = place;
  const value = context.fields.get(path);
  if (value?.node) return deleteInValue(value, span, report, context);
  const passage = report.body.markdown.passages.find(({ block }) => block.start <= span.start && span.end <= block.end);
  const whole =
    passage &&
    report.text.slice(passage.block.start, span.start).trim() === '' &&
    report.text.slice(span.end, passage.block.end).trim() === '';
  if (!whole || passage.kind === 'cell') return { span: withGap(report.text, span, report.body.span), text: '' };
  return { span: linesOf(report, passage.block), text: '' };
}

/** A paragraph goes with the blank lines behind it, a whole value with its key where the form can do without. */
function deleteInValue(value: Value, span: Span, report: Paper, context: RuleContext): Edit | undefined {
  const { text, path, field } = value;
  const from = text?.offsetOf(span.start) ?? 0;
  const to = text?.offsetOf(span.end) ?? 0;
  const before = text?.text.slice(0, from) ?? '';
  const after = text?.text.slice(to) ?? '';
  if (before.trim() === '' && after.trim() === '' && field?.required === false) {
    const mapping = nodeAt(report.frontMatter.root, path.slice(0, -1));
    const entry = entryAt(report.frontMatter.root, path);
    const lines = entry && linesOfEntry(report.text, entry);
    const alone = lines && report.text.slice(lines.start, entry.keySpan.start).trim() === '';
    if (alone && mapping?.kind === 'mapping' && !mapping.flow && mapping.entries.length > 1) return { span: lines, text: '' };
  }
  const lines = value.node?.kind === 'scalar' && /^(?:literal|folded)$/.test(value.node.style) && after.trim() !== '';
  const block = lines ? wholeLines(report, span, value.span) : undefined;
  if (block) return { span: block, text: '' };
  const isLast = /(?:^|\n)[ \t]*$/.test(before) && after.trim() === '';
  if (!isLast) return replaceAt({ path, span: withGap(report.text, span, value.span) }, '', report, context);
  return editIn(report, path, { start: before.trimEnd().length, end: to + after.trimEnd().length }, '');
}

/** The lines that a span of block text takes up, if it fills them; with the blank lines behind it where it is a paragraph. */
function wholeLines({ text, lines }: Paper, span: Span, block: Span): Span | undefined {
  const first = lines.lineAt(span.start);
  let next = lines.lineAt(span.end) + 1;
  const around = text.slice(lines.start(first), span.start) + text.slice(span.end, lines.start(next));
  if (around.trim() !== '') return undefined;
  const begins = lines.lineAt(block.start) === first - 1 || lines.read(first - 1).trim() === '';
  while (begins && lines.start(next) < block.end && lines.read(next).trim() === '') next++;
  return { start: lines.start(first), end: lines.start(next) };
}

/** The span with the white space on one side of it, so that no double blank stays. */
function withGap(text: string, span: Span, within: Span): Span {
  let { start, end } = span;
  while (end < within.end && /[ \t]/.test(text[end] ?? '')) end++;
  if (end === span.end || end >= within.end || /[\r\n]/.test(text[end] ?? '')) {
    while (start > within.start && /[ \t]/.test(text[start - 1] ?? '')) start--;
    if (start > within.start && start < span.start) end = span.end;
  }
  return { start, end };
}

/** The block's lines with the blank lines behind it. */
function linesOf({ text, lines }: Paper, block: Span): Span {
  let line = lines.lineAt(block.end) + 1;
  while (line < lines.count && lines.read(line).trim() === '' && lines.start(line) < text.length) line++;
  return { start: lines.start(lines.lineAt(block.start)), end: lines.start(line) };
}
