import type { Field } from '../../template/field.ts';
import type { Fields } from '../../template/fields.ts';
import type { Value } from '../../template/value.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import { textOf, type Block, type Inline, type List, type Paragraph, type Text } from '../model.ts';
import { NO_MARKS } from '../body/markdownBlocks.ts';
import { plainWords, printedChoice, printedDate, telephoneLink } from './labels.ts';
import type { LayoutContext } from '../layoutContext.ts';

/** The id of an appendix by its place in the list, from 0. */
export function appendixId(place: number): string {
  return `a-${place + 1}`;
}

/** Prints the values of fields. */
export class ValuePrinter {
  /** @param inBody the blocks of a stretch of the body */
  constructor(
    private readonly fields: Fields,
    private readonly bench: LayoutContext,
    private readonly inBody: (span: Span) => readonly Block[],
  ) {}

  /** A value on a line: words, a date, a name with a post. */
  inline(value: Value): Inline[] {
    if (value.blank) return [];
    if (value.text && value.field?.kind === 'markdown') return this.markdown(value).flatMap((block) => ('content' in block ? block.content : [])); // prettier-ignore
    if (value.text) return word(value, value.text, { start: 0, end: value.text.text.length }, this.bench);
    const parts = inOrder(value).filter(({ field }) => field?.print.as === undefined && field?.print.place === undefined);
    const separator = parts.some((part) => part.parts.length > 0) ? '; ' : ', ';
    return joined(parts.map((part) => this.inline(part)), separator); // prettier-ignore
  }

  /** A value as blocks, without its label. */
  blocks(value: Value): Block[] {
    const { field } = value;
    const blocks = value.blank || !field ? [] : this.ofField(value, field);
    const leadIn = field?.print.leadIn === undefined ? undefined : this.fields.get([field.print.leadIn]);
    return leadIn && !leadIn.blank ? [...this.paragraphs(leadIn), ...blocks] : blocks;
  }

  private ofField(value: Value, field: Field): Block[] {
    if (field.kind === 'markdown' || field.item?.kind === 'markdown') {
      if (!value.node) return [...this.inBody(value.span)];
      if (value.text) return this.markdown(value);
      if (field.kind === 'list') return this.numbered(value);
    }
    if (value.text) return this.paragraphs(value);
    if (field.kind === 'group') return this.group(value, field, 0);
    const { item } = field;
    if (field.kind !== 'list' || item?.kind !== 'group') return [paragraph(value, this.inline(value))];
    if (value.node?.kind !== 'sequence') return this.group(value, item, 0);
    const items = value.parts
      .filter((part) => !part.blank)
      .map((part, i) => (part.text ? this.paragraphs(part) : this.group(part, item, i)));
    return field.acceptsSingleItem ? items.flat() : [{ kind: 'list', span: value.span, marks: 'plain', start: 1, items }];
  }

  private markdown({ text }: Value): Block[] {
    return text ? this.bench.read(text, NO_MARKS) : [];
  }

  /** The items of a list of Markdown texts; a single one stands without a number. */
  private numbered({ parts, span }: Value): Block[] {
    const items = parts
      .filter((part) => !part.blank)
      .map((part) => (part.text ? this.markdown(part) : [paragraph(part, this.inline(part))]));
    if (items.length === 1) return items.flat();
    // Numbers that were typed are kept: to Markdown each such item is a list of one.
    const typed = items.flatMap((item) => item.filter((block): block is List => item.length === 1 && isNumbered(block)));
    const own = typed.length === items.length;
    const start = own ? (typed[0]?.start ?? 1) : 1;
    return [{ kind: 'list', span, marks: 'numbers', start, items: own ? typed.flatMap((list) => list.items) : items }];
  }

  /** A group: what its parts say one behind the other, then the lines and texts of the others. */
  private group(value: Value, field: Field, place: number): Block[] {
    const parts = inOrder(value).filter((part) => part.field?.print.place === undefined);
    const isRest = (part: Value): boolean => part.field?.print.as === 'line' || part.field?.kind === 'markdown';
    const run = parts.filter((part) => part.field?.print.as === undefined && !isRest(part));
    const rest = parts.filter(isRest);
    const address = parts.find((part) => part.field?.print.as === 'link')?.text?.text.trim() ?? '';
    const href = /^https?:/i.test(address) ? this.bench.link(address) : undefined;
    const text = joined(run.map((part) => this.inline(part)), ', '); // prettier-ignore
    const content: Inline[] = href !== undefined && text.length > 0 ? [{ kind: 'link', href, content: text }] : text;
    const label = this.labelOf(value, field, place, textOf(content));
    const isCounted = field.fields.some(({ print }) => print.generatedLabel !== undefined);
    const main: Block[] =
      content.length > 0 || label !== undefined
        ? [{ ...paragraph(value, content), ...(label === undefined ? {} : { label }), ...(isCounted ? { id: appendixId(place) } : {}) }] // prettier-ignore
        : [];
    return [...statementOf(field, rest), ...main, ...rest.flatMap((part) => this.rest(part, field))];
  }

