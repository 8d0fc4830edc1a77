import type { Completion, CompletionSurroundings } from './completionTypes.ts';
import type { Paper } from '../../paper/paper.ts';
import { splitFrontMatter } from '../../paper/yaml/splitFrontMatter.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import type { Template } from '../../template/template.ts';
import { startOfLine } from '../../text/lines.ts';
import { completeSections } from './completeSections.ts';
import { completeSuppressions } from './completeSuppressions.ts';
import { completeTemplates } from './completeTemplates.ts';
import { completeYaml } from './completeYaml.ts';
import { reportCompletionSource } from './reportCompletionSource.ts';
import { readYamlLine, type YamlText } from '../yaml/yamlLine.ts';
import { withoutQuotes } from '../yaml/yamlScalar.ts';

export { plainText } from '../snippet/tabStops.ts';

/**
 * What may be written at an offset of a report, the best first (the order is to be kept: LSP `sortText`). Nothing in prose.
 * @param context as the report was checked with
 */
export function complete(
  report: Paper,
  offset: number,
  context: RuleContext,
  surroundings?: CompletionSurroundings,
): readonly Completion[] {
  if (report.excess) return [];
  const whole = completeTemplates(report, offset, context);
  if (whole.length > 0) return whole;
  const span = yamlAround(report, offset);
  const yaml: YamlText | undefined = span && { text: report.text, lines: report.lines, span };
  const suppressions = completeSuppressions(report, offset, yaml);
  if (suppressions) return suppressions;
  if (!yaml) return completeSections(report, offset, context);
  const template = context.template ?? templateOnLines(yaml, context);
  return completeYaml(yaml, offset, reportCompletionSource(report, yaml, template, context, surroundings));
}

/**
 * The front matter, where the offset stands in it. A key that is half typed looks like the body's first word where no closing line
 * follows, so it is read as the key that it may become.
 */
function yamlAround({ text, split }: Paper, offset: number): { start: number; end: number } | undefined {
  const { yaml, close, open } = split;
  if (!yaml || !open) return undefined;
  if (offset >= yaml.start && (offset < yaml.end || (offset === yaml.end && !close))) return yaml;
  const start = startOfLine(text, offset);
  if (offset < yaml.start || (close && offset >= close.start) || !/^[a-z-]*$/.test(text.slice(start, offset))) return undefined;
  const word = /^[a-z-]*(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(start, start + 200))?.[0];
  if (!word) return undefined;
  const end = start + word.length;
  const completed = splitFrontMatter(`${text.slice(0, end)}:${text.slice(end)}`).yaml;
  if (!completed || completed.end <= end) return undefined;
  return { start: completed.start, end: completed.end - 1 };
}

/** The template that a line names, where the front matter cannot be read. */
function templateOnLines(yaml: YamlText, { templates }: RuleContext): Template | undefined {
  for (let at = yaml.lines.lineAt(yaml.span.start); at < yaml.lines.count && yaml.lines.start(at) < yaml.span.end; at++) {
    const { key, value, column } = readYamlLine(yaml, at);
    if (key?.name === 'template' && column === 0) return templates.get(withoutQuotes(yaml.text.slice(value.start, value.end)));
  }
  return undefined;
}
