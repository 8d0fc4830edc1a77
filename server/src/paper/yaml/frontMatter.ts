import { startOfLine } from '../../text/lines.ts';
import { parseDocument, type Document } from 'yaml';
import type { Span } from '../../text/span.ts';
import type { Mapping, AstNode } from './yamlNode.ts';
import type { FrontMatterSplit } from './splitFrontMatter.ts';
import { flowOpenedBefore, unreadableValueAt } from './yamlRecovery.ts';
import { YamlAstBuilder } from './yamlAstBuilder.ts';

/** What is wrong with the YAML at a place. */
export type YamlFault =
  | 'duplicate-key'
  | 'tab'
  | 'indentation'
  | 'colon-space'
  | 'quote-unclosed'
  | 'escape'
  | 'alias'
  | 'key'
  | 'not-a-mapping'
  | 'document-end'
  | 'unreadable';

export interface YamlProblem {
  readonly fault: YamlFault;
  readonly span: Span;
}

/** The YAML front matter of a report, read as far as it can be. */
export interface FrontMatter {
  readonly root: Mapping | undefined;
  readonly problems: readonly YamlProblem[];
}

/** How often values that YAML cannot read are set aside and the rest is read again. */
const MAX_ATTEMPTS = 8;
/** So many characters are read in all, or the whole twice: front matter longer than a fraction of this was written by no officer. */
const MAX_READ = 200_000;
/** So many places are looked at each time; where there are as many to set aside, what is left when they are is told as it is. */
const MAX_PLACES = 500;

/**
 * Reads front matter as YAML 1.2 (core). Never throws: what cannot be read is a problem, and a value that YAML refuses for
 * its first character or a colon is taken as the text that it looks like.
 */
export function readFrontMatter(text: string, split: FrontMatterSplit): FrontMatter {
  if (!split.open || !split.yaml) return { root: undefined, problems: [] };
  return readYaml(text, { start: split.open.start, end: split.yaml.end });
}

/** Reads a stretch of a text as YAML 1.2 (core), with all spans those of the whole text. */
export function readYaml(text: string, span: Span): FrontMatter {
  const masks: Span[] = [];
  const attempts = Math.min(MAX_ATTEMPTS, Math.max(2, Math.floor(MAX_READ / (span.end - span.start + 1))));
  for (let attempt = 1; ; attempt++) {
    const reading = new Reading(text, span, masks);
    const found = attempt < attempts && masks.length < MAX_PLACES ? reading.unreadable() : [];
    if (found.length === 0) return reading.result();
    masks.push(...found);
  }
}

/** One pass over the YAML: the parser's document and the nodes made of it. */
class Reading {
  private readonly doc: Document.Parsed | undefined;
  private readonly root: AstNode | undefined;
  private readonly suspects: readonly number[] = [];
  private readonly problems: YamlProblem[] = [];

  constructor(
    private readonly text: string,
    private readonly span: Span,
    private readonly masks: readonly Span[],
  ) {
    try {
      this.doc = parse(this.masked());
      const maker = new YamlAstBuilder(text, span, this.doc, masks);
      this.root = maker.build();
      this.suspects = maker.faults.suspects;
      for (const key of maker.faults.duplicateKeys) this.add('duplicate-key', key);
      for (const key of maker.faults.badKeys) this.add('key', firstLine(text, key));
      for (const alias of maker.faults.badAliases) this.add('alias', alias);
      for (const place of maker.faults.tooDeep) this.add('unreadable', place);
    } catch (error) {
      // A stack that is too small for the nesting; nothing else is known to throw.
      if (!(error instanceof Error)) throw error;
      this.add('unreadable', trimSpan(text, lineOf(text, span.start)));
    }
  }

  /** The values that could not be read and look like text; they can be set aside. */
  unreadable(): Span[] {
    const reported = [...(this.doc?.errors ?? []), ...(this.doc?.warnings ?? [])].map(({ pos }) => this.at(pos[0]));
    const found: Span[] = [];
    const onLine = new Map<number, Span | undefined>();
    // A long line may hold hundreds of them.
    let line: Span = { start: 0, end: -1 };
    const valueAt = (place: number): Span | undefined => {
      if (place < line.start || place > line.end) line = lineOf(this.text, place);
      if (!onLine.has(line.start)) onLine.set(line.start, unreadableValueAt(this.text, place));
      return onLine.get(line.start);
    };
    for (const place of [...reported, ...this.suspects].slice(0, MAX_PLACES)) {
      const value =
        valueAt(Math.min(place, this.span.end - 1)) ?? this.openQuoteBefore(place) ?? flowOpenedBefore(this.text, place);
      const known = value && [...this.masks, ...found].some((mask) => mask.start < value.end && value.start < mask.end);
      if (value && !known && value.end <= this.span.end) found.push(value);
    }
    return found;
  }

