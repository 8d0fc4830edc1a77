import { attempt, type FileSystem } from './fileSystem.ts';
import { loadCouncil, noCouncil, type LoadedCouncil, type Terms } from './loadCouncil.ts';
import { parentOf, within } from './paths.ts';
import { LINK_OUT, leadsOut } from './repository.ts';

/** What the file about a council is called. */
export const COUNCIL_FILE = 'council.yaml';

/** The councils of the reports of a run, each loaded once. */
export class Councils {
  private readonly ofFolder = new Map<string, LoadedCouncil>();
  private readonly loaded = new Map<string, Promise<LoadedCouncil>>();
  private readonly none: LoadedCouncil;

  /**
   * @param only the absolute path of the `council.yaml` that every report is to be checked with, wherever it stands
   * @param load reads one, as {@link loadCouncil} does
   */
  constructor(
    private readonly files: FileSystem,
    private readonly terms: Terms,
    private readonly only?: string,
    private readonly load: typeof loadCouncil = loadCouncil,
  ) {
    this.none = noCouncil(terms);
  }

  /** The council of the reports in a folder, if it has been looked for before: an answer without waiting. */
  known(folder: string): LoadedCouncil | undefined {
    return this.ofFolder.get(folder);
  }

  /**
   * The council of the reports in a folder: the nearest `council.yaml` upwards, as far as the top of the repository or, outside
   * of one, of the disk.
   */
  async find(folder: string): Promise<LoadedCouncil> {
    const known = this.ofFolder.get(folder);
    if (known) return known;
    const found = this.only === undefined ? await this.nearest(folder) : await this.loadOnce(this.only);
    this.ofFolder.set(folder, found);
    return found;
  }

  private async nearest(folder: string): Promise<LoadedCouncil> {
    const file = within(folder, COUNCIL_FILE);
    if (this.isThere(file, 'file')) return leadsOut(this.files, folder, file) ? this.refused(folder, file) : this.loadOnce(file);
    const parent = this.isThere(within(folder, '.git')) ? undefined : parentOf(folder);
    return parent === undefined ? this.none : this.find(parent);
  }

  /** In the place of a `council.yaml` that is not this repository's. */
  private refused(folder: string, path: string): LoadedCouncil {
    const name = this.terms.show(path);
    const file = { name, text: '', findings: [] };
    return { ...this.none, folder, file, problems: [{ file: name, message: `it is not read: ${LINK_OUT}` }] };
  }

  private loadOnce(path: string): Promise<LoadedCouncil> {
    const council = this.loaded.get(path) ?? this.load(this.files, path, this.terms);
    this.loaded.set(path, council);
    return council;
  }

  private isThere(path: string, kind?: 'file'): boolean {
    const found = attempt(() => this.files.kindOf(path));
    return 'value' in found && found.value !== undefined && (kind === undefined || found.value === kind);
  }
}
