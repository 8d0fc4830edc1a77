import { readList } from '../paper/markdown/listItems.ts';
import { readLines, type Paper } from '../paper/paper.ts';
import type { Section } from '../paper/structure/sections.ts';
import { foldPunctuation } from '../text/foldPunctuation.ts';
import { Memo } from '../text/memo.ts';
import { formatPath, type Path } from '../text/path.ts';
import type { SourceText } from '../text/sourceText.ts';
import type { Field } from './field.ts';
import { fieldAt, type Template } from './template.ts';
import { makeValue, objectOf, readEntry, type Value } from './value.ts';

const NONE: readonly Value[] = [];

/** The values of a report's fields, wherever they stand: in the front matter, or as sections at the start of the body. */
export class Fields {
  /** What others have worked out of them. */
  readonly kept = new Memo();
  private readonly every: Value[] = [];
  private byPath: ReadonlyMap<string, Value> | undefined;
  private byKey: Map<string, Value[]> | undefined;

  constructor(
    readonly template: Template | undefined,
    /** The values of the top-level keys, in the order of the text. */
    readonly values: readonly Value[],
    /** Fields given both ways: as a key and as a section, the section's value here. */
    readonly duplicates: readonly Value[],
    /** The sections of the body that are no fields. */
    readonly sections: readonly Section[],
  ) {
    const visit = (value: Value): void => {
      this.every.push(value);
      value.parts.forEach(visit);
    };
    values.forEach(visit);
  }

  /** The value at a path, or nothing. */
  get(path: Path): Value | undefined {
    this.byPath ??= new Map(this.every.map((value) => [formatPath(value.path), value]));
    return this.byPath.get(formatPath(path));
  }

  /** What a value at the path says, as one text; empty where it says nothing. */
  text(path: Path): string {
    return this.get(path)?.text?.text ?? '';
  }

  /** The values of a field that may be given once or as a list. */
  list(path: Path): readonly Value[] {
    const value = this.get(path);
    if (!value || value.blank) return [];
    return value.node?.kind === 'sequence' || value.field?.acceptsSingleItem === false ? value.parts : [value];
  }

  /** Every value at every depth, parents first. */
  all(): readonly Value[] {
    return this.every;
  }

  /** The values of a key, wherever it stands. */
  valuesOf(key: string): readonly Value[] {
    if (!this.byKey) {
      this.byKey = new Map();
      for (const value of this.every) {
        const last = value.path.at(-1);
        if (typeof last !== 'string') continue;
        const others = this.byKey.get(last);
        if (others) others.push(value);
        else this.byKey.set(last, [value]);
      }
    }
    return this.byKey.get(key) ?? NONE;
  }

  /** What the schema is asked about: blank values left out. */
  get data(): unknown {
    return objectOf(this.values);
  }
}

/** Finds the values of a template's fields in a report. Without a template only the front matter's keys are read. */
export function readFields(report: Paper, template: Template | undefined): Fields {
  const entries = report.frontMatter.root?.entries ?? [];
  const values = entries.map((entry) => readEntry(report.text, entry, [], template && fieldAt(template, [entry.key])));
  const twice: Value[] = [];
  const known = new Map(values.map((value) => [formatPath(value.path), value]));
  let count = 0;
  for (const section of report.body.sections) {
    const place = section.part === 0 && template ? bodyField(template, section.title) : undefined;
    if (!place) break;
    count++;
    const value = readSection(report, section, place);
    const parent = known.get(formatPath(place.path.slice(0, -1)));
    const given = parent ? parent.parts.find((part) => part.path.at(-1) === place.field.key) : known.get(formatPath(place.path));
    if (given) twice.push(value);
    else addValue(values, known, template, value);
  }
  return new Fields(template, values, twice, report.body.sections.slice(count));
}

/** A field that may stand in the body, and where its key would be. */
export interface FieldPath {
  readonly field: Field;
  readonly path: Path;
}

/** The fields of a template that may stand in the body, by their plain names. */
const longFields = new WeakMap<Template, ReadonlyMap<string, FieldPath>>();

/** The fields of a template that may stand in the body, in the template's order. */
export function longFieldsOf(template: Template): readonly FieldPath[] {
  return [...placesOf(template).values()];
}

/** The field that a section's heading names: a Markdown field, or the recommendations. */
function bodyField(template: Template, title: string): FieldPath | undefined {
  return placesOf(template).get(plainName(title));
}

function placesOf(template: Template): ReadonlyMap<string, FieldPath> {
  let places = longFields.get(template);
  if (!places) longFields.set(template, (places = findLongFields(template)));
  return places;
}

function findLongFields(template: Template): Map<string, FieldPath> {
  const places = new Map<string, FieldPath>();
  const add = (field: Field, path: Path): void => {
    if (field.printed && isLong(field) && !places.has(plainName(field.label)))
      places.set(plainName(field.label), { field, path });
  };
  for (const field of template.fields) {
    add(field, [field.key]);
    if (field.kind === 'group' && field.printed) for (const part of field.fields) add(part, [field.key, part.key]);
  }
  return places;
}

function isLong(field: Field): boolean {
  return field.kind === 'markdown' || (field.kind === 'list' && field.item?.kind === 'markdown');
}

/** A heading for comparison: letter case, punctuation, and one or several recommendations make no difference. */
function plainName(title: string): string {
  return foldPunctuation(title).toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim().replace(/recommendations\b/g, 'recommendation'); // prettier-ignore
}

function readSection(report: Paper, section: Section, { field, path }: FieldPath): Value {
  const text = trimmedLines(report, section);
  const where = { path, field, keySpan: section.titleSpan };
  if (text.text === '') return makeValue(where, section.titleSpan, { blank: true });
  if (field.kind === 'markdown') return makeValue(where, text.span, { text, data: text.text });
  const items = readList(report, section.content) ?? [text];
  const parts = items.map((item, i) =>
    makeValue({ path: [...path, i], field: field.item, keySpan: undefined }, item.span, {
      blank: item.text.trim() === '',
      text: item,
      data: item.text,
    }),
  );
  return makeValue(where, text.span, { data: parts.map((part) => part.data), parts });
}

function trimmedLines(report: Paper, section: Section): SourceText {
  const { start, end } = section.content;
  const raw = report.text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  return readLines(report.text, { start: Math.min(from, end), end: Math.max(Math.min(from, end), start + raw.trimEnd().length) });
}

/** Puts a value that stands in the body where its key would be. */
function addValue(values: Value[], known: Map<string, Value>, template: Template | undefined, value: Value): void {
  known.set(formatPath(value.path), value);
  const [first] = value.path;
  if (value.path.length === 1 || first === undefined) {
    values.push(value);
    return;
  }
  const at = values.findIndex((candidate) => candidate.path[0] === first);
  const old = values[at];
  const parts = [...(old?.parts ?? []), value];
  const group = old ?? {
    path: [first],
    field: template && fieldAt(template, [first]),
    span: value.span,
    keySpan: undefined,
    node: undefined,
  };
  const merged = makeValue(group, group.span, { node: group.node, parts, data: objectOf(parts) });
  if (at === -1) values.push(merged);
  else values[at] = merged;
  known.set(String(first), merged);
}
