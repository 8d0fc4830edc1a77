import picomatch from 'picomatch';
import type { compileCustomTemplates } from '../../template/customTemplates.ts';
import type { Template } from '../../template/template.ts';
import { decode, encodingProblem } from '../files/decode.ts';
import { tryFileSystem, type FileSystem, type Problem } from '../files/fileSystem.ts';
import { IgnoreRules } from '../files/ignoreRules.ts';
import { resolveInside } from '../files/insideRepository.ts';
import { relativeTo } from '../files/paths.ts';
import { LINK_ESCAPES_MESSAGE, escapesRepository } from '../files/repository.ts';
import { walk } from '../files/walk.ts';

export interface CustomTemplates {
  readonly templates: readonly Template[];
  /** The absolute paths of those that were read. */
  readonly files: readonly string[];
  /** What is wrong with which file, by its absolute path. */
  readonly problems: readonly Problem[];
}

/**
 * Loads a council's own templates.
 * @param folder that of its `council.yaml`, which the globs start from and do not leave
 */
export async function findTemplates(
  files: FileSystem,
  folder: string,
  globs: readonly string[],
  readTemplates: typeof compileCustomTemplates,
): Promise<CustomTemplates> {
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  for (const glob of globs) {
    for (const path of filesLike(files, folder, glob, problems)) {
      if (escapesRepository(files, folder, path)) {
        problems.push({ file: path, message: `it is not read: ${LINK_ESCAPES_MESSAGE}` });
        continue;
      }
      const read = tryFileSystem(() => decode(files.readFile(path)));
      const wrong = 'failure' in read ? `it cannot be read: ${read.failure}` : encodingProblem(read.value);
      if ('value' in read && wrong === undefined) texts.set(path, read.value.text.replace(/^\ufeff/, ''));
      else problems.push({ file: path, message: wrong ?? '' });
    }
  }
  if (texts.size === 0) return { templates: [], files: [], problems };
  const own = await readTemplates(texts);
  return { templates: own.templates, files: [...texts.keys()], problems: [...problems, ...own.problems] };
}

function* filesLike(files: FileSystem, folder: string, glob: string, problems: Problem[]): Generator<string> {
  const { base, glob: pattern, isGlob } = picomatch.scan(glob);
  const start = base === '' || base === '.' ? folder : resolveInside(files, folder, folder, base);
  if (start === undefined) {
    problems.push({
      file: files.resolve(folder, base),
      message: 'templates must stand in the folder of council.yaml or below it',
    });
  } else if (start !== folder && escapesRepository(files, folder, start)) {
    problems.push({ file: start, message: `it is not read: ${LINK_ESCAPES_MESSAGE}` });
  } else if (!isGlob) {
    yield start;
  } else {
    const matches = picomatch(pattern, { dot: true, noextglob: true });
    const failed = (file: string, message: string): void => void problems.push({ file, message });
    const wanted = (name: string): boolean => name.endsWith('.json');
    for (const { path } of walk({ files, wanted, failed }, start, IgnoreRules.none)) {
      if (matches(relativeTo(start, path) ?? '')) yield path;
    }
  }
}
