import { URI } from 'vscode-uri';
import { Councils } from '../../workspace/council/findCouncil.ts';
import type { FileSystem } from '../../workspace/files/fileSystem.ts';
import type { LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import { lastGoodCouncilLoader } from '../../workspace/council/lastGoodCouncilLoader.ts';
import { IgnoreRules } from '../../workspace/files/ignoreRules.ts';
import { relativeTo, parentOf, relativePath, join } from '../../workspace/files/paths.ts';
import { FileIndex } from '../../workspace/reports/fileIndex.ts';
import { walk } from '../../workspace/files/walk.ts';
import type { Stage } from '../protocol/stage.ts';
import { pathOf, uriBelow, uriOf } from './uris.ts';

const UNSAVED = '/untitled:/';
/** As many files are offered to a report. */
const MOST_FILES = 1000;

/** A folder that the editor has open. */
export interface Folder {
  readonly uri: string;
  readonly path: string;
}

/** What the reports of a folder are checked with; also of those that stand in no folder. */
class Place {
  stage: Stage;
  private councils: Councils | undefined;
  private seen: FileIndex | undefined;
  private readonly load: ReturnType<typeof lastGoodCouncilLoader>;

  constructor(
    readonly folder: Folder | undefined,
    private readonly owner: Folders,
  ) {
    this.stage = owner.defaultStage;
    this.load = lastGoodCouncilLoader(owner.trusted);
  }

  /** The councils as they were last read. */
  get current(): Councils {
    const { files, today } = this.owner;
    return (this.councils ??= new Councils(files, { stage: this.stage, today, show: (path) => path }, undefined, this.load));
  }

  /** The files as they were last seen. */
  get surroundings(): FileIndex {
    return (this.seen ??= new FileIndex(this.owner.files));
  }

  forget(): void {
    this.councils = undefined;
    this.seen = undefined;
  }
}

/** The folders of the editor's workspace, each with its own councils and stage. */
export class Folders {
  private places: readonly Place[] = [];
  private readonly elsewhere: Place;

  constructor(
    readonly files: FileSystem,
    /** The day of all checks, `YYYY-MM-DD`; after a change, {@link forget}. */
    public today: string,
    readonly defaultStage: Stage,
    readonly trusted: boolean,
  ) {
    this.elsewhere = new Place(undefined, this);
  }

  /** The folders, outer ones before those within them. */
  all(): readonly Folder[] {
    return this.places.flatMap(({ folder }) => folder ?? []);
  }

  /** Takes the folders that there are now for those that there were. */
  set(uris: readonly string[]): void {
    const known = new Map(this.places.map((place) => [place.folder?.uri, place]));
    const places = [...new Set(uris)].map((uri) => known.get(uri) ?? new Place({ uri, path: withoutSlash(pathOf(uri)) }, this));
    this.places = places.sort((a, b) => (a.folder?.path ?? '').length - (b.folder?.path ?? '').length);
  }

  /** Sets the stage of the reports in a folder, or of those in none. */
  setStage(folder: Folder | undefined, stage: Stage): void {
    const place = this.places.find((one) => one.folder?.uri === folder?.uri) ?? this.elsewhere;
    if (place.stage === stage) return;
    place.stage = stage;
    place.forget();
  }

  /** Has every `council.yaml` and template read again when it is next wanted. */
  forget(): void {
    for (const place of [this.elsewhere, ...this.places]) place.forget();
  }

  /** What a report is checked with: at once where that is known, else when it has been read. */
  councilOf(path: string): LoadedCouncil | Promise<LoadedCouncil> {
    const { councils, folder } = this.homeOf(path);
    return councils.cached(folder) ?? councils.load(folder);
  }

  /** The innermost folder that a path stands in. */
  folderOf(path: string): Folder | undefined {
    return this.placeOf(path).folder;
  }

  stageOf(path: string): Stage {
    return this.placeOf(path).stage;
  }

  /** The files round a report, for the rules that ask about them; nothing for one that was never saved. */
  filesRound(path: string): FileIndex | undefined {
    return isUnsaved(path) ? undefined : this.placeOf(path).surroundings;
  }

  /** Files near a report that it may name, by their paths from its folder: those of its own folder and the one round that. */
  filesNear(path: string): string[] {
    const home = parentOf(path);
    if (home === undefined || isUnsaved(path)) return [];
    const { folder } = this.placeOf(path);
    const parent = parentOf(home);
    const top = parent !== undefined && folder && (parent === folder.path || relativeTo(folder.path, parent)) ? parent : home;
    const found: string[] = [];
    for (const file of walk({ files: this.files, wanted: () => true, failed: () => undefined }, top, IgnoreRules.none)) {
      if (file.path !== path) found.push(relativePath(home, file.path));
      if (found.length === MOST_FILES) break;
    }
    return found;
  }

  /** The URI of a file, in the form in which the editor gave its folder's. */
  uriOf(path: string): string {
    const folder = this.folderOf(path);
    const rest = folder && relativeTo(folder.path, path);
    return folder && rest !== undefined ? uriBelow(folder.uri, rest) : uriOf(path);
  }

  private placeOf(path: string): Place {
    const isHere = ({ folder }: Place): boolean =>
      folder !== undefined && (relativeTo(folder.path, path) ?? plannedBelow(folder, path)) !== undefined;
    return this.places.findLast(isHere) ?? (isUnsaved(path) ? this.places[0] : undefined) ?? this.elsewhere;
  }

  /** A report that was never saved belongs where it is going to be saved; where nobody has said that, to the first folder. */
  private homeOf(path: string): { councils: Councils; folder: string } {
    const { current, folder } = this.placeOf(path);
    if (!isUnsaved(path) || !folder) return { councils: current, folder: parentOf(path) ?? '/' };
    const planned = plannedBelow(folder, path);
    return { councils: current, folder: planned === undefined ? folder.path : (parentOf(join(folder.path, planned)) ?? '/') };
  }
}

/** True for a document that has no file yet. */
export function isUnsaved(path: string): boolean {
  return path.startsWith(UNSAVED);
}

/** Where in a folder a document that has no file yet is going to be saved, as VS Code puts it in its URI; nothing for others. */
function plannedBelow(folder: Folder, path: string): string | undefined {
  if (!isUnsaved(path)) return undefined;
  const behindScheme = path.slice(UNSAVED.length);
  const slash = behindScheme.indexOf('/');
  return slash === -1 ? undefined : relativeTo(withoutSlash(URI.parse(folder.uri).path), behindScheme.slice(slash));
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
