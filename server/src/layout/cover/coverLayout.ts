import type { Field } from '../../template/field.ts';
import type { Fields } from '../../template/fields.ts';
import type { Template } from '../../template/template.ts';
import type { Value } from '../../template/value.ts';
import type { Path } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { Block, CoverRow, Heading, Inline, Paragraph, ParagraphRole, Picture } from '../model.ts';
import type { ValuePrinter } from './valuePrinter.ts';
import { exemptionNotice } from './labels.ts';

/** What is printed before and behind the body. */
export interface CoverLayout {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/** A field that is printed with its label, and its value if there is one. */
interface Entry {
  readonly path: Path;
  readonly field: Field;
  readonly value: Value | undefined;
  /** The parts that are printed as fields of their own. */
  readonly parts: readonly Entry[];
  readonly span: Span;
}

export interface FrontParts {
  readonly template: Template;
  readonly fields: Fields;
  readonly print: ValuePrinter;
  readonly council: { readonly name: string; readonly logo: Picture | undefined };
  /** Where what is missing would stand. */
  readonly gap: Span;
}

/** Lays out the fields of a report as its template says. */
export function layoutCover(given: FrontParts): CoverLayout {
  const printer = new FrontPrinter(given);
  return { before: [...printer.masthead(), ...printer.notice(), ...printer.head(), ...printer.main()], after: printer.end() };
}

class FrontPrinter {
  private readonly entries: readonly Entry[];

  constructor(private readonly given: FrontParts) {
    const printed = given.template.fields.filter(({ key, printed }) => printed && key !== 'template');
    this.entries = inPrintOrder(printed).map((field) => this.entry(field, [field.key]));
  }

  private entry(field: Field, path: readonly string[]): Entry {
    const { fields, gap } = this.given;
    const value = fields.get(path);
    const isSplit = field.print.as === 'fields' && value?.text === undefined;
    const parts = isSplit ? inPrintOrder(field.fields.filter(({ printed }) => printed)) : [];
    return {
      path,
      field,
      value: value?.blank ? undefined : value,
      parts: parts.map((part) => this.entry(part, [...path, part.key])),
      span: value ? { start: value.keySpan?.start ?? value.span.start, end: value.span.end } : gap,
    };
  }

  /** The organisation whose paper it is; else the council. */
  masthead(): Block[] {
    const { fields, council, gap } = this.given;
    const organisation = fields.all().find(({ field, blank }) => field?.print.place === 'masthead' && !blank);
    const name = organisation?.text?.text.trim() ?? council.name;
    if (name === '') return [];
    return [{ kind: 'masthead', span: organisation?.span ?? gap, name, logo: organisation ? undefined : council.logo }];
  }

  /** What the law asks to be said of a report that is withheld: printed by every template, whether it lists the field or not. */
  notice(): Block[] {
    const { fields } = this.given;
    const status = fields.get(['status']);
    const key = fields.get(['exempt-paragraphs']);
    const paragraphs = key ? fields.list(key.path).flatMap(({ text }) => text?.text.trim() ?? []) : [];
    const isPublic = status?.data !== 'exempt' && status?.data !== 'part-exempt';
    if (isPublic && (paragraphs.length === 0 || status?.data === 'public')) return [];
    const text = exemptionNotice(status?.data !== 'part-exempt', paragraphs);
    const span = key?.span ?? status?.span ?? this.given.gap;
    return [{ kind: 'paragraph', role: 'notice', span, content: [{ kind: 'text', text }] }];
  }

  /** The committee, the day, the title: fields that the template gives no label. The title is the page's heading. */
  head(): Block[] {
    const entries = this.entries.filter(({ field }) => field.print.place === 'head');
    const titled = entries.find(({ field }) => field.key === 'title') ?? entries.find(({ field }) => field.kind === 'text');
    const blocks = entries.flatMap((entry): Block[] => (entry === titled ? [this.title(entry)] : this.headLine(entry)));
    const { title } = this.given.template;
    return titled ? blocks : [{ kind: 'heading', level: 1, span: this.given.gap, content: plain(title) }, ...blocks];
  }

  private title({ value, field, span, path }: Entry): Heading {
    const content = value ? this.given.print.inline(value) : plain(`${field.label} not given`);
    return { kind: 'heading', level: 1, span, content, ...(value ? {} : { path }) };
  }

  private headLine({ field, value, span }: Entry): Block[] {
    if (!value) return [];
    const role: ParagraphRole = field.kind === 'date' ? 'date' : field.kind === 'choice' ? 'purpose' : field.kind === 'list' ? 'also' : 'committee'; // prettier-ignore
    const label = field.kind === 'list' ? { label: field.label } : {};
    return [{ kind: 'paragraph', role, span, content: this.given.print.inline(value), ...label }];
  }

