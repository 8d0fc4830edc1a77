import boardPaper from '../../../schemas/board-paper.schema.json' with { type: 'json' };
import committeeReport from '../../../schemas/committee-report.schema.json' with { type: 'json' };
import coverSheet from '../../../schemas/cover-sheet.schema.json' with { type: 'json' };
import partnerPaper from '../../../schemas/partner-paper.schema.json' with { type: 'json' };
import report from '../../../schemas/report.schema.json' with { type: 'json' };
import * as validators from './generated/validators.js';
import type { Resolve, Schema } from './schema.ts';
import { readTemplate, type Template } from './template.ts';

/** The schema that all templates build on. */
export const baseSchema = report as unknown as Schema;

/** Gives the built-in schemas by their `$id`. */
export const resolveBuiltInSchema: Resolve = (id) => (id === baseSchema.$id ? baseSchema : undefined);

/** The templates that every council has, by name. */
export const builtInTemplates: ReadonlyMap<string, Template> = new Map(
  [
    readTemplate('committee-report', committeeReport as unknown as Schema, resolveBuiltInSchema, validators.committeeReport),
    readTemplate('cover-sheet', coverSheet as unknown as Schema, resolveBuiltInSchema, validators.coverSheet),
    readTemplate('board-paper', boardPaper as unknown as Schema, resolveBuiltInSchema, validators.boardPaper),
    readTemplate('partner-paper', partnerPaper as unknown as Schema, resolveBuiltInSchema, validators.partnerPaper),
  ].map((template) => [template.name, template]),
);
