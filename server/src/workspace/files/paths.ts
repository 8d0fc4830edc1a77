/** A path without a trailing name: the top folder of a disk, of a Windows drive or of a Windows share. */
const TOP = /^(?:\/|[A-Za-z]:\/?|\/\/[^/]+\/[^/]+\/?)$/;

/** The folder that an absolute path with `/` stands in; nothing for the top folder. */
export function parentOf(path: string): string | undefined {
  if (TOP.test(path)) return undefined;
  const parent = path.slice(0, path.lastIndexOf('/'));
  return parent === '' ? '/' : /^[A-Za-z]:$/.test(parent) ? `${parent}/` : parent;
}

/** The path and the folders it stands in, the nearest first. */
export function* ancestors(path: string): Generator<string> {
  for (let at: string | undefined = path; at !== undefined; at = parentOf(at)) yield at;
}

/** The path of what is called `name` in a folder. */
export function join(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** What follows the folder's own path in that of something in it; nothing for what stands elsewhere. */
export function relativeTo(folder: string, path: string): string | undefined {
  const start = join(folder, '');
  return path.startsWith(start) && path.length > start.length ? path.slice(start.length) : undefined;
}

/** The way from a folder to a path, with `..` where it leads upwards. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') || '.';
}

/** True for a path, with `/`, that does not depend on the current folder. */
export function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:)/.test(path);
}

/**
 * The ways in which a path that a report's author wrote can be meant: as it stands, as an address (`%20`), without what may follow
 * the file's name in one (`#costs`); all with `/`.
 */
export function pathVariants(path: string): string[] {
  const plain = path.trim().replaceAll('\\', '/');
  const file = plain.replace(/[?#].*$/s, '');
  return [...new Set([plain, decoded(plain), file, decoded(file)])].filter(
    (reading) => reading !== '' && !reading.includes('\0'),
  );
}

/** Back-slashes in a link's address have been written as `%5C` by then. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\\', '/');
  } catch {
    return path;
  }
}