  /** The fields with labels, as the kind of layout sets them. */
  main(): Block[] {
    const entries = this.entries.filter(({ field }) => field.print.place === undefined);
    if (this.given.template.layout === 'cover-table') return this.coverTable(entries);
    const flat = entries.flatMap((entry) => (entry.parts.length > 0 ? entry.parts : [entry]));
    if (this.given.template.layout === 'labelled-values') return flat.flatMap((entry) => this.section(entry));
    const sections = flat.filter(({ field }) => isSection(field)).sort((a, b) => (a.field.number ?? 0) - (b.field.number ?? 0));
    return [
      ...flat.filter(({ field }) => !isSection(field)).flatMap((entry) => this.lines(entry)),
      ...sections.flatMap((entry) => this.section(entry)),
    ];
  }

  private coverTable(entries: readonly Entry[]): Block[] {
    const rows = entries.flatMap((entry): CoverRow[] => {
      const { label } = entry.field;
      const parts = entry.parts.flatMap((part) => {
        const blocks = this.value(part);
        return blocks.length === 0 ? [] : [withLabel(blocks, part.field.label, part.span)];
      });
      if (parts.length > 0) return [{ label, span: entry.span, cells: parts }];
      const blocks = this.value(entry);
      return blocks.length === 0 ? [] : [{ label, span: entry.span, cells: [blocks] }];
    });
    const [first] = rows;
    return first ? [{ kind: 'cover', span: first.span, rows }] : [];
  }

  /** A heading with the value under it. */
  private section(entry: Entry): Block[] {
    const blocks = this.value(entry);
    const { field, span } = entry;
    if (blocks.length === 0) return [];
    const number = field.number === undefined ? {} : { number: `${field.number}.` };
    return [{ kind: 'heading', level: 2, span, content: plain(field.label), ...number }, ...blocks];
  }

  /** A label with the value beside it. */
  private lines(entry: Entry): Block[] {
    const blocks = this.value(entry).map((block): Block => (block.kind === 'paragraph' && !block.role ? { ...block, role: 'line' } : block)); // prettier-ignore
    if (blocks.length === 0) return [];
    // Of several people with lines of their own, each is named behind the label.
    const hasLines = blocks.some((block) => block.kind === 'paragraph' && block.label !== undefined);
    if (!hasLines) return withLabel(blocks, entry.field.label, entry.span);
    return blocks.flatMap((block) => (isUnlabelled(block) ? withLabel([block], entry.field.label, block.span) : [block]));
  }

  /** The value of a field; a note that it is missing where it is required. */
  private value({ path, field, value, span }: Entry): Block[] {
    const blocks = value ? this.given.print.blocks(value) : [];
    if (blocks.length > 0 || !field.required) return blocks;
    return [{ kind: 'paragraph', role: 'missing', span, path, content: plain('Not given') }];
  }

  /** What stands at the end of the report. */
  end(): Block[] {
    return this.entries.flatMap((entry) => (entry.field.print.place === 'end' && entry.value ? this.lines(entry) : []));
  }
}

/** The fields in the order of print: as the template lists them, but for those that name the one they stand behind. */
function inPrintOrder(fields: readonly Field[]): Field[] {
  const out = fields.filter(({ print }) => print.after === undefined);
  for (const field of fields) {
    if (field.print.after === undefined) continue;
    const place = out.findIndex(({ key }) => key === field.print.after);
    if (place === -1) out.push(field);
    else out.splice(place + 1, 0, field);
  }
  return out;
}

/** True for what is set as a section of its own and not on a line: long texts and lists of things. */
function isSection(field: Field): boolean {
  const { kind, item } = field;
  if (field.number !== undefined || kind === 'markdown' || item?.kind === 'markdown') return true;
  if (kind === 'group') return field.fields.some((part) => part.kind === 'markdown');
  return kind === 'list' && item?.kind === 'group' && !field.acceptsSingleItem;
}

function isUnlabelled(block: Block): boolean {
  return block.kind === 'paragraph' && block.label === undefined;
}

/** The blocks with a label run in before the first. */
function withLabel(blocks: readonly Block[], label: string, span: Span): Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind === 'paragraph' && first.label === undefined) {
    const labelled: Paragraph = { ...first, label, span: { start: Math.min(span.start, first.span.start), end: first.span.end } };
    return [labelled, ...rest];
  }
  return [{ kind: 'paragraph', label, span, content: [] }, ...blocks];
}

function plain(text: string): Inline[] {
  return [{ kind: 'text', text }];
}
