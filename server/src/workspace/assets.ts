import type { Asset } from '../layout/workbench.ts';
import { attempt, type FileSystem } from './fileSystem.ts';
import type { LoadedCouncil } from './loadCouncil.ts';
import { below, parentOf } from './paths.ts';
import { repositoryOf } from './repository.ts';

/** Finds the file of a picture: a path from the report's folder, or from that of `council.yaml`. */
export type PictureFiles = (path: string, from: 'report' | 'council') => string | undefined;

/**
 * Gives the paths of a report's pictures, links followed; nothing for one that is not there or not to be shown. They must stand in the folder of `council.yaml` or below it, without one in the report's
 * repository, else in its own folder: a report must not carry away what lies elsewhere on the computer.
 */
export function pictureFiles(files: FileSystem, report: string, council: LoadedCouncil): PictureFiles {
  const own = parentOf(report) ?? '/';
  const root = council.folder ?? repositoryOf(files, own) ?? own;
  return (path, from) => {
    const wanted = files.resolve(from === 'council' ? root : own, path);
    const read = attempt(() => {
      const real = files.realPath(wanted);
      const isInside = below(files.realPath(root), real) !== undefined;
      return isInside && files.kindOf(real) === 'file' ? real : undefined;
    });
    return 'value' in read ? read.value : undefined;
  };
}

/** Gives the pictures of a report, as {@link pictureFiles} finds them. */
export function assetsOf(files: FileSystem, report: string, council: LoadedCouncil): Asset {
  const find = pictureFiles(files, report, council);
  return (path, from) => {
    const file = find(path, from);
    const read = file === undefined ? undefined : attempt(() => files.readFile(file));
    return read && 'value' in read ? read.value : undefined;
  };
}
