import picomatch from 'picomatch';
import { tryFileSystem, type FileSystem, type Problem } from '../files/fileSystem.ts';
import { IgnoreRules } from '../files/ignoreRules.ts';
import { relativeTo, isAbsolute, relativePath, join } from '../files/paths.ts';
import { LINK_ESCAPES_MESSAGE, escapesRepository } from '../files/repository.ts';
import { walk, type Walked } from '../files/walk.ts';

/** A file that may be a report. */
export interface FoundFile {
  readonly path: string;
  /** Its path as it is shown to people. */
  readonly name: string;
  /** True where a person named this very file; false where it was found in a folder or by a glob. */
  readonly named: boolean;
}

export interface Search {
  readonly files: FileSystem;
  /** The folder that paths are given from, absolute and with `/`. */
  readonly cwd: string;
  /** Told of everything that was asked for and cannot be found or read. */
  readonly problem: (problem: Problem) => void;
}

const MARKDOWN = /\.(?:md|markdown)$/i;
const NO_MARKDOWN = 'no Markdown file (*.md, *.markdown) was found here, apart from those that .gitignore leaves out';

/**
 * The files that the arguments of a command mean, in their order and each once: a folder means the Markdown files in it and
 * below, a glob those that it matches, and a file is meant whatever its name.
 */
export function* findReports(search: Search, args: readonly string[]): Generator<FoundFile> {
  const seen = new Set<string>();
  for (const given of args) {
    const arg = search.files.separator === '/' ? given : given.replaceAll(search.files.separator, '/');
    let found = 0;
    let problems = 0;
    const problem = (file: string, message: string): void => {
      problems++;
      search.problem({ file, message });
    };
    for (const { path, realPath, named } of filesOf(search, arg, problem)) {
      found++;
      if (!seen.has(realPath)) yield { path, name: showPath(search.cwd, path, isAbsolute(arg)), named };
      seen.add(realPath);
    }
    if (found + problems === 0) problem(arg, NO_MARKDOWN);
  }
}

/**
 * A path as it is shown: from the current folder for what is in it; for what is not, in full if it was given so, else from
 * the current folder all the same.
 */
export function showPath(cwd: string, path: string, inFull: boolean): string {
  return relativeTo(cwd, path) ?? (inFull ? path : relativePath(cwd, path));
}

interface Meant {
  readonly path: string;
  /** Without links, by which a file is known again. */
  readonly realPath: string;
  readonly named: boolean;
}

type Report = (file: string, message: string) => void;

function* filesOf(search: Search, arg: string, problem: Report): Generator<Meant> {
  const path = search.files.resolve(search.cwd, arg);
  const kind = tryFileSystem(() => search.files.kindOf(path));
  if ('failure' in kind) problem(arg, `it cannot be read: ${kind.failure}`);
  else if (kind.value === 'folder') yield* filesIn(search, path, arg, problem);
  else if (kind.value !== undefined) yield { path, realPath: realPathOf(search.files, path), named: true };
  else if (picomatch.scan(arg).isGlob) yield* filesLike(search, arg, problem);
  else problem(arg, 'there is no such file or folder');
}

function* filesIn({ files, cwd }: Search, folder: string, arg: string, problem: Report): Generator<Meant> {
  const failed = (path: string, message: string): void => problem(showPath(cwd, path, isAbsolute(arg)), message);
  const wanted = (name: string): boolean => MARKDOWN.test(name);
  const realFolder = realPathOf(files, folder);
  for (const found of walk({ files, wanted, failed }, folder, IgnoreRules.around(files, folder, failed))) {
    if (found.isLink && escapesRepository(files, folder, found.path)) {
      problem(showPath(cwd, found.path, isAbsolute(arg)), `it is not read: ${LINK_ESCAPES_MESSAGE}`);
      continue;
    }
    yield { path: found.path, realPath: realPathIn(files, found, folder, realFolder), named: false };
  }
}

/** The files that a glob matches, and those in a folder that it matches, as if a shell had put the folder's name there. */
function* filesLike(search: Search, arg: string, problem: Report): Generator<Meant> {
  const { base, glob } = picomatch.scan(arg);
  const folder = search.files.resolve(search.cwd, base === '' ? '.' : join(base, ''));
  const kind = tryFileSystem(() => search.files.kindOf(folder));
  if (!('value' in kind) || kind.value !== 'folder') return;
  const matches = picomatch(glob, { dot: true });
  for (const found of filesIn(search, folder, arg, problem)) {
    if (startsOf(relativeTo(folder, found.path) ?? '').some((start) => matches(start))) yield found;
  }
}

/** `a`, `a/b` and `a/b/c` of `a/b/c`. */
function startsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

function realPathIn(files: FileSystem, { path, isLink }: Walked, folder: string, realFolder: string): string {
  return isLink ? realPathOf(files, path) : join(realFolder, relativeTo(folder, path) ?? '');
}

function realPathOf(files: FileSystem, path: string): string {
  const real = tryFileSystem(() => files.realPath(path));
  return 'value' in real ? real.value : path;
}
