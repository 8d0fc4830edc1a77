import type { Paper } from '../../paper/paper.ts';
import { rules } from '../../rules/index.ts';
import { metaRules } from '../../linter/metaRules.ts';
import type { Completion } from './completionTypes.ts';
import type { ValueItem } from './completionSource.ts';
import type { YamlText } from '../yaml/yamlLine.ts';
import { isInText } from '../yaml/yamlCursor.ts';

const DIRECTIVE = /^scrutiny-(?:disable-line|disable-next-line|disable|enable)[ \t]+((?:[\w-]+[ \t,]+)*)([\w-]*)$/;

/** The rules that a comment may name, or a council may set, in the catalogue's order. */
export function ruleOffers(): ValueItem[] {
  return [...rules, ...metaRules].map(({ id, docs }) => ({
    text: id,
    kind: 'rule',
    detail: docs.summary,
    documentation: `${docs.summary}\n\n**Why:** ${docs.why}`,
  }));
}

/**
 * What may stand in a comment: the words that suppress a rule, and the names of rules.
 * @returns nothing where the offset stands in no comment
 */
export function completeSuppressions(report: Paper, offset: number, yaml: YamlText | undefined): Completion[] | undefined {
  const { text, lines } = report;
  const line = lines.span(lines.lineAt(offset));
  const before = text.slice(line.start, offset);
  const html = inMarkdown(before);
  const typed = html ?? (yaml && !isInText(yaml, offset) ? inYaml(before) : undefined);
  if (typed === undefined) return undefined;
  const rest = text.slice(offset, line.end);
  const directive = DIRECTIVE.exec(typed);
  if (directive) return ruleNames(directive[1] ?? '', directive[2] ?? '', offset, rest);
  const words =
    html !== undefined ? Object.entries(MARKDOWN_WORDS) : [['scrutiny-disable-line', 'Silent about this key and its value']];
  const after = /^[\w-]*/.exec(rest)?.[0].length ?? 0;
  return words.flatMap(([label, detail]): Completion[] => {
    // Any other word is a note of the author's own.
    if (!label?.startsWith(typed) || detail === undefined) return [];
    const span = { start: offset - typed.length, end: offset + after };
    const close = html !== undefined && !rest.includes('-->');
    const text = close ? `${label} $1 -->` : `${label} `;
    return [{ label, kind: 'rule', detail, edit: { span, text }, more: [], snippet: close, filterText: label, again: true }];
  });
}

/** What stands behind the mark of a Markdown comment that is open at the end of a line's start. */
function inMarkdown(before: string): string | undefined {
  const open = before.lastIndexOf('<!--');
  return open === -1 || before.includes('-->', open) ? undefined : before.slice(open + 4).trimStart();
}

/** What stands behind the `#` of a YAML comment. */
function inYaml(before: string): string | undefined {
  const hash = before.lastIndexOf('#');
  return hash > 0 && !/[ \t]/.test(before[hash - 1] ?? '')
    ? undefined
    : hash === -1
      ? undefined
      : before.slice(hash + 1).trimStart();
}

const MARKDOWN_WORDS = {
  'scrutiny-disable-next-line': 'Silent about the next line',
  'scrutiny-disable': 'Silent from here on',
  'scrutiny-enable': 'Speak again from here on',
};

function ruleNames(listed: string, typed: string, offset: number, rest: string): Completion[] {
  const there = new Set(listed.split(/[\s,]+/));
  const span = { start: offset - typed.length, end: offset + (/^[\w-]*/.exec(rest)?.[0].length ?? 0) };
  const reason = /^[\w-]*\s*--+(?!>)/.test(rest);
  return ruleOffers()
    .filter(({ text }) => !there.has(text))
    .map(({ text, ...offer }) => ({
      label: text,
      ...offer,
      edit: { span, text: reason ? text : `${text} -- ` },
      more: [],
      snippet: false,
      filterText: text,
      again: false,
    }));
}