  result(): FrontMatter {
    const root = this.root?.kind === 'mapping' ? this.root : undefined;
    const blank = !this.root || (this.root.kind === 'scalar' && this.root.value === null);
    if (this.root && !root && !blank) this.add('not-a-mapping', firstLine(this.text, this.root.span));
    this.addErrors();
    this.addDocumentEnd();
    for (const mask of this.masks) if (isOpenQuote(this.text, mask)) this.add('quote-unclosed', mask);
    return { root, problems: this.problems.sort((a, b) => a.span.start - b.span.start) };
  }

  private at(offset: number): number {
    return Math.min(this.span.start + offset, this.span.end);
  }

  private add(fault: YamlFault, span: Span): void {
    this.problems.push({ fault, span });
  }

  /** The YAML with the unreadable values as rows of x, so that everything keeps its offset. */
  private masked(): string {
    let out = '';
    let from = this.span.start;
    for (const mask of [...this.masks].sort((a, b) => a.start - b.start)) {
      out += this.text.slice(from, mask.start) + this.text.slice(mask.start, mask.end).replace(/\S/g, 'x');
      from = mask.end;
    }
    return out + this.text.slice(from, this.span.end);
  }

  /** The parser's errors, one a line. */
  private addErrors(): void {
    const seen = new Set<number>();
    for (const { code, pos } of this.doc?.errors ?? []) {
      const line = lineOf(this.text, this.at(pos[0]));
      if (!seen.has(line.start)) this.add(faultOf(code, this.text.slice(line.start, line.end)), trimSpan(this.text, line));
      seen.add(line.start);
    }
  }

  /** Text behind a line `...` is lost to YAML. */
  private addDocumentEnd(): void {
    const end = this.doc?.range[2];
    if (end === undefined || this.doc?.errors.length) return;
    const rest = this.text.slice(this.at(end), this.span.end);
    if (rest.replace(/^\.\.\.|#.*$/gm, '').trim() === '') return;
    this.add('document-end', trimSpan(this.text, lineOf(this.text, this.at(end) - 1)));
  }

  /** The value whose opening quotation mark swallowed everything up to `place`: its first line. */
  private openQuoteBefore(place: number): Span | undefined {
    const visit = (node: AstNode): Span | undefined => {
      const below =
        node.kind === 'mapping' ? node.entries.map((entry) => entry.value) : node.kind === 'sequence' ? node.items : [];
      for (const child of below) if (child.span.start < place && place <= child.span.end + 1) return visit(child);
      const quoted = node.kind === 'scalar' && (node.style === 'double' || node.style === 'single');
      return quoted ? { start: node.span.start, end: trimSpan(this.text, lineOf(this.text, node.span.start)).end } : undefined;
    };
    const found = this.root && visit(this.root);
    return found && isOpenQuote(this.text, found) ? found : undefined;
  }
}

/** Where thousands of mistakes are told, noting for each who called whom would take most of the time. */
function parse(yaml: string): Document.Parsed {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(yaml, {
      version: '1.2',
      // Every plain value is text here; what it is to YAML 1.2 (core) is read when somebody asks.
      schema: 'failsafe',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function isOpenQuote(text: string, span: Span): boolean {
  const [quote = '', ...rest] = text.slice(span.start, span.end);
  return /["']/.test(quote) && !rest.includes(quote);
}

function faultOf(code: string, line: string): YamlFault {
  if (code === 'TAB_AS_INDENT' || /^\s*\t/.test(line)) return 'tab';
  if (code === 'BAD_DQ_ESCAPE') return 'escape';
  if (code === 'NON_STRING_KEY') return 'key';
  if (/^\s*[\w-]+:[^\s/]/.test(line)) return 'colon-space';
  if (code === 'MISSING_CHAR' && /["']/.test(line)) return 'quote-unclosed';
  if (/^(?:BAD_INDENT|BLOCK_AS_IMPLICIT_KEY|MULTILINE_IMPLICIT_KEY|BLOCK_IN_FLOW)$/.test(code)) return 'indentation';
  return 'unreadable';
}

function lineOf(text: string, offset: number): Span {
  const start = startOfLine(text, offset);
  const feed = text.indexOf('\n', offset);
  return { start, end: feed === -1 ? text.length : feed };
}

function firstLine(text: string, span: Span): Span {
  const end = lineOf(text, span.start).end;
  return trimSpan(text, { start: span.start, end: Math.max(span.start, Math.min(span.end, end)) });
}

function trimSpan(text: string, span: Span): Span {
  const line = text.slice(span.start, span.end);
  if (line.trim() === '') return { start: span.start, end: span.start };
  return { start: span.start + (line.length - line.trimStart().length), end: span.start + line.trimEnd().length };
}
