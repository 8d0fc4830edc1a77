import type { Options } from 'ajv';
import { baseSchema } from './builtInTemplates.ts';
import { ANNOTATIONS, SchemaError, type Resolve, type Schema } from './schema.ts';
import { readTemplate, type Template, type Validate } from './template.ts';

export interface TemplateProblem {
  readonly file: string;
  /** What is wrong and where, in plain words. */
  readonly message: string;
}

/** A template of more characters than this is not compiled. */
const MAX_SCHEMA = 200_000;

/**
 * Compiles a council's own templates. They are untrusted: patterns run in linear time (re2), `$ref` leads only to the base or
 * to another of the files, and a validator that fails finds nothing.
 * @param files the texts of `*.schema.json` files by their paths
 */
export async function compileCustomTemplates(
  files: ReadonlyMap<string, string>,
): Promise<{ templates: Template[]; problems: TemplateProblem[] }> {
  const problems: TemplateProblem[] = [];
  const schemas = new Map<string, Schema>();
  for (const [file, text] of files) {
    const read = readSchema(text);
    if (typeof read === 'string') problems.push({ file, message: read });
    else schemas.set(file, read);
  }
  const templates: Template[] = [];
  if (schemas.size === 0) return { templates, problems };
  const compile = await createCompiler(schemas);
  for (const [file, schema] of schemas) {
    if (isLibrary(schema)) continue;
    const made = compileTemplate(file, schema, schemas, compile);
    if (typeof made === 'string') problems.push({ file, message: made });
    else templates.push(made);
  }
  return { templates, problems };
}

function readSchema(text: string): Schema | string {
  if (text.length > MAX_SCHEMA) return `it is too large (more than ${MAX_SCHEMA / 1000} KB)`;
  try {
    const schema: unknown = JSON.parse(text);
    if (typeof schema === 'object' && schema !== null && !Array.isArray(schema)) return schema;
    return 'it must be a JSON object, in curly brackets';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `it is not valid JSON${lineOf(text, reason)}: ${reason}`;
  }
}

/** The line of the position that the JSON reader names, if it names one. */
function lineOf(text: string, reason: string): string {
  const position = /position (\d+)/.exec(reason)?.[1];
  return position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`;
}

/** A file of definitions that the others refer to. */
function isLibrary(schema: Schema): boolean {
  return schema.$defs !== undefined && schema.$ref === undefined && schema.properties === undefined;
}

function compileTemplate(
  file: string,
  schema: Schema,
  schemas: ReadonlyMap<string, Schema>,
  compile: (schema: Schema) => Validate,
): Template | string {
  const name = templateNameOf(file);
  try {
    return readTemplate(name, schema, resolver(schemas), guarded(compile(schema)));
  } catch (error) {
    if (error instanceof SchemaError) return error.message;
    return `it is no valid schema: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function fileName(file: string): string {
  return file.replace(/^.*[/\\]/, '');
}

/** What reports call the template that a file holds. */
export function templateNameOf(file: string): string {
  return fileName(file).replace(/(?:\.schema)?\.json$/i, '');
}

/** The base by its `$id`, the council's own files by their names. */
function resolver(schemas: ReadonlyMap<string, Schema>): Resolve {
  return (id) => {
    if (id === baseSchema.$id) return baseSchema;
    for (const [file, schema] of schemas) if (fileName(file) === id) return schema;
    return undefined;
  };
}

/** A validator that runs out of stack (a schema that refers to itself without end) says nothing instead of throwing. */
function guarded(validate: Validate): Validate {
  const safe: Validate = (data) => {
    try {
      const valid = validate(data);
      safe.errors = validate.errors ?? null;
      return valid;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      safe.errors = null;
      return true;
    }
  };
  return safe;
}

/** Ajv is loaded only for a council that has templates of its own. */
async function createCompiler(schemas: ReadonlyMap<string, Schema>): Promise<(schema: Schema) => Validate> {
  // Taken from the default export: of a CommonJS module that is bundled nothing else is there.
  const [{ default: ajvModule }, formats, { RE2JS }] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('ajv-formats'),
    import('re2js'),
  ]);
  // Ajv tells patterns apart by what toString gives.
  const regExp = (pattern: string): { test(text: string): boolean; toString(): string } => {
    const compiled = RE2JS.compile(pattern);
    return { test: (text) => compiled.matcher(text).find(), toString: () => pattern };
  };
  const options: Options = {
    allErrors: true,
    strictTypes: false,
    strictRequired: false,
    addUsedSchema: false,
    code: { regExp: Object.assign(regExp, { code: 'new RegExp' }) },
  };
  const ajv = new ajvModule.Ajv2020(options);
  ajv.addVocabulary(ANNOTATIONS);
  formats.default.default(ajv);
  ajv.addSchema(baseSchema);
  for (const [file, schema] of schemas) ajv.addSchema({ ...schema, $id: fileName(file) }, file, false, false);
  return (schema) => {
    void ajv.validateSchema(schema, true);
    const file = [...schemas].find(([, candidate]) => candidate === schema)?.[0] ?? '';
    return ajv.getSchema(file) as Validate;
  };
}
