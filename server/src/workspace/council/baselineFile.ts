import type { Baseline } from '../../text/finding.ts';
import { decode, encodingProblem } from '../files/decode.ts';
import { tryFileSystem, type FileSystemResult, type FileSystem } from '../files/fileSystem.ts';
import { resolveInside } from '../files/insideRepository.ts';
import { relativePath, join } from '../files/paths.ts';
import { LINK_ESCAPES_MESSAGE, escapesRepository, repositoryOf } from '../files/repository.ts';

const NAME = 'scrutiny-suppressions.json';

/** The list, kept beside a `council.yaml`, of findings in old reports that the council has accepted for the time being. */
export class BaselineFile {
  private readonly lists: Map<string, Baseline>;

  private constructor(
    private readonly folder: string,
    lists: Iterable<readonly [string, Baseline]>,
    /** Why the file cannot be read, where it is there and cannot. */
    readonly problem?: string,
  ) {
    this.lists = new Map(lists);
  }

  /** The list of a folder; an empty one where there is none. */
  static read(files: FileSystem, folder: string): BaselineFile {
    const path = join(folder, NAME);
    if (escapesRepository(files, folder, path)) return new BaselineFile(folder, [], `it is not read: ${LINK_ESCAPES_MESSAGE}`);
    const kind = tryFileSystem(() => files.kindOf(path));
    if ('value' in kind && kind.value === undefined) return new BaselineFile(folder, []);
    const text = tryFileSystem(() => decode(files.readFile(path)));
    if ('failure' in text) return new BaselineFile(folder, [], `it cannot be read: ${text.failure}`);
    const wrong = encodingProblem(text.value);
    const lists = wrong === undefined ? readLists(text.value.text.replace(/^\ufeff/, '')) : undefined;
    return new BaselineFile(folder, lists ?? [], lists ? undefined : (wrong ?? BROKEN));
  }

  get path(): string {
    return join(this.folder, NAME);
  }

  /** What is accepted of the report at an absolute path; nothing where it is not on the list. */
  of(report: string): Baseline | undefined {
    return this.lists.get(relativePath(this.folder, report));
  }

  set(report: string, suppressed: Baseline): void {
    const name = relativePath(this.folder, report);
    if (Object.keys(suppressed).length > 0) this.lists.set(name, suppressed);
    else this.lists.delete(name);
  }

  /** Drops the reports that are there no longer. Those out of the repository are not looked for, and stay on the list. */
  prune(files: FileSystem): void {
    const root = repositoryOf(files, this.folder) ?? this.folder;
    for (const name of [...this.lists.keys()]) {
      const path = resolveInside(files, root, this.folder, name);
      const kind = path === undefined ? undefined : tryFileSystem(() => files.kindOf(path));
      if (kind && 'value' in kind && kind.value === undefined) this.lists.delete(name);
    }
  }

  /** Writes the list, reports and rules in order, so that a comparison of two versions is short. */
  save(files: FileSystem): FileSystemResult<void> {
    const sorted = [...this.lists].sort(([a], [b]) => (a < b ? -1 : 1));
    const text = `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
    return tryFileSystem(() => files.writeFile(this.path, new TextEncoder().encode(text)));
  }
}

const BROKEN = 'it is not as --suppress-all writes it; put an older version back, or delete it and run --suppress-all again';

function readLists(text: string): [string, Baseline][] | undefined {
  try {
    const data: unknown = JSON.parse(text);
    const reports = isObject(data) ? Object.entries(data) : undefined;
    return reports?.every((entry): entry is [string, Baseline] => isSuppressed(entry[1])) ? reports : undefined;
  } catch {
    return undefined;
  }
}

function isSuppressed(data: unknown): data is Baseline {
  const isList = (list: unknown): boolean => Array.isArray(list) && list.every((item) => typeof item === 'string');
  return isObject(data) && Object.values(data).every(isList);
}

function isObject(data: unknown): data is object {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
