import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import path, { type PlatformPath } from 'node:path';

/** The environment's variables. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The folders of `PATH` from which programs may be started: absolute ones that do not lie in the repository. npm and npx put
 * `node_modules/.bin` first, which a repository may bring along.
 * @param repository the absolute path of the repository that is worked in, if any
 * @param system how the system writes paths
 */
export function programFolders(value: string, repository: string | undefined, system: PlatformPath = path): string[] {
  return value.split(system.delimiter).filter((folder) => {
    if (!system.isAbsolute(folder) || folder.split(/[\\/]/).includes('node_modules')) return false;
    return repository === undefined || !isWithin(repository, folder, system);
  });
}

/**
 * The absolute path of a program.
 * @param folder the absolute path of the folder that is worked in, from whose repository no program is started
 * @returns `undefined` where there is none
 */
export function findProgram(name: string, folder: string, env: Env): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const repository = repositoryAround(folder);
  const places = programFolders(env['PATH'] ?? '', repository).map((each) => path.join(each, file));
  // A link outside of the repository may lead into it.
  return places.find((at) => isProgram(at) && (repository === undefined || !isWithin(repository, realPathOf(at))));
}

/** True for a file that can be run. */
export function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return statSync(place).isFile();
  } catch {
    return false;
  }
}

/** True where a folder is `outer` or lies in it. */
export function isWithin(outer: string, folder: string, system: PlatformPath = path): boolean {
  const way = system.relative(outer, folder);
  return way !== '..' && !way.startsWith(`..${system.sep}`) && !system.isAbsolute(way);
}

/** The real path of the outermost repository around a folder, apart from one that is the whole disk; `undefined` outside of any. */
export function repositoryAround(folder: string): string | undefined {
  let found: string | undefined;
  for (let at = realPathOf(folder); path.dirname(at) !== at; at = path.dirname(at))
    if (existsSync(path.join(at, '.git'))) found = at;
  return found;
}

function realPathOf(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return place;
  }
}
