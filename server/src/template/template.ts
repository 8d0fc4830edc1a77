import type { ErrorObject } from 'ajv';
import { readFieldsOf, type Field } from './field.ts';
import { inline, SchemaError, type Resolve, type Schema } from './schema.ts';

/** A compiled JSON Schema: true for good data, else the reasons are in `errors`. */
export interface Validate {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

const LAYOUTS = ['cover-table', 'labelled-values', 'numbered-sections', 'paper'] as const;
export type LayoutKind = (typeof LAYOUTS)[number];

/** A form of report: its fields in order, how they are printed, and how they are checked. */
export interface Template {
  /** What a report's `template` key says. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** When to use it. */
  readonly guidance: string;
  readonly layout: LayoutKind;
  /** A sentence that is printed at the end of the report. */
  readonly footnote?: string;
  /** Whether the layout numbers the paragraphs of a section in which none has a number. */
  readonly numbersParagraphs: boolean;
  /** The printed fields in the template's order, then those that it knows but does not print. */
  readonly fields: readonly Field[];
  readonly validate: Validate;
}

/**
 * Reads a template from its schema.
 * @throws SchemaError, in plain words, where the schema is no template
 */
export function readTemplate(name: string, schema: Schema, resolve: Resolve, validate: Validate): Template {
  const whole = inline(schema, schema, resolve);
  const layout = LAYOUTS.find((kind) => kind === whole['x-layout']);
  if (!layout) throw new SchemaError(`"x-layout" must be one of ${LAYOUTS.join(', ')}`);
  if (!whole.properties?.['template']) throw new SchemaError('it does not build on the base: add "$ref": "scrutiny:report"');
  return {
    name,
    title: whole.title ?? name,
    description: whole.description ?? '',
    guidance: whole['x-guidance'] ?? '',
    layout,
    ...(whole['x-footnote'] === undefined ? {} : { footnote: whole['x-footnote'] }),
    numbersParagraphs: whole['x-paragraph-numbers'] === true,
    fields: ownFirst(readFieldsOf(whole), schema),
    validate,
  };
}

/** The fields that the template itself lists, in its order and printed; then the others. So with the parts of its groups. */
function ownFirst(fields: readonly Field[], { properties = {} }: Schema): Field[] {
  const own = Object.keys(properties);
  const place = ({ key }: Field): number => (own.includes(key) ? own.indexOf(key) : own.length);
  return [...fields]
    .sort((a, b) => place(a) - place(b))
    .map((field) => {
      const listed = properties[field.key];
      const parts = listed?.properties && field.kind === 'group' ? ownFirst(field.fields, listed) : field.fields;
      return { ...field, printed: listed !== undefined, fields: parts };
    });
}

/** The field that a path leads to, through groups, lists and maps; nothing where the template has none there. */
export function fieldAt(template: { readonly fields: readonly Field[] }, path: readonly (string | number)[]): Field | undefined {
  let fields = template.fields;
  let field: Field | undefined;
  for (const step of path) {
    if (typeof step === 'number' || field?.kind === 'map') field = field?.item;
    else field = fields.find((candidate) => candidate.key === step);
    if (!field) return undefined;
    fields = field.kind === 'group' ? field.fields : (field.item?.fields ?? []);
  }
  return field;
}
