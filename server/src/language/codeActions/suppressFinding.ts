import { nodeAt, type AstNode } from '../../paper/yaml/yamlNode.ts';
import { parsePaper, type Paper } from '../../paper/paper.ts';
import { readSuppressions } from '../../paper/structure/suppressionComments.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import type { Finding } from '../../text/finding.ts';
import type { Span } from '../../text/span.ts';
import { blockAround, inLongText, type TextBlock } from '../structure/textBlocks.ts';

/** Stands for the reason where the author cannot be asked for it. */
export const REASON = 'give the reason here';

/**
 * The edits that make a rule silent at a finding, with the reason.
 * @returns nothing where no comment can stand there
 */
export function suppressFinding(report: Paper, finding: Finding, reason: string): readonly Edit[] | undefined {
  if (finding.tags?.includes('not-suppressible')) return undefined;
  const why = reason.replace(/\s+/g, ' ').replaceAll('-->', '→').trim() || REASON;
  for (const edits of candidates(report, finding, why)) if (edits && isSilenced(report, finding, edits)) return edits;
  return undefined;
}

function* candidates(report: Paper, finding: Finding, why: string): Iterable<readonly Edit[] | undefined> {
  const { start } = finding.span;
  const { yaml } = report.split;
  if (yaml && start >= yaml.start && start < yaml.end) {
    const text = inLongText(report, finding.span);
    if (text) yield aboveBlock(report, text, finding.rule, why);
    for (const line of linesOfEntries(report, start)) yield onLine(report, line, finding.rule, why);
    return;
  }
  if (start < report.body.span.start) return;
  yield aboveBlock(report, blockAround(report, start), finding.rule, why);
}

/** A comment in the line above a block of Markdown; round the whole block where the finding is further down in it. */
function aboveBlock(report: Paper, block: TextBlock, rule: string, why: string): Edit[] {
  const { text, lines, lineEnd } = report;
  const first = lines.lineAt(block.span.start);
  const start = lines.start(first);
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  if (block.onFirstLine) {
    const above = commentAbove(report, first);
    if (above) return joined(report, above, rule, why);
    return [insert(start, `${indent}<!-- scrutiny-disable-next-line ${rule} -- ${why} -->${lineEnd}`)];
  }
  const filled = block.span.start + text.slice(block.span.start, block.span.end).trimEnd().length;
  const { end } = lines.span(lines.lineAt(filled));
  return [
    insert(start, `${indent}<!-- scrutiny-disable ${rule} -- ${why} -->${lineEnd}`),
    insert(end, `${lineEnd}${lineEnd}${indent}<!-- scrutiny-enable ${rule} -->`),
  ];
}

/** The comment that already silences rules in a line, from its word on. */
function commentAbove({ text, lines }: Paper, line: number): Span | undefined {
  let above = line - 1;
  while (above > 0 && lines.read(above).trim() === '') above--;
  if (above < 0) return undefined;
  const { start, end } = lines.span(above);
  const at = text.slice(start, end).indexOf('scrutiny-disable-next-line ');
  const close = text.slice(start, end).lastIndexOf('-->');
  return at === -1 || close < at ? undefined : { start: start + at, end: start + close };
}

/** One more rule in a comment that is there, and its reason. */
function joined({ text }: Paper, comment: Span, rule: string, why: string): Edit[] {
  const written = text.slice(comment.start, comment.end);
  const word = /^scrutiny-[a-z-]+/.exec(written)?.[0].length ?? 0;
  const end = comment.start + written.trimEnd().length;
  const reason = / --+ /.test(written) ? '; ' : ' -- ';
  return [insert(comment.start + word, ` ${rule}`), insert(end, reason + why)];
}

/** A comment behind what stands on a line of YAML. */
function onLine(report: Paper, line: number, rule: string, why: string): Edit[] {
  const { start, end } = report.lines.span(line);
  const written = report.text.slice(start, end);
  const at = /(?:^|[ \t])#[ \t]*(?=scrutiny-disable-line\b)/.exec(written);
  if (at) return joined(report, { start: start + at.index + at[0].length, end }, rule, why);
  return [{ span: { start: start + written.trimEnd().length, end }, text: ` # scrutiny-disable-line ${rule} -- ${why}` }];
}

/** The lines on which the values that hold an offset begin, the innermost first. */
function linesOfEntries({ lines, frontMatter }: Paper, offset: number): number[] {
  const found: number[] = [lines.lineAt(offset)];
  let node: AstNode | undefined = nodeAt(frontMatter.root, []);
  while (node && node.kind !== 'scalar') {
    const parts: { span: Span; value: AstNode }[] =
      node.kind === 'mapping'
        ? node.entries.map(({ keySpan, value }) => ({ span: { start: keySpan.start, end: value.span.end }, value }))
        : node.items.map((value) => ({ span: value.span, value }));
    const inner = parts.find(({ span }) => span.start <= offset && offset <= span.end);
    if (inner) found.unshift(lines.lineAt(inner.span.start));
    node = inner?.value;
  }
  return [...new Set(found)];
}

function insert(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** True when, with the edits made, a comment covers the finding and nothing else of the YAML has become wrong. */
function isSilenced(report: Paper, { rule, span }: Finding, edits: readonly Edit[]): boolean {
  const after = parsePaper(applyEdits(report.text, edits));
  const moved = edits.filter((edit) => edit.span.start <= span.start && edit.text.endsWith(report.lineEnd));
  const start = span.start + moved.reduce((sum, { text }) => sum + text.length, 0);
  const shifted = edits.filter((edit) => edit.span.end <= span.start && !moved.includes(edit));
  const at = shifted.reduce((sum, edit) => sum + edit.text.length - (edit.span.end - edit.span.start), start);
  const covered = readSuppressions(after).some((one) => one.rule === rule && one.covers.start <= at && at <= one.covers.end);
  return covered && after.frontMatter.problems.length <= report.frontMatter.problems.length;
}
