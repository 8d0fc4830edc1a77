import { tryFileSystem, type DirectoryEntry, type FileSystem, type FileKind } from './fileSystem.ts';
import { IgnoreRules } from './ignoreRules.ts';
import { join } from './paths.ts';

/** Folders that hold no work of the authors. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

export interface Walk {
  readonly files: FileSystem;
  /** Whether a file of this name is wanted. */
  readonly wanted: (name: string) => boolean;
  /** Told of each folder that cannot be read and each `.gitignore` that is not used, by its absolute path. */
  readonly failed: (path: string, message: string) => void;
}

export interface Walked {
  readonly path: string;
  readonly isLink: boolean;
}

/**
 * The wanted files of a folder and the folders in it, in the order of their paths. Links to files are followed, links to
 * folders are not, so that every walk ends.
 */
export function* walk(how: Walk, folder: string, outer: IgnoreRules): Generator<Walked> {
  const read = tryFileSystem(() => how.files.readFolder(folder));
  if ('failure' in read) return how.failed(folder, `this folder cannot be read: ${read.failure}`);
  const hasRules = read.value.some(({ name, kind }) => name === '.gitignore' && kind === 'file');
  const rules = hasRules ? outer.in(how.files, folder, how.failed) : outer;
  for (const entry of inPathOrder(read.value)) {
    const path = join(folder, entry.name);
    if (entry.kind === 'folder') {
      if (!SKIPPED.has(entry.name) && !rules.ignores(path, true)) yield* walk(how, path, rules);
    } else if (how.wanted(entry.name) && isFile(how.files, path, entry.kind) && !rules.ignores(path, false)) {
      yield { path, isLink: entry.kind === 'link' };
    }
  }
}

/** The entries in the order that the paths of the files below them have. */
function inPathOrder(entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  const key = ({ name, kind }: DirectoryEntry): string => (kind === 'folder' ? `${name}/` : name);
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** True for a file and for a link to one; for a link that leads nowhere too, so that reading it tells. */
function isFile(files: FileSystem, path: string, kind: FileKind): boolean {
  if (kind !== 'link') return kind === 'file';
  const target = tryFileSystem(() => files.kindOf(path));
  return 'failure' in target || target.value === undefined || target.value === 'file';
}
