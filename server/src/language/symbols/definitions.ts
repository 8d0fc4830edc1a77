import { anchorOf, readAnchors } from '../../paper/markdown/anchors.ts';
import type { Passage } from '../../paper/markdown/markdown.ts';
import { formatNumber } from '../../paper/structure/sectionNumber.ts';
import type { Paper } from '../../paper/paper.ts';
import { partAt, type Part } from '../../paper/structure/sections.ts';
import { namesOf, readAppendices } from '../../analysis/appendices.ts';
import type { RuleContext } from '../../analysis/ruleContext.ts';
import { numberSections } from '../../analysis/sectionNumbering.ts';
import { readContinuousNumbering } from '../../analysis/continuousNumbering.ts';
import type { Field } from '../../template/field.ts';
import type { Value } from '../../template/value.ts';
import type { Path } from '../../text/path.ts';
import { lastIndexWhere } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { firstSection } from '../snippet/bodySections.ts';
import { inOrder, paragraphsOf } from './paragraphs.ts';

export type DefinitionKind = 'section' | 'paragraph' | 'figure' | 'table' | 'appendix' | 'recommendation' | 'field' | 'heading';

/** Something in a report that other places of it may name: by its number, its label, or in a link. */
export interface Definition {
  readonly kind: DefinitionKind;
  /** The same for all that mean it. */
  readonly key: string;
  /** As people say it: "Paragraph 10.2", "Appendix B". */
  readonly name: string;
  /** The number or label, or what stands in its place. */
  readonly span: Span;
  /** All of it. */
  readonly whole: Span;
  /** The field, for what stands in the front matter. */
  readonly value?: Value;
}

/** A number that the layout gives: nobody has typed it. */
export interface GeneratedNumber {
  /** As it is printed: `10.`, `10.2`. */
  readonly number: string;
  /** What has it: a heading or a paragraph. */
  readonly span: Span;
}

/** What can be named in a report, by what means it. */
export class Definitions {
  private readonly byKey = new Map<string, Definition[]>();
  /** The appendices by the name that each label is, and by every name that may mean them. */
  private readonly appendixByLabel = new Map<string, string>();
  private readonly appendixByName = new Map<string, string>();
  private readonly passages: readonly Passage[];
  /** What the names of links mean (`11-costs`), by these names. */
  private readonly byAnchor = new Map<string, string>();
  private readonly parts: readonly Part[];

  /** @param given the numbers that the layout gives */
  constructor(
    private readonly report: Paper,
    private readonly context: RuleContext,
    given: readonly GeneratedNumber[],
  ) {
    this.parts = report.body.parts;
    this.passages = inOrder(report.body.markdown.passages);
    for (const field of context.template?.fields ?? []) this.addField(field, [field.key]);
    this.addSections();
    this.addParagraphs(given);
    this.addCaptions();
    this.addAppendices();
    this.addRecommendations();
    this.addHeadings();
  }

  /** All of them. */
  all(): Definition[] {
    return [...this.byKey.values()].flat();
  }

  /** Those with a key: more than one where a number stands twice. */
  get(key: string): readonly Definition[] {
    return this.byKey.get(key) ?? [];
  }

  /**
   * The key of what a mention means; nothing where the report has no such thing.
   * @param offset where the mention stands: what has the number in the same appendix comes first
   */
  keyOf(kind: string, label: string, offset: number): string | undefined {
    if (kind === 'appendix') return this.appendixKey(label);
    const number = /^[\d.]+$/.test(label) ? formatNumber(label.split('.').map(Number)) : label.toLowerCase();
    const what = kind === 'section' && number.includes('.') ? 'paragraph' : kind;
    return [partAt(this.parts, offset), 0].map((part) => `${what} ${number} ${part}`).find((key) => this.byKey.has(key));
  }

  /** The key of the heading that a link names, without its `#`. */
  keyOfAnchor(name: string): string | undefined {
    return this.byAnchor.get(name.toLowerCase());
  }

  /** The appendix that a label means: one of this very name, or one that it is a part of. */
  private appendixKey(label: string): string | undefined {
    const names = namesOf(label);
    const exact = this.appendixByLabel.get(names[0] ?? '');
    return exact ?? names.map((name) => this.appendixByName.get(name)).find((key) => key !== undefined);
  }

  private addAppendixKey(names: readonly string[], key: string): void {
    const [own = ''] = names;
    if (!this.appendixByLabel.has(own)) this.appendixByLabel.set(own, key);
    for (const name of names) if (!this.appendixByName.has(name)) this.appendixByName.set(name, key);
  }

  /** The passage of the body that an offset stands in. */
  private passageAt(offset: number): Passage | undefined {
    const { passages } = this;
    const found = passages[lastIndexWhere(passages.length, (i) => (passages[i]?.block.start ?? 0) <= offset)];
    return found && offset < found.block.end ? found : undefined;
  }

  private add(named: Definition): void {
    const known = this.byKey.get(named.key);
    if (known) known.push(named);
    else this.byKey.set(named.key, [named]);
  }

  private addField(field: Field, path: Path): void {
    const value = this.context.fields.get(path);
    if (field.printed && value?.keySpan) {
      const { number, label } = field;
      const key = number === undefined ? `field ${path.join('.')}` : `section ${number} 0`;
      const name = number === undefined ? label : `Section ${number}: ${label}`;
      this.add({ kind: number === undefined ? 'field' : 'section', key, name, span: value.keySpan, whole: value.span, value });
      this.byAnchor.set(anchorOf(label), key);
      if (number !== undefined) this.byAnchor.set(anchorOf(`${number}. ${label}`), key);
    }
    if (field.kind === 'group') for (const part of field.fields) this.addField(part, [...path, part.key]);
  }

