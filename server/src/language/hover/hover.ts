import type { LintResult } from '../../linter/lint.ts';
import type { Paper } from '../../paper/paper.ts';
import { readSuppressions } from '../../paper/structure/suppressionComments.ts';
import { documentedRule } from '../../linter/ruleDocs.ts';
import type { Value } from '../../template/value.ts';
import type { Finding } from '../../text/finding.ts';
import type { Span } from '../../text/span.ts';
import { entityHoverAt } from './entityHover.ts';
import { fieldExample, fieldHelp } from '../completion/fieldHelp.ts';
import { groupOf } from '../completion/completionSource.ts';
import type { SymbolTable } from '../symbols/symbolTable.ts';
import { escapeMarkdown } from '../structure/escapeMarkdown.ts';

/** Between two things that are said of a place. */
const RULED = '\n\n---\n\n';

/** What is said of a place of a text. */
export interface Hover {
  /** What it speaks of. */
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What there is to say at an offset of a report: its findings with the reason of their rule, then what stands there (a date, a person,
 * an acronym, what is referred to), or else the field's guidance.
 */
export function hover(report: Paper, offset: number, { findings, context }: LintResult, cast: SymbolTable): Hover | undefined {
  const named = readSuppressions(report).find(({ span }) => holds(span, offset));
  if (named) {
    const markdown = ruleHelp(named.rule);
    return markdown === undefined ? undefined : { span: named.span, markdown };
  }
  const { fields, templates, template } = context;
  const about = entityHoverAt(report, offset, context, cast);
  if (about) {
    const parts = [...findings.filter(({ span }) => holds(span, offset)).map(describe), about.markdown];
    return { span: about.span, markdown: parts.join(RULED) };
  }
  return describeAt(offset, [...fields.values, ...fields.duplicates], findings, (value) => {
    if (value.path[0] !== 'template' || !template) return undefined;
    const others = [...templates.values()].map(
      (one) => `- \`${one.name}\`: ${one.title}${one === template ? ' (this report)' : ''}`,
    );
    return [`**${template.title}**`, template.description, template.guidance, others.join('\n')].join('\n\n');
  });
}

/**
 * The findings at an offset, with why they matter, and the field whose key or short value stands there.
 * @param instead what is said of a value in the place of its field's help
 */
export function describeAt(
  offset: number,
  values: readonly Value[],
  findings: readonly Finding[],
  instead: (value: Value) => string | undefined,
): Hover | undefined {
  const found = findings.filter(({ span }) => holds(span, offset));
  const spoken = valueAt(offset, values);
  const help = spoken && (instead(spoken.value) ?? helpFor(spoken.value));
  const parts = [...found.map(describe), ...(help ? [help] : [])];
  const span = spoken && help ? spoken.span : found[0]?.span;
  return span && parts.length > 0 ? { span, markdown: parts.join(RULED) } : undefined;
}

/** A rule: what it finds, why, and the source. */
export function ruleHelp(id: string): string | undefined {
  const rule = documentedRule(id);
  if (!rule) return undefined;
  return [`**${rule.id}**: ${rule.docs.summary}`, ...reasonOf(rule.id)].join('\n\n');
}

function reasonOf(id: string): string[] {
  const rule = documentedRule(id);
  if (!rule) return [];
  return [rule.docs.why, ...('check' in rule ? [`*Source:* ${rule.docs.source} (\`${id}\`)`] : [])];
}

function describe({ rule, message }: Finding): string {
  return [`**${escapeMarkdown(message)}**`, ...reasonOf(rule)].join('\n\n');
}

function helpFor({ field, path }: Value): string | undefined {
  if (!field) return undefined;
  const heading = `**${escapeMarkdown(field.label)}** (${field.required ? 'required' : 'optional'})`;
  const isItem = typeof path.at(-1) === 'number';
  const unprinted = field.printed ? '' : 'This template does not print it.';
  const example = isItem ? '' : fieldExample(field);
  const parts = [
    isItem ? `**${escapeMarkdown(field.label)}**` : heading,
    unprinted,
    fieldHelp(field),
    example && `For example:\n\n${example}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The value whose key, or whose own short text, stands at an offset: prose is left alone. */
function valueAt(offset: number, values: readonly Value[]): { value: Value; span: Span } | undefined {
  for (const value of values) {
    if (value.keySpan && holds(value.keySpan, offset)) return { value, span: value.keySpan };
    const below = valueAt(offset, value.parts);
    if (below) return below;
    if (value.node && value.text && holds(value.span, offset) && !isProse(value)) return { value, span: value.span };
  }
  return undefined;
}

function isProse({ field, text }: Value): boolean {
  return groupOf(field)?.kind === 'markdown' || (text?.text.includes('\n') ?? false);
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