  private rest(part: Value, { print }: Field): Block[] {
    if (part.field?.print.as === 'line') {
      return [{ ...paragraph(part, this.inline(part)), role: 'line', label: part.field.label }];
    }
    return this.blocks(part).filter((block) => !isStatement(block, print.statement));
  }

  /** The label that one of the parts is, or that stands for it; nothing where the text begins with such a label itself. */
  private labelOf(value: Value, { fields }: Field, place: number, text: string): string | undefined {
    const field = fields.find(({ print }) => print.as === 'label');
    if (!field) return undefined;
    const own = value.parts.find((part) => part.path.at(-1) === field.key && !part.blank);
    if (own) return textOf(this.inline(own));
    const word = field.print.generatedLabel;
    const [first = '', second = ''] = plainWords(text).split(' ');
    const hasOwn = /^(?:\d{1,3}|[a-z]|[ivx]+)$/.test(second) && (first === word?.toLowerCase() || /^annexe?$/.test(first));
    return word === undefined || hasOwn ? undefined : `${word} ${place + 1}`;
  }

  /** Plain text, with a paragraph for each that is set apart by a blank line. */
  private paragraphs(value: Value): Block[] {
    const { text } = value;
    if (!text) return [];
    const pieces = split(text.text, { start: 0, end: text.text.length }, /\n[ \t]*\n\s*/g);
    return pieces.map((piece) => {
      const span = text.spanOf(piece.start, piece.end);
      return { kind: 'paragraph', span, content: word(value, text, piece, this.bench) };
    });
  }
}

/** True for a block that says what the layout prints by itself. */
export function isStatement(block: Block, statement: string | undefined): boolean {
  if (statement === undefined || block.kind !== 'paragraph') return false;
  const text = textOf(block.content);
  // Most paragraphs begin with another word.
  return firstWord(text) === firstWord(statement) && plainWords(text) === plainWords(statement);
}

function firstWord(text: string): string | undefined {
  return /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase();
}

/** The sentence before the lines of a group. */
function statementOf({ print }: Field, lines: readonly Value[]): Block[] {
  const [first] = lines;
  if (print.statement === undefined || !first) return [];
  const span = { start: first.span.start, end: first.span.start };
  return [{ kind: 'paragraph', role: 'statement', span, content: [{ kind: 'text', text: print.statement }] }];
}

/** The parts of a value that say something; those of a group in the form's order. */
function inOrder(value: Value): Value[] {
  const parts = value.parts.filter((part) => !part.blank);
  const { field } = value;
  const fields = field?.kind === 'group' ? field.fields : value.node?.kind === 'mapping' ? field?.item?.fields : undefined;
  if (!fields) return parts;
  const place = (part: Value): number => fields.findIndex(({ key }) => key === part.path.at(-1));
  return parts.filter((part) => place(part) !== -1).sort((a, b) => place(a) - place(b));
}

function isNumbered(block: Block): boolean {
  return block.kind === 'list' && block.marks === 'numbers';
}

function paragraph({ span }: Value, content: readonly Inline[]): Paragraph {
  return { kind: 'paragraph', span, content };
}

/** A part of a text as its kind is printed, with a link where it is an address. */
function word({ field, data }: Value, source: SourceText, part: Span, bench: LayoutContext): Inline[] {
  const whole = trimmed(source.text, part);
  const typed = source.text.slice(whole.start, whole.end);
  const text = printed(field, data, typed);
  const lines: Text[] =
    text === typed
      ? split(source.text, whole, /(?<!\s)\s*\n\s*/g).map(({ start, end }) => wordsOf(source.text.slice(start, end), source, { start, end })) // prettier-ignore
      : text.split(/(?<!\s)\s*\n\s*/).map((line) => wordsOf(line, source, whole));
  const content = lines.flatMap((line, i): Inline[] => (i === 0 ? [line] : [{ kind: 'break' }, line]));
  const address = field?.kind === 'email' && text.includes('@') ? bench.link(`mailto:${text}`) : undefined;
  const href = field?.print.telephone ? telephoneLink(text) : address;
  return href === undefined ? content : [{ kind: 'link', href, content }];
}

function wordsOf(text: string, source: SourceText, { start, end }: Span): Text {
  return { kind: 'text', text, origin: { source, from: start, to: end } };
}

/** The parts of a stretch of a text between separators, without those that say nothing. */
function split(text: string, { start, end }: Span, separator: RegExp): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const { 0: found, index } of text.slice(start, end).matchAll(separator)) {
    parts.push({ start: from, end: start + index });
    from = start + index + found.length;
  }
  return [...parts, { start: from, end }].filter((part) => text.slice(part.start, part.end).trim() !== '');
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: start + lead + part.trim().length };
}

function printed(field: Field | undefined, data: unknown, text: string): string {
  if (field?.kind === 'date') return printedDate(text);
  if (field?.kind === 'flag') return data === true ? 'Yes' : data === false ? 'No' : text;
  const choice = field?.choices.find((one) => one === data);
  return choice === undefined ? text : printedChoice(choice);
}

function joined(contents: readonly (readonly Inline[])[], separator: string): Inline[] {
  const full = contents.filter((content) => content.length > 0);
  return full.flatMap((content, i) => (i === 0 ? content : [{ kind: 'text' as const, text: separator }, ...content]));
}
