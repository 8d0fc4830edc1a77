import { tryFileSystem, type FileSystem } from '../files/fileSystem.ts';
import { loadCouncil, emptyCouncil, type LoadedCouncil, type CouncilLoadOptions } from './loadCouncil.ts';
import { parentOf, join } from '../files/paths.ts';
import { LINK_ESCAPES_MESSAGE, escapesRepository } from '../files/repository.ts';

/** What the file about a council is called. */
export const COUNCIL_FILE = 'council.yaml';

/** The councils of the reports of a run, each loaded once. */
export class Councils {
  private readonly ofFolder = new Map<string, LoadedCouncil>();
  private readonly loaded = new Map<string, Promise<LoadedCouncil>>();
  private readonly none: LoadedCouncil;

  /**
   * @param only the absolute path of the `council.yaml` that every report is to be checked with, wherever it stands
   * @param loader reads one, as {@link loadCouncil} does
   */
  constructor(
    private readonly files: FileSystem,
    private readonly terms: CouncilLoadOptions,
    private readonly only?: string,
    private readonly loader: typeof loadCouncil = loadCouncil,
  ) {
    this.none = emptyCouncil(terms);
  }

  /** The council of the reports in a folder, if it has been looked for before: an answer without waiting. */
  cached(folder: string): LoadedCouncil | undefined {
    return this.ofFolder.get(folder);
  }

  /**
   * The council of the reports in a folder: the nearest `council.yaml` upwards, as far as the top of the repository or, outside
   * of one, of the disk.
   */
  async load(folder: string): Promise<LoadedCouncil> {
    const known = this.ofFolder.get(folder);
    if (known) return known;
    const found = this.only === undefined ? await this.nearest(folder) : await this.loadOnce(this.only);
    this.ofFolder.set(folder, found);
    return found;
  }

  private async nearest(folder: string): Promise<LoadedCouncil> {
    const file = join(folder, COUNCIL_FILE);
    if (this.isThere(file, 'file'))
      return escapesRepository(this.files, folder, file) ? this.refused(folder, file) : this.loadOnce(file);
    const parent = this.isThere(join(folder, '.git')) ? undefined : parentOf(folder);
    return parent === undefined ? this.none : this.load(parent);
  }

  /** In the place of a `council.yaml` that is not this repository's. */
  private refused(folder: string, path: string): LoadedCouncil {
    const name = this.terms.show(path);
    const file = { name, text: '', findings: [] };
    return { ...this.none, folder, file, problems: [{ file: name, message: `it is not read: ${LINK_ESCAPES_MESSAGE}` }] };
  }

  private loadOnce(path: string): Promise<LoadedCouncil> {
    const council = this.loaded.get(path) ?? this.loader(this.files, path, this.terms);
    this.loaded.set(path, council);
    return council;
  }

  private isThere(path: string, kind?: 'file'): boolean {
    const found = tryFileSystem(() => this.files.kindOf(path));
    return 'value' in found && found.value !== undefined && (kind === undefined || found.value === kind);
  }
}
