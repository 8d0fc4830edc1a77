import { formatNumber } from '../../paper/structure/sectionNumber.ts';
import type { Passage } from '../../paper/markdown/markdown.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Section } from '../../paper/structure/sections.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { isSubHeading, numberSections } from '../../analysis/sectionNumbering.ts';
import type { Value } from '../../template/value.ts';
import type { Span } from '../../text/span.ts';
import { firstSection } from '../snippet/bodySections.ts';
import { paragraphsOf } from '../symbols/paragraphs.ts';

/** What stands in a document, for the picture beside it. */
export type DocumentSymbolKind = 'cover' | 'field' | 'group' | 'list' | 'item' | 'section' | 'paragraph' | 'figure' | 'table';

/** A part of a document with what stands in it, in the order of the text. */
export interface DocumentSymbolItem {
  /** As the form prints it: "Financial Implications", "10. Background", "10.1". */
  readonly name: string;
  /** The beginning of what it says. */
  readonly detail: string;
  readonly kind: DocumentSymbolKind;
  /** All of it; holds those of its parts. */
  readonly span: Span;
  /** The key, the heading or the number. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbolItem[];
}

/** As much of a text is shown. */
const SHOWN = 80;

/** The outline of a report: its cover with the fields of the front matter, then the sections of its body with their paragraphs. */
export function documentSymbols(report: Paper, context: RuleContext): readonly DocumentSymbolItem[] {
  const { open, yaml, close } = report.split;
  const fields = fieldSymbols(report.text, context.fields.values);
  const end = close?.end ?? yaml?.end;
  const cover: DocumentSymbolItem[] =
    open && end !== undefined
      ? [{ name: 'Cover', detail: context.template?.title ?? '', kind: 'cover', span: { start: open.start, end }, nameSpan: open, children: fields }] // prettier-ignore
      : [];
  return [...cover, ...outlineBody(report, context)];
}

/** The outline of values as YAML has them; those that stand elsewhere are left out. */
export function fieldSymbols(text: string, values: readonly Value[]): DocumentSymbolItem[] {
  return values.filter(({ node }) => node).map((value) => outlineField(text, value));
}

function outlineField(text: string, value: Value): DocumentSymbolItem {
  const { field, path, keySpan, span, parts, node } = value;
  const children = fieldSymbols(text, parts);
  const last = path.at(-1);
  const start = keySpan?.start ?? span.start;
  const end = start + text.slice(start, Math.max(span.end, keySpan?.end ?? 0)).trimEnd().length;
  const nameSpan = keySpan ?? { start, end: Math.min(end, start + lineLength(text, start)) };
  const own = short(value.text?.text ?? children[0]?.detail ?? '');
  return {
    name:
      typeof last === 'number'
        ? `${last + 1}.`
        : withNumber(field && field.key === last ? field.label : String(last), field?.number),
    detail: own,
    kind: typeof last === 'number' ? 'item' : node?.kind === 'mapping' ? 'group' : node?.kind === 'sequence' ? 'list' : 'field',
    span: { start, end },
    nameSpan,
    children,
  };
}

function lineLength(text: string, start: number): number {
  return /^[^\r\n]*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0;
}

interface Growing extends DocumentSymbolItem {
  readonly level: number;
  readonly span: { readonly start: number; end: number };
  readonly children: DocumentSymbolItem[];
}

/** The headings of the body, each with those of a lower level, the numbered paragraphs and the captions that stand under it. */
function outlineBody(report: Paper, { fields, template }: RuleContext): DocumentSymbolItem[] {
  const { body, text } = report;
  const numbers = template ? numberSections(fields.sections, firstSection(template)) : new Map<Section, number>();
  const sections = new Map(body.sections.map((section) => [section.heading, section]));
  const isField = new Set(body.sections.slice(0, body.sections.length - fields.sections.length));
  const bodyEnd = body.span.start + text.slice(body.span.start, body.span.end).trimEnd().length;
  const top: DocumentSymbolItem[] = [];
  const open: Growing[] = [];
  const closeTo = (level: number, at: number): void => {
    while ((open.at(-1)?.level ?? -1) >= level) {
      const item = open.pop();
      if (item) item.span.end = Math.max(item.nameSpan.end, item.span.start + text.slice(item.span.start, at).trimEnd().length);
    }
  };
  for (const found of marksOf(report)) {
    if ('level' in found) {
      const { heading, level } = found;
      closeTo(level, heading.block.start);
      const section = sections.get(heading);
      const given = section?.number || !section || isSubHeading(section) ? undefined : numbers.get(section);
      const name = withNumber(heading.text.text.trim(), given);
      const item: Growing = { name, detail: section && isField.has(section) ? 'Cover' : '', kind: 'section', level, span: { ...heading.block }, nameSpan: nameSpanOf(heading), children: [] }; // prettier-ignore
      (open.at(-1)?.children ?? top).push(item);
      open.push(item);
    } else (open.at(-1)?.children ?? top).push(found.item);
  }
  closeTo(0, bodyEnd);
  return top;
}

interface HeadingMark {
  readonly heading: Passage;
  readonly level: number;
  readonly at: number;
}

interface Leaf {
  readonly item: DocumentSymbolItem;
  readonly at: number;
}

/** Headings, and what else stands in the outline, in the order of the text. */
function marksOf(report: Paper): (HeadingMark | Leaf)[] {
  const { markdown, captions } = report.body;
  const headings = markdown.passages.flatMap((heading) =>
    heading.kind === 'heading' && !heading.quoted && heading.listDepth === 0
      ? [{ heading, level: heading.level ?? 1, at: heading.block.start }]
      : [],
  );
  const paragraphs = paragraphsOf(report).flatMap(({ paragraph: { parts, text, span: number, heading }, span }) =>
    heading ? [] : [leaf('paragraph', formatNumber(parts), short(text), trimmed(report.text, span), number)],
  );
  const captioned = captions.map(({ kind, label, span }) => leaf(kind, `${kind === 'table' ? 'Table' : 'Figure'} ${label}`, '', span, span)); // prettier-ignore
  return [...headings, ...paragraphs, ...captioned].sort((a, b) => a.at - b.at);
}

function leaf(kind: DocumentSymbolKind, name: string, detail: string, span: Span, nameSpan: Span): Leaf {
  return { item: { name, detail, kind, span, nameSpan, children: [] }, at: span.start };
}

function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** The words of a heading, which may be none. */
function nameSpanOf({ text, block }: Passage): Span {
  return text.text.trim() === '' ? block : text.span;
}

function withNumber(name: string, number: number | undefined): string {
  return number === undefined ? name || 'Untitled' : `${number}. ${name}`;
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1).trimEnd()}…` : line;
}
