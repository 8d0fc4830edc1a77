import { editIn } from '../report/editIn.ts';
import type { Report } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/span.ts';
import type { Context } from './context.ts';

type Place = Pick<Finding, 'path' | 'span'>;

/**
 * The edit that puts `text` in the place of a finding's span, written as the field or the body is written there.
 * @returns nothing where the field's value cannot be written so
 */
export function replaceAt({ path = ['body'], span }: Place, text: string, report: Report, { fields }: Context): Edit | undefined {
  const value = fields.get(path);
  if (!value?.node) return { span, text: text.replaceAll('\n', report.lineEnd) };
  const from = value.text?.offsetOf(span.start) ?? 0;
  const to = span.end > span.start ? (value.text?.offsetOf(span.end) ?? 0) : from;
  return editIn(report, path, { start: from, end: to }, text);
}

/** The edit that takes a finding's stretch of text away, with the blank or the blank line that would be left over. */
export function deleteAt(place: Place, report: Report, context: Context): Edit | undefined {
  const { path = ['body'], span } = place;
  const value = context.fields.get(path);
  if (value?.node) return replaceAt({ path, span: withGap(report.text, span, value.span) }, '', report, context);
  const passage = report.body.markdown.passages.find(({ block }) => block.start <= span.start && span.end <= block.end);
  const whole = passage && report.text.slice(passage.block.start, span.start).trim() === '' && report.text.slice(span.end, passage.block.end).trim() === '';
  if (!whole || passage.kind === 'cell') return { span: withGap(report.text, span, report.body.span), text: '' };
  return { span: linesOf(report, passage.block), text: '' };
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
function linesOf({ text, lines }: Report, block: Span): Span {
  let line = lines.lineAt(block.end) + 1;
  while (line < lines.count && lines.read(line).trim() === '' && lines.start(line) < text.length) line++;
  return { start: lines.start(lines.lineAt(block.start)), end: lines.start(line) };
}