  private addSections(): void {
    const { fields, template } = this.context;
    const given = template ? numberSections(fields.sections, firstSection(template)) : undefined;
    for (const section of fields.sections) {
      const number = section.number?.parts[0] ?? given?.get(section);
      if (number === undefined) continue;
      const { titleSpan, span, part, title } = section;
      const name = `Section ${number}${title === '' ? '' : `: ${title}`}`;
      this.add({ kind: 'section', key: `section ${number} ${part}`, name, span: section.number?.span ?? titleSpan, whole: this.trimmed(span) }); // prettier-ignore
    }
  }

  private addParagraphs(given: readonly GeneratedNumber[]): void {
    const { report, context } = this;
    for (const { paragraph, section, span } of paragraphsOf(report))
      this.addParagraph(formatNumber(paragraph.parts), section.part, paragraph.span, span);
    for (const { number, span } of readContinuousNumbering(report, context.fields).items) {
      const passage = this.passageAt(span.end);
      this.addParagraph(String(number), 0, span, { start: span.start, end: passage?.block.end ?? span.end });
    }
    for (const { number, span } of given)
      if (/^\d+\.\d/.test(number)) this.addParagraph(number, 0, { start: span.start, end: span.start }, span);
  }

  private addParagraph(number: string, part: number, span: Span, whole: Span): void {
    this.add({ kind: 'paragraph', key: `paragraph ${number} ${part}`, name: `Paragraph ${number}`, span, whole: this.trimmed(whole) }); // prettier-ignore
  }

  private addCaptions(): void {
    const { captions } = this.report.body;
    for (const { kind, label, span, part, continued } of captions) {
      if (continued) continue;
      const passage = this.passageAt(span.start);
      const name = `${kind === 'table' ? 'Table' : 'Figure'} ${label}`;
      this.add({ kind, key: `${kind} ${label.toLowerCase()} ${part}`, name, span, whole: passage?.block ?? span });
    }
  }

  private addAppendices(): void {
    const items = readAppendices(this.context)?.items ?? [];
    items.forEach(({ value, label, names }, i) => {
      const key = `appendix ${i}`;
      const part = (name: string): Value | undefined => value.parts.find(({ path }) => path.at(-1) === name);
      const { span } = part('label') ?? part('title') ?? value;
      this.add({ kind: 'appendix', key, name: /^(?:app|ann)/i.test(label) ? label : `Appendix ${label}`, span, whole: this.trimmed(value.span), value }); // prettier-ignore
      this.addAppendixKey(names, key);
    });
    for (const { role, titleSpan, span } of this.report.body.sections) {
      const found = role === 'appendix' ? labelIn(this.report.text, titleSpan) : undefined;
      if (!found) continue;
      const key = this.appendixKey(found.label) ?? `appendix ${found.label}`;
      this.add({ kind: 'appendix', key, name: `Appendix ${found.label}`, span: found.span, whole: this.trimmed(span) });
      if (key === `appendix ${found.label}`) this.addAppendixKey(namesOf(found.label), key);
    }
  }

  private addRecommendations(): void {
    this.context.fields.list(['recommendations']).forEach((value, i) => {
      const { start } = value.span;
      const first = /^\S*/.exec(this.report.text.slice(start, start + 100))?.[0].length ?? 0;
      const name = `Recommendation ${i + 1}`;
      this.add({ kind: 'recommendation', key: `recommendation ${i + 1} 0`, name, span: { start, end: start + first }, whole: this.trimmed(value.span), value }); // prettier-ignore
    });
  }

  /** What links lead to: a heading is a section, a paragraph or an appendix where it is one. */
  private addHeadings(): void {
    const { markdown } = this.report.body;
    const anchors = readAnchors(markdown);
    const known = this.all().filter(({ value }) => !value);
    const headings = markdown.passages.filter(({ kind }) => kind === 'heading');
    const starts = new Map(known.map((named) => [this.report.lines.lineAt(named.span.start), named.key]));
    headings.forEach(({ block, text }, i) => {
      const name = anchors[i];
      if (name === undefined) return;
      const own = starts.get(this.report.lines.lineAt(block.start));
      const key = own ?? `heading ${name}`;
      if (!own) this.add({ kind: 'heading', key, name: text.text.trim(), span: text.text.trim() === '' ? block : text.span, whole: block }); // prettier-ignore
      // For short without its number, as the rule on broken links has it.
      for (const one of [name.replace(/^\d+-/, ''), name]) this.byAnchor.set(one, key);
    });
  }

  private trimmed({ start, end }: Span): Span {
    return { start, end: start + this.report.text.slice(start, end).trimEnd().length };
  }
}

/** The label in a heading such as `Appendix B: Plan`. */
function labelIn(text: string, { start, end }: Span): { label: string; span: Span } | undefined {
  const found = /^(?:appendix|annexe?)\s+([a-z]\d{0,2}|\d{1,2}[a-z]?|[ivx]{1,5})(?!\w)/i.exec(text.slice(start, end));
  const label = found?.[1];
  if (!found || label === undefined) return undefined;
  const at = start + found[0].length - label.length;
  return { label, span: { start: at, end: at + label.length } };
}
