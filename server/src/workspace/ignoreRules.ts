import ignore, { type Ignore } from 'ignore';
import { decode } from './decode.ts';
import { attempt, type FileSystem } from './fileSystem.ts';
import { below, parentOf, upwards, within } from './paths.ts';

/** What the `.gitignore` files of a folder and of those around it say. */
export class IgnoreRules {
  static readonly none = new IgnoreRules(undefined, '', ignore());

  private constructor(
    private readonly outer: IgnoreRules | undefined,
    private readonly folder: string,
    private readonly rules: Ignore,
  ) {}

  /** The rules of the folders around this one, as far as the repository that it is in; none outside of a repository. */
  static around(files: FileSystem, folder: string): IgnoreRules {
    const around: string[] = [];
    for (const at of upwards(folder)) {
      around.push(at);
      if (holds(files, within(at, '.git')))
        return around.slice(1).reduceRight((outer: IgnoreRules, each) => outer.in(files, each), IgnoreRules.none);
    }
    return IgnoreRules.none;
  }

  /** These rules and those of a folder inside, if it has a `.gitignore`. */
  in(files: FileSystem, folder: string): IgnoreRules {
    const text = attempt(() => decode(files.readFile(within(folder, '.gitignore'))).text);
    return 'value' in text ? new IgnoreRules(this, folder, ignore({ ignorecase: false }).add(text.value)) : this;
  }

  /** True for a path that is to be left out, given that the folder it stands in is not. */
  ignores(path: string, isFolder: boolean): boolean {
    if (!this.outer) return false;
    const name = below(this.folder, path) ?? '';
    const { ignored, unignored } = this.rules.test(isFolder ? `${name}/` : name);
    if (unignored) return false;
    // A rule for the folder around it has been overruled (by a rule nearer to it, or by being asked for by name).
    if (ignored && !this.ignoresParent(path)) return true;
    return this.outer.ignores(path, isFolder);
  }

  private ignoresParent(path: string): boolean {
    const parent = below(this.folder, parentOf(path) ?? '');
    return parent !== undefined && this.rules.test(`${parent}/`).ignored;
  }
}

function holds(files: FileSystem, path: string): boolean {
  const kind = attempt(() => files.kindOf(path));
  return 'value' in kind && kind.value !== undefined;
}
