import type { ErrorObject } from 'ajv';
import type { Path } from '../text/path.ts';
import type { Field } from './field.ts';
import { fieldAt, type Validate } from './template.ts';
import { didYouMean, joinWords, quote } from '../text/suggest.ts';

/** Where data does not fit its schema. */
export interface SchemaProblem {
  readonly kind: 'missing' | 'unknown' | 'invalid';
  readonly path: Path;
  /** The schema keyword that it breaks. */
  readonly keyword: string;
  /** What the keyword asks for: a type, a format, a bound, a pattern. */
  readonly wanted: string;
}

/** What a field is read from: a template, or the description of `council.yaml`. */
export interface SchemaForm {
  readonly fields: readonly Field[];
  readonly validate: Validate;
}

/** All that is wrong with data by its schema, each thing once. */
export function findSchemaProblems(form: SchemaForm, data: unknown): SchemaProblem[] {
  if (form.validate(data)) return [];
  const problems = new Map<string, SchemaProblem>();
  for (const error of form.validate.errors ?? []) {
    if (error.keyword === 'if') continue;
    const problem = problemOf(error, data);
    const key = JSON.stringify([problem.kind, problem.path]);
    if (!problems.has(key)) problems.set(key, problem);
  }
  return [...problems.values()];
}

function problemOf(error: ErrorObject, data: unknown): SchemaProblem {
  const path = readPointer(error.instancePath, data);
  const params = error.params as Record<string, unknown>;
  const key = textOf(params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty']);
  const kind = 'missingProperty' in params ? 'missing' : key === undefined ? 'invalid' : 'unknown';
  const wanted = params['type'] ?? params['format'] ?? params['limit'] ?? params['pattern'];
  return { kind, path: key === undefined ? path : [...path, key], keyword: error.keyword, wanted: textOf(wanted) ?? '' };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** A JSON Pointer as a path: steps into lists are numbers. */
function readPointer(pointer: string, data: unknown): Path {
  let at = data;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      const inList = Array.isArray(at);
      at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
      return inList ? Number(key) : key;
    });
}

/**
 * The name of a field as its form prints it: "Financial Implications"; "Report Author: Tel" for a part of a person or of a
 * list's item; "Recommendation 2" for an item of a list.
 */
export function labelOf(form: { readonly fields: readonly Field[] }, path: Path): string {
  const labels: string[] = [];
  path.forEach((step, i) => {
    const field = fieldAt(form, path.slice(0, i + 1));
    if (typeof step === 'number') labels.push(`${labels.pop() ?? ''} ${step + 1}`.trim());
    // The parts of the impact assessment are fields of the form in their own right.
    else if (i > 0 && path[0] === 'impact-assessment') labels.splice(0, labels.length, field?.label ?? step);
    else labels.push(field?.label ?? step);
  });
  return labels.join(': ');
}

/** What is wrong with a value of the wrong kind, and what may stand there. */
export function describeInvalid(problem: SchemaProblem, label: string, field: Field | undefined, typed: string): string {
  const choices = field?.choices ?? [];
  if (choices.length > 0) {
    const listed =
      field?.kind === 'list'
        ? `write ${joinWords(choices)}, or list ${label.toLowerCase()} one by one`
        : `choose ${joinWords(choices)}`;
    return `${label} cannot be ${quote(typed)}: ${listed}.${didYouMean(typed, choices)}`;
  }
  return `${label}: ${expectation(problem, field)}.`;
}

function expectation({ keyword, wanted }: SchemaProblem, field: Field | undefined): string {
  if (keyword === 'type') return expectedKind(field, wanted);
  if (keyword === 'format' && wanted === 'date') return 'write a real date as year-month-day, such as 2026-09-08';
  if (keyword === 'format' && wanted === 'email') return 'write one email address, such as a.person@northmoor.gov.uk';
  if (keyword === 'minimum' || keyword === 'exclusiveMinimum') return `the number cannot be below ${wanted}`;
  if (keyword === 'maximum' || keyword === 'exclusiveMaximum') return `the number cannot be above ${wanted}`;
  if (keyword === 'maxLength') return `write at most ${wanted} characters`;
  if (keyword === 'minLength') return `write at least ${wanted} characters`;
  if (keyword === 'maxItems') return `list at most ${wanted}`;
  if (keyword === 'minItems') return `list at least ${wanted}`;
  return `this is not as the form asks. ${field?.guidance ?? ''}`.trim().replace(/\.$/, '');
}

function expectedKind(field: Field | undefined, wanted: string): string {
  switch (wanted) {
    case 'boolean':
      return 'write true or false';
    case 'integer':
      return 'write a whole number';
    case 'number':
      return 'write a number';
    case 'array':
      return 'write a list, each item on a line of its own after a dash';
    case 'object':
      return `write its parts on lines of their own: ${partsOf(field)}`;
    default:
      return 'write text here, not a list or several keys';
  }
}

function partsOf(field: Field | undefined): string {
  const group = field?.kind === 'list' ? field.item : field;
  return joinWords((group?.fields ?? []).slice(0, 4).map((part) => part.key), 'and'); // prettier-ignore
}
