import { distance } from 'fastest-levenshtein';
import { closestMatch } from '../../text/suggest.ts';
import type { FileKind } from './fileSystem.ts';
import { relativeTo, parentOf, pathVariants, relativePath, join } from './paths.ts';

/** What a folder holds; nothing where it cannot be read, so that nobody can tell. */
export type Listing = ReadonlyMap<string, FileKind> | undefined;

export interface Neighbourhood {
  /** What a folder holds. */
  readonly list: (folder: string) => Listing;
  /** True for what may be looked at. */
  readonly isInside: (path: string) => boolean;
}

/** As many folders are looked through for a file that has been moved. */
const MOST_FOLDERS = 60;
/** So short a beginning says nothing. */
const SHORT = 2;

/**
 * The files that a path which leads nowhere may have meant, the likest first, as paths from `folder`: in the folder that it names
 * those that differ by letter case, ending or what is added, then those of the same name in other folders nearby, then those of a like name.
 */
export function findNear(folder: string, path: string, where: Neighbourhood): string[] {
  const asked = pathVariants(path).at(-1) ?? '';
  const name = asked.split('/').at(-1) ?? '';
  if (name === '' || name === '..') return [];
  const named = folderOf(folder, asked, where);
  const here = named === undefined ? [] : filesIn(named, where);
  const ofName = here
    .filter((file) => isLike(stemOf(file), stemOf(name)))
    .sort((a, b) => distance(a.toLowerCase(), name.toLowerCase()) - distance(b.toLowerCase(), name.toLowerCase()));
  const moved = foldersRound(folder, where)
    .filter((other) => other !== named)
    .flatMap((other) =>
      filesIn(other, where)
        .filter((file) => file.toLowerCase() === name.toLowerCase())
        .map((file) => join(other, file)),
    );
  const like = closestMatch(name, here);
  const paths = [
    ...ofName.map((file) => join(named ?? folder, file)),
    ...moved,
    ...(like === undefined ? [] : [join(named ?? folder, like)]),
  ];
  return [...new Set(paths.map((found) => relativePath(folder, found)))].slice(0, 3);
}

/** The folder that a path names, in whatever letter case. */
function folderOf(folder: string, path: string, where: Neighbourhood): string | undefined {
  let at: string | undefined = folder;
  for (const step of path.split('/').slice(0, -1)) {
    if (step === '' || step === '.') continue;
    if (step === '..') at = parentOf(at);
    else {
      const names: string[] = [...(where.list(at) ?? [])].flatMap(([name, kind]) => (kind === 'folder' ? [name] : []));
      const met: string | undefined =
        names.find((name) => name === step) ?? names.find((name) => name.toLowerCase() === step.toLowerCase());
      at = met === undefined ? undefined : join(at, met);
    }
    if (at === undefined || !where.isInside(at)) return undefined;
  }
  return at;
}

/** The report's folder and the one above, with the folders in each. */
function foldersRound(folder: string, where: Neighbourhood): string[] {
  const parent = parentOf(folder);
  const tops =
    parent !== undefined && where.isInside(parent) && relativeTo('/', parent) !== undefined ? [folder, parent] : [folder];
  const all = tops.flatMap((top) => [
    top,
    ...[...(where.list(top) ?? [])].flatMap(([name, kind]) =>
      kind === 'folder' && !/^(?:\.|node_modules$)/.test(name) ? [join(top, name)] : [],
    ),
  ]);
  return [...new Set(all)].slice(0, MOST_FOLDERS);
}

function filesIn(folder: string, { list }: Neighbourhood): string[] {
  return [...(list(folder) ?? [])].flatMap(([name, kind]) => (kind === 'file' && !name.startsWith('.') ? [name] : []));
}

/** The name without its ending, in small letters, all that is between words alike. */
function stemOf(name: string): string {
  return name
    .replace(/(?<=.)\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** True for names of which one is the other with more behind it: “plan” and “plan final v2”. */
function isLike(a: string, b: string): boolean {
  return a === b || (a.length > SHORT && b.length > SHORT && (a.startsWith(b) || b.startsWith(a)));
}
