import ignore, { type Ignore } from 'ignore';
import { decode } from './decode.ts';
import { tryFileSystem, type FileSystem } from './fileSystem.ts';
import { relativeTo, parentOf, ancestors, join } from './paths.ts';

/** Each file is compared with every rule around it, so that with more of them a search would take minutes. */
const MOST_RULES = 1000;

/** Told of a `.gitignore` file that is not used, by its absolute path. */
export type Refused = (path: string, message: string) => void;

/** What the `.gitignore` files of a folder and of those around it say. */
export class IgnoreRules {
  static readonly none = new IgnoreRules(undefined, '', ignore());

  private constructor(
    private readonly outer: IgnoreRules | undefined,
    private readonly folder: string,
    private readonly rules: Ignore,
    /** How many rules there are, those of the folders around among them. */
    private readonly count = 0,
  ) {}

  /** The rules of the folders around this one, as far as the repository that it is in; none outside of a repository. */
  static around(files: FileSystem, folder: string, refused: Refused = () => undefined): IgnoreRules {
    const around: string[] = [];
    for (const at of ancestors(folder)) {
      around.push(at);
      if (holds(files, join(at, '.git')))
        return around.slice(1).reduceRight((outer: IgnoreRules, each) => outer.in(files, each, refused), IgnoreRules.none);
    }
    return IgnoreRules.none;
  }

  /** These rules and those of a folder inside, if it has a `.gitignore`. */
  in(files: FileSystem, folder: string, refused: Refused): IgnoreRules {
    const path = join(folder, '.gitignore');
    const text = tryFileSystem(() => decode(files.readFile(path)).text);
    if ('failure' in text) return this;
    const count = this.count + text.value.split('\n').filter((line) => /^\s*[^\s#]/.test(line)).length;
    if (count <= MOST_RULES) return new IgnoreRules(this, folder, ignore({ ignorecase: false }).add(text.value), count);
    refused(path, `it is not used: with those around it, it has ${count} rules, and no more than ${MOST_RULES} can be followed`);
    return this;
  }

  /** True for a path that is to be left out, given that the folder it stands in is not. */
  ignores(path: string, isFolder: boolean): boolean {
    if (!this.outer) return false;
    const name = relativeTo(this.folder, path) ?? '';
    const { ignored, unignored } = this.rules.test(isFolder ? `${name}/` : name);
    if (unignored) return false;
    // A rule for the folder around it has been overruled (by a rule nearer to it, or by being asked for by name).
    if (ignored && !this.ignoresParent(path)) return true;
    return this.outer.ignores(path, isFolder);
  }

  private ignoresParent(path: string): boolean {
    const parent = relativeTo(this.folder, parentOf(path) ?? '');
    return parent !== undefined && this.rules.test(`${parent}/`).ignored;
  }
}

function holds(files: FileSystem, path: string): boolean {
  const kind = tryFileSystem(() => files.kindOf(path));
  return 'value' in kind && kind.value !== undefined;
}
