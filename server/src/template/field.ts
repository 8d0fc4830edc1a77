import type { Schema } from './schema.ts';

export type FieldKind = 'text' | 'markdown' | 'date' | 'email' | 'choice' | 'flag' | 'number' | 'group' | 'list' | 'map';

const PLACES = ['head', 'masthead', 'notice', 'end'] as const;
const FORMS = ['fields', 'line', 'label', 'link'] as const;

/** How a field is printed, as far as its kind and its label do not say it. */
export interface Print {
  /** In the head of the first page, in place of the council's name above it, as the notice of exemption, or at the report's end. */
  readonly place?: (typeof PLACES)[number];
  /**
   * `fields`: each part of the group is a field of its own. Of one part: `line`, on a line with its label; `label`, as the label of
   * the others; `link`, as the address that they lead to. Parts that say nothing are printed one behind the other.
   */
  readonly as?: (typeof FORMS)[number];
  /** The key that it is printed behind. */
  readonly after?: string;
  /** The word for a label that is not given, printed with the item's place in its list. */
  readonly generatedLabel?: string;
  readonly telephone?: boolean;
  /** A sentence that is printed before the value. */
  readonly statement?: string;
  /** The key of the text that is printed before the list. */
  readonly leadIn?: string;
}

/** One thing that a form asks for, as its schema describes it. */
export interface Field {
  readonly key: string;
  readonly kind: FieldKind;
  /** As the template prints it: "Financial Implications". */
  readonly label: string;
  readonly description: string;
  /** What the author should write. */
  readonly guidance: string;
  readonly examples: readonly unknown[];
  readonly required: boolean;
  /** False for a field that every template knows and this one does not print. */
  readonly printed: boolean;
  /** The number of its section on the cover, where the cover's sections are numbered. */
  readonly number: number | undefined;
  /** The allowed values of a choice; for a list the words that may stand in its place (`none`, `All`). */
  readonly choices: readonly string[];
  /** The choices may be written in any letter case. */
  readonly caseInsensitive: boolean;
  /** The parts of a group, in the template's order. */
  readonly fields: readonly Field[];
  /** What a list or a map holds. */
  readonly item: Field | undefined;
  /** A list of one may be written without its dash. */
  readonly acceptsSingleItem: boolean;
  readonly print: Print;
}

interface Place {
  readonly key: string;
  readonly required: boolean;
  readonly printed: boolean;
}

/** Reads a field from a schema without references ({@link inline}). */
export function readField(schema: Schema, { key, required, printed }: Place): Field {
  const parts = listParts(schema);
  const shape = parts?.words ?? schema;
  const inner = parts?.items;
  const kind = parts ? 'list' : kindOf(schema);
  const held =
    inner ?? (kind === 'map' && typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
  return {
    key,
    kind,
    label: schema['x-label'] ?? schema.title ?? key,
    description: schema.description ?? '',
    guidance: schema['x-guidance'] ?? '',
    examples: schema.examples ?? [],
    required,
    printed,
    number: schema['x-number'],
    choices: (parts && !parts.words ? [] : (shape.enum ?? (shape.const === undefined ? [] : [shape.const]))).map(String),
    caseInsensitive: shape['x-any-case'] === true,
    fields: kind === 'group' ? readFieldsOf(schema) : [],
    item: held && readField(held, { key, required: false, printed }),
    acceptsSingleItem: parts?.orOne ?? false,
    print: readPrint(schema),
  };
}

function readPrint(schema: Schema): Print {
  const place = schema['x-label'] === undefined ? PLACES.find((name) => name === schema['x-place']) : undefined;
  const as = FORMS.find((name) => name === schema['x-print']);
  const { 'x-after': after, 'x-counted': counted, 'x-statement': statement, 'x-lead-in': leadIn } = schema;
  return {
    ...(place ? { place } : {}),
    ...(as ? { as } : {}),
    ...(after === undefined ? {} : { after }),
    ...(counted === undefined ? {} : { generatedLabel: counted }),
    ...(schema['x-telephone'] ? { telephone: true } : {}),
    ...(statement === undefined ? {} : { statement }),
    ...(leadIn === undefined ? {} : { leadIn }),
  };
}

/** The parts of an object schema. */
export function readFieldsOf(schema: Schema): Field[] {
  const required = new Set([...(schema.required ?? []), ...(schema.else?.required ?? [])]);
  return Object.entries(schema.properties ?? {}).map(([key, child]) =>
    readField(child, { key, required: required.has(key), printed: true }),
  );
}

/** A schema for a list: plain, "one or several", or "a word such as none, or a list". */
function listParts(schema: Schema): { items: Schema; words?: Schema; orOne: boolean } | undefined {
  if (schema.type === 'array') return { items: schema.items ?? {}, orOne: false };
  if (schema.if?.type === 'array') return { items: schema.then?.items ?? {}, orOne: true };
  if (schema.if?.type === 'string' && schema.else?.type === 'array') {
    return { items: schema.else.items ?? {}, words: schema.then ?? {}, orOne: false };
  }
  return undefined;
}

function kindOf(schema: Schema): FieldKind {
  if (schema.type === 'object' && !schema.properties && typeof schema.additionalProperties === 'object') return 'map';
  if (schema.type === 'object' || schema.properties) return 'group';
  if (schema.type === 'boolean') return 'flag';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.enum) return 'choice';
  if (schema.contentMediaType === 'text/markdown') return 'markdown';
  if (schema.format === 'date') return 'date';
  return schema.format === 'email' ? 'email' : 'text';
}
