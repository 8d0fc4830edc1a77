import type { Asset } from '../../layout/layoutContext.ts';
import { tryFileSystem, type FileSystem } from '../files/fileSystem.ts';
import { resolveInside } from '../files/insideRepository.ts';
import type { LoadedCouncil } from '../council/loadCouncil.ts';
import { relativeTo, parentOf } from '../files/paths.ts';
import { repositoryOf } from '../files/repository.ts';

/** Finds the file of a picture: a path from the report's folder, or from that of `council.yaml`. */
export type PictureFiles = (path: string, from: 'report' | 'council') => string | undefined;

/**
 * Gives the paths of a report's pictures, links followed; nothing for one that is not there or not to be shown. They must stand in
 * the folder of `council.yaml` or below it, without one in the report's repository, else in its own folder: a report must not carry
 * away what lies elsewhere on the computer. What leads out of that folder is not even looked for.
 */
export function pictureFiles(files: FileSystem, report: string, council: LoadedCouncil): PictureFiles {
  const own = parentOf(report) ?? '/';
  const root = council.folder ?? repositoryOf(files, own) ?? own;
  let real: { readonly own: string; readonly root: string } | undefined;
  return (path, from) => {
    const read = tryFileSystem(() => {
      real ??= { own: realPathOf(files, own), root: files.realPath(root) };
      const wanted = resolveInside(files, real.root, from === 'council' ? real.root : real.own, path);
      if (wanted === undefined) return undefined;
      const found = files.realPath(wanted);
      return relativeTo(real.root, found) !== undefined && files.kindOf(found) === 'file' ? found : undefined;
    });
    return 'value' in read ? read.value : undefined;
  };
}

/** A new report's folder may still have to be made. */
function realPathOf(files: FileSystem, folder: string): string {
  const real = tryFileSystem(() => files.realPath(folder));
  return 'value' in real ? real.value : folder;
}

/** Gives the pictures of a report, as {@link pictureFiles} finds them. */
export function assetsOf(files: FileSystem, report: string, council: LoadedCouncil): Asset {
  const find = pictureFiles(files, report, council);
  return (path, from) => {
    const file = find(path, from);
    const read = file === undefined ? undefined : tryFileSystem(() => files.readFile(file));
    return read && 'value' in read ? read.value : undefined;
  };
}
