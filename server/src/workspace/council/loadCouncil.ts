import picomatch from 'picomatch';
import { readCouncil, COUNCIL_RULE, type Council } from '../../council/council.ts';
import type { LintOptions, Stage } from '../../analysis/ruleContext.ts';
import { rules } from '../../rules/index.ts';
import { metaRules } from '../../linter/metaRules.ts';
import { loadPatterns, type CompilePattern } from '../../council/patterns.ts';
import { builtInTemplates } from '../../template/builtInTemplates.ts';
import { compileCustomTemplates } from '../../template/customTemplates.ts';
import type { Finding } from '../../text/finding.ts';
import { LineIndex } from '../../text/lines.ts';
import { decode, encodingProblem } from '../files/decode.ts';
import { tryFileSystem, type FileSystem, type Problem } from '../files/fileSystem.ts';
import { findTemplates } from './findTemplates.ts';
import { relativeTo, parentOf } from '../files/paths.ts';
import type { FileIndex } from '../reports/fileIndex.ts';
import { BaselineFile } from './baselineFile.ts';

/** What reports are checked with, whichever council they are of. */
export interface CouncilLoadOptions {
  readonly stage: Stage;
  /** `YYYY-MM-DD` in London. */
  readonly today: string;
  /** How a path is shown to people. */
  readonly show: (path: string) => string;
}

/** A `council.yaml` ready for use. */
export interface LoadedCouncil {
  /** The file; absent for reports that have none. */
  readonly file?: CouncilSource;
  /** The folder that the file stands in. */
  readonly folder?: string;
  /** The absolute paths of the files that it was read from. */
  readonly files: readonly string[];
  readonly knowledge: LintOptions;
  /** The findings in old reports that it has accepted; absent without a `council.yaml`. */
  readonly suppressions?: BaselineFile;
  /** Parts of it that could not be read at all. */
  readonly problems: readonly Problem[];
  /** True for a file that it counts among its reports. */
  readonly isReport: (path: string) => boolean;
}

export interface CouncilSource {
  readonly name: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

const RULE_IDS = [...rules, ...metaRules].map(({ id }) => id);

/**
 * What is known when one report of a council is checked.
 * @param path of the report, absolute
 */
export function lintOptionsFor({ knowledge, suppressions }: LoadedCouncil, path: string, surroundings: FileIndex): LintOptions {
  const { templates, council, stage, today } = knowledge;
  return { templates, council, stage, today, files: surroundings.lookupFor(path), suppressed: suppressions?.of(path) };
}

/** What is used for reports that have no `council.yaml`. */
export function emptyCouncil({ stage, today }: CouncilLoadOptions): LoadedCouncil {
  return {
    knowledge: { templates: builtInTemplates, council: {}, stage, today },
    files: [],
    problems: [],
    isReport: () => false,
  };
}

/**
 * Reads a `council.yaml` and the templates that it names. What is wrong with them is told, and the rest is used.
 * @param readTemplates compiles the texts of templates, as {@link compileCustomTemplates} does
 * @param readPatterns gives what compiles its patterns, as {@link loadPatterns} does; if nothing, checks with a pattern are left out
 */
export async function loadCouncil(
  files: FileSystem,
  path: string,
  terms: CouncilLoadOptions,
  readTemplates: typeof compileCustomTemplates = compileCustomTemplates,
  readPatterns: () => Promise<CompilePattern | undefined> = loadPatterns,
): Promise<LoadedCouncil> {
  const name = terms.show(path);
  const folder = parentOf(path) ?? '/';
  const read = tryFileSystem(() => decode(files.readFile(path)));
  const wrong = 'failure' in read ? `it cannot be read: ${read.failure}` : encodingProblem(read.value);
  if ('failure' in read || wrong !== undefined) {
    return {
      ...emptyCouncil(terms),
      folder,
      files: [path],
      file: { name, text: '', findings: [] },
      problems: [{ file: name, message: wrong ?? '' }],
    };
  }
  const { text } = read.value;
  const compile = /\bmust-(?:not-)?match\b/.test(text) ? await readPatterns() : undefined;
  const { council, findings, unreadable } = readCouncil(text, RULE_IDS, compile);
  const own = await findTemplates(files, folder, listOf(council.templates), readTemplates);
  const suppressions = BaselineFile.read(files, folder);
  const listProblem = suppressions.problem === undefined ? [] : [{ file: suppressions.path, message: suppressions.problem }];
  const problems = [...own.problems, ...listProblem].map(({ file, message }) => ({ file: terms.show(file), message }));
  const templates = new Map([...builtInTemplates, ...own.templates.map((template) => [template.name, template] as const)]);
  return {
    folder,
    files: [path, ...own.files, suppressions.path],
    file: { name, text, findings: unreadable ? [unreadableFinding(unreadable), ...findings] : findings },
    knowledge: { templates, council, stage: terms.stage, today: terms.today },
    suppressions,
    problems: unreadable ? [unreadableProblem(name, text, unreadable.start), ...problems] : problems,
    isReport: reportMatcher(folder, council),
  };
}

function unreadableFinding(span: Finding['span']): Finding {
  const message =
    'This cannot be read as YAML, so nothing in this file is used. Check the indentation, colons and quotation marks.';
  return { rule: COUNCIL_RULE, severity: 'error', message, span };
}

function unreadableProblem(file: string, text: string, offset: number): Problem {
  const { line } = new LineIndex(text).placeAt(offset);
  return { file, message: `line ${line} cannot be read as YAML, so nothing in this file is used; fix that line` };
}

function reportMatcher(folder: string, council: Council): (path: string) => boolean {
  const patterns = listOf(council.reports);
  if (patterns.length === 0) return () => false;
  const matches = picomatch(patterns, { dot: true, noextglob: true });
  return (path) => {
    const name = relativeTo(folder, path);
    return name !== undefined && matches(name);
  };
}

function listOf(globs: string | readonly string[] | undefined): string[] {
  return typeof globs === 'string' ? [globs] : [...(globs ?? [])];
}
