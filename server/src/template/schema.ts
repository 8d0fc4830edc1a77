/** A JSON Schema (2020-12) as far as fields are read from it; the rest is the validator's. */
export interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly format?: string;
  readonly contentMediaType?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly unevaluatedProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The name that a template prints for a field, where it is not the field's `title`. */
  readonly 'x-label'?: string;
  /** The number of the cover section that a field is printed as. */
  readonly 'x-number'?: number;
  /** How a template is laid out. */
  readonly 'x-layout'?: string;
  /** What an author should write. */
  readonly 'x-guidance'?: string;
  /** The allowed values may be written in any letter case. */
  readonly 'x-any-case'?: boolean;
  /** Where a field is printed to which the template gives no label: `head`, `masthead`, `notice` or `end`. */
  readonly 'x-place'?: string;
  /** The key that a field is printed behind, where that is not the one before it. */
  readonly 'x-after'?: string;
  /** How a group's parts are printed (`fields`), or how one part of it is (`line`, `label` or `link`). */
  readonly 'x-print'?: string;
  /** The word that is printed, with the item's place in the list, for a label that is not given: "Appendix". */
  readonly 'x-counted'?: string;
  /** The text is a telephone number. */
  readonly 'x-telephone'?: boolean;
  /** A sentence that the layout prints before the value. */
  readonly 'x-statement'?: string;
  /** The key of the text that is printed before a list. */
  readonly 'x-lead-in'?: string;
  /** A sentence that the layout prints at the end of the report. */
  readonly 'x-footnote'?: string;
  /** The layout numbers the paragraphs of a section in which none has a number. */
  readonly 'x-paragraph-numbers'?: boolean;
}

/** Our annotations, which a validator must be told of. */
export const ANNOTATIONS = [
  'x-label', 'x-number', 'x-layout', 'x-guidance', 'x-any-case', 'x-place', 'x-after', 'x-print', 'x-counted', 'x-telephone',
  'x-statement', 'x-lead-in', 'x-footnote', 'x-paragraph-numbers',
]; // prettier-ignore

/** Gives the schema that a `$ref` names: `scrutiny:report`, or a file's name beside a council's own template. */
export type Resolve = (id: string) => Schema | undefined;

/** A `$ref` that leads nowhere or back to itself. */
export class SchemaError extends Error {}

const MAX_DEPTH = 40;

/**
 * The schema with every `$ref` replaced by what it names, the keywords beside the `$ref` laid over it.
 * @throws SchemaError for a reference that leads nowhere or to itself
 */
export function inline(schema: Schema, root: Schema, resolve: Resolve, depth = 0): Schema {
  if (depth > MAX_DEPTH) throw new SchemaError('its definitions refer to one another without end');
  const { $ref, ...own } = schema;
  const below = mapSchemas(own, (child) => inline(child, root, resolve, depth + 1));
  if ($ref === undefined) return below;
  const [id = '', pointer = ''] = $ref.split('#');
  const document = id === '' ? root : resolve(id);
  const target = document && follow(document, pointer);
  if (!document || !target) throw new SchemaError(`"$ref": "${$ref}" leads nowhere`);
  return overlay(inline(target, document, resolve, depth + 1), below);
}

function follow(document: Schema, pointer: string): Schema | undefined {
  let at: unknown = document;
  for (const step of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined;
  }
  return typeof at === 'object' && at !== null ? at : undefined;
}

/** The schema with `change` made to each schema directly in it, where fields are found (not `$defs`, `not` or `anyOf`). */
function mapSchemas(schema: Schema, change: (child: Schema) => Schema): Schema {
  const out: Record<string, unknown> = { ...schema };
  for (const key of ['items', 'then', 'else', 'additionalProperties'] as const) {
    const child = schema[key];
    if (typeof child === 'object') out[key] = change(child);
  }
  if (schema.properties) {
    out['properties'] = Object.fromEntries(Object.entries(schema.properties).map(([key, child]) => [key, change(child)]));
  }
  return out;
}

/** Two schemas that both hold, as one: what the upper says replaces the lower, lists of required keys are joined. */
function overlay(lower: Schema, upper: Schema): Schema {
  const out: Record<string, unknown> = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    const under = out[key];
    if (key === 'required') out[key] = [...new Set([...(lower.required ?? []), ...(upper.required ?? [])])];
    else if (isObject(value) && isObject(under)) out[key] = overlay(under, value);
    else out[key] = value;
  }
  return out;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
