import type { Span } from '../../text/span.ts';
import type { AstNode } from '../yaml/yamlNode.ts';
import type { Paper } from '../paper.ts';

/** An author's note that a rule is not to speak of a place. */
export interface Suppression {
  readonly rule: string;
  /** The stretch of the text where the rule is silent. */
  readonly covers: Span;
  /** The rule's name in the comment. */
  readonly span: Span;
}

const WORD = /scrutiny-(disable-line|disable-next-line|disable|enable)\b[ \t]*([^\n]*)/;
const YAML_COMMENT = /(?:^|[ \t])#[ \t]*scrutiny-disable-line\b[ \t]*([^\r\n]*)/gm;
const HTML_COMMENT = /<!--[ \t\r\n]*(scrutiny-(?:disable-next-line|disable|enable)\b(?:(?!<!--)[^])*?)-->/g;

interface Directive {
  readonly word: string;
  readonly rules: readonly { readonly name: string; readonly span: Span }[];
  readonly span: Span;
}

/** All suppressions of a report, those in the front matter and those in the body. */
export function readSuppressions(report: Paper): Suppression[] {
  // What begins with a hyphen is found sooner than what begins with an s.
  if (!report.text.includes('-disable')) return [];
  const { text, split, body } = report;
  const inBody = body.markdown.comments.flatMap((comment) => readDirective(text, comment.span));
  const yaml = split.yaml ? text.slice(split.yaml.start, split.yaml.end) : '';
  const offset = split.yaml?.start ?? 0;
  const inFields = [...yaml.matchAll(HTML_COMMENT)].flatMap((found) => {
    const start = offset + found.index;
    return readDirective(text, { start, end: start + found[0].length });
  });
  return [
    ...onKeys(report, yaml, offset),
    ...covered(report, inFields, split.yaml?.end ?? 0),
    ...covered(report, inBody, body.span.end),
  ];
}

function readDirective(text: string, span: Span): Directive[] {
  const found = WORD.exec(text.slice(span.start, span.end));
  if (!found?.[1]) return [];
  const listAt = span.start + found.index + found[0].length - (found[2]?.length ?? 0);
  return [{ word: found[1], rules: readRules(found[2] ?? '', listAt), span }];
}

/** The rule names of a directive, in front of ` -- reason`. */
function readRules(list: string, offset: number): { name: string; span: Span }[] {
  const names = list.replace(/(?:^|\s)--+(?:\s[^]*|>[^]*|$)/, '');
  return [...names.matchAll(/[\w-]+/g)].map((found) => ({
    name: found[0],
    span: { start: offset + found.index, end: offset + found.index + found[0].length },
  }));
}

function onKeys(report: Paper, yaml: string, offset: number): Suppression[] {
  return [...yaml.matchAll(YAML_COMMENT)].flatMap((found) => {
    const at = offset + found.index;
    const list = found[1] ?? '';
    const line = report.lines.span(report.lines.lineAt(at + 1));
    const value = entryOnLine(report.frontMatter.root, line) ?? line;
    const covers = { start: line.start, end: Math.max(line.end, value.end) };
    return readRules(list, at + found[0].length - list.length).map(({ name, span }) => ({ rule: name, covers, span }));
  });
}

/** The key and value, or the list item, that begins on a line. */
function entryOnLine(node: AstNode | undefined, line: Span): Span | undefined {
  const begins = (span: Span): boolean => line.start <= span.start && span.start <= line.end;
  if (node?.kind === 'mapping') {
    for (const { keySpan, value } of node.entries) {
      if (begins(keySpan)) return { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) };
    }
  }
  if (node?.kind === 'sequence') {
    for (const item of node.items)
      if (begins(item.span)) return item.kind === 'mapping' ? (entryOnLine(item, line) ?? item.span) : item.span;
  }
  const below = node?.kind === 'mapping' ? node.entries.map((entry) => entry.value) : node?.kind === 'sequence' ? node.items : [];
  for (const child of below) {
    if (child.span.start <= line.start && line.start < child.span.end) return entryOnLine(child, line);
  }
  return undefined;
}

/** Reads the directives from the last to the first, as each ends where the next one turns its rule on again. */
function covered(report: Paper, directives: readonly Directive[], end: number): Suppression[] {
  const suppressions: Suppression[] = [];
  const ends = new Map<string, number>();
  let endOfAll = end;
  let next: { before: number; line: Span } | undefined;
  for (const { word, rules, span } of directives.toReversed()) {
    if (word === 'enable') {
      rules.forEach(({ name }) => ends.set(name, span.start));
      if (rules.length > 0) continue;
      endOfAll = span.start;
      ends.clear();
    } else if (word === 'disable') {
      for (const { name, span: place } of rules.toReversed()) {
        suppressions.push({ rule: name, span: place, covers: { start: span.end, end: ends.get(name) ?? endOfAll } });
      }
    } else {
      const before = report.lines.lineAt(span.end) + 1;
      if (next?.before !== before) next = { before, line: nextLine(report, before) };
      for (const { name, span: place } of rules.toReversed()) suppressions.push({ rule: name, span: place, covers: next.line });
    }
  }
  return suppressions.reverse();
}

/** The first line from `line` that is not blank. */
function nextLine({ lines }: Paper, line: number): Span {
  let next = line;
  while (next < lines.count - 1 && lines.read(next).trim() === '') next++;
  return lines.span(next);
}
