import { readAnchors } from '../../paper/markdown/anchors.ts';
import { parsePaper } from '../../paper/paper.ts';
import type { FileLookup } from '../../analysis/ruleContext.ts';
import { decode } from '../files/decode.ts';
import { tryFileSystem, type FileSystem, type FileKind } from '../files/fileSystem.ts';
import { isOrdinary } from '../files/insideRepository.ts';
import { findNear, type Listing } from '../files/similarFiles.ts';
import { relativeTo, isAbsolute, parentOf, pathVariants, join } from '../files/paths.ts';
import { repositoryOf } from '../files/repository.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;

/**
 * The files round the reports of one run or one check, each folder and file read when it is first asked about and then kept:
 * make another to see what has changed since. Names count letter by letter on every system, as they do where reports are
 * published. What lies outside the repository is absent, also where a link leads there: nobody else who has the report has it.
 */
export class FileIndex {
  private readonly listings = new Map<string, Listing>();
  private readonly anchors = new Map<string, readonly string[] | undefined>();
  private readonly roots = new Map<string, string | undefined>();

  /**
   * @param root the folder (absolute, with `/`) that nothing is looked for outside of; without one it is the repository that a
   * report stands in and, outside of any repository, the whole disk
   */
  constructor(
    private readonly files: FileSystem,
    private readonly root?: string,
  ) {}

  /**
   * The files round one report. Nothing is read before a rule asks.
   * @param report its absolute path, with `/`; it need not exist
   */
  lookupFor(report: string): FileLookup {
    const folder = parentOf(report) ?? '/';
    return {
      has: (path) => this.find(folder, path) !== undefined,
      near: (path) => findNear(folder, path, { list: (at) => this.list(at), isInside: (at) => this.isInside(folder, at) }),
      headings: (path) => {
        const found = this.find(folder, path);
        return found === undefined || !MARKDOWN.test(found) ? undefined : this.anchorsOf(found);
      },
    };
  }

  /** The absolute path of the file that a path in a report means. */
  private find(folder: string, path: string): string | undefined {
    for (const reading of pathVariants(path)) {
      const found = this.follow(folder, reading);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Goes the way of a path step by step, each step a name that its folder lists. */
  private follow(folder: string, path: string): string | undefined {
    if (isAbsolute(path) || (this.files.separator === '\\' && !isOrdinary(path))) return undefined;
    const steps = path.split('/').filter((step) => step !== '' && step !== '.');
    let at: string = folder;
    let kind: FileKind = 'folder';
    for (const step of steps) {
      if (kind !== 'folder') return undefined;
      if (step === '..') {
        const parent = parentOf(at);
        if (parent === undefined || !this.isInside(folder, parent)) return undefined;
        at = parent;
        continue;
      }
      const listing = this.list(at);
      const listed: FileKind | undefined = listing ? listing.get(step) : 'file';
      at = join(at, step);
      // What a locked folder holds nobody can tell.
      if (!listing) return at;
      const met = listed === 'link' ? this.kindBehind(folder, at) : listed;
      if (met === undefined) return undefined;
      kind = met;
    }
    return kind === 'file' && !path.endsWith('/') ? at : undefined;
  }

  private kindBehind(folder: string, link: string): FileKind | undefined {
    const real = tryFileSystem(() => this.files.realPath(link));
    const root = tryFileSystem(() => this.files.realPath(this.rootOf(folder) ?? '/'));
    if (!('value' in real && 'value' in root) || relativeTo(root.value, real.value) === undefined) return undefined;
    const kind = tryFileSystem(() => this.files.kindOf(link));
    return 'value' in kind ? kind.value : undefined;
  }

  private list(folder: string): Listing {
    if (this.listings.has(folder)) return this.listings.get(folder);
    const listing = this.read(folder);
    this.listings.set(folder, listing);
    return listing;
  }

  private read(folder: string): Listing {
    const kind = tryFileSystem(() => this.files.kindOf(folder));
    if ('value' in kind && kind.value !== 'folder') return new Map();
    const entries = tryFileSystem(() => this.files.readFolder(folder));
    return 'value' in entries ? new Map(entries.value.map((entry) => [entry.name, entry.kind])) : undefined;
  }

  /** True for the root that a report's files lie in, and what is below it. */
  private isInside(folder: string, path: string): boolean {
    const root = this.rootOf(folder);
    return root === undefined || path === root || relativeTo(root, path) !== undefined;
  }

  private rootOf(folder: string): string | undefined {
    if (!this.roots.has(folder)) this.roots.set(folder, this.root ?? repositoryOf(this.files, folder));
    return this.roots.get(folder);
  }

  private anchorsOf(path: string): readonly string[] | undefined {
    if (!this.anchors.has(path)) {
      const text = tryFileSystem(() => decode(this.files.readFile(path)).text);
      this.anchors.set(path, 'value' in text ? readAnchors(parsePaper(text.value).body.markdown) : undefined);
    }
    return this.anchors.get(path);
  }
}
