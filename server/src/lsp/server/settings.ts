import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import { readSettings, settingsSection, type ClientFeatures } from './clientCapabilities.ts';
import type { Folder, Folders } from '../documents/folders.ts';
import { withTimeout } from './withTimeout.ts';
import type { Platform } from './platform.ts';

/** The settings of the editor. One that refuses to say them, or never answers, leaves those in force that there are. */
export class SettingsReader {
  /** How often they were asked for. */
  private questions = 0;

  constructor(
    private readonly connection: Connection,
    private readonly platform: Platform,
    private readonly client: ClientFeatures,
    private readonly folders: Folders,
    private readonly on: { readonly changed: () => void; readonly failed: (error: unknown) => void },
  ) {}

  /** Asks to be told when they change, where that can be asked for. */
  listen(): void {
    if (!this.client.configuration) return;
    const registered = this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'scrutiny' });
    registered.catch(this.on.failed);
  }

  /**
   * Takes new settings: asks for them where it can, else takes what was sent. Resolves when they are known, or when the editor has had
   * its time to answer; what it answers later is taken then.
   */
  async take(sent: unknown): Promise<void> {
    const places = [undefined, ...this.folders.all()];
    if (this.client.configuration) {
      const asked = this.ask(places);
      asked.catch(this.on.failed);
      if (await withTimeout(asked, this.platform)) return;
    } else {
      const given = settingsSection(sent);
      for (const folder of places) this.set(folder, given);
    }
    this.on.changed();
  }

  /** @returns true when what is answered was taken */
  private async ask(places: readonly (Folder | undefined)[]): Promise<boolean> {
    const question = ++this.questions;
    const items = places.map((folder) => ({ section: 'scrutiny', ...(folder ? { scopeUri: folder.uri } : {}) }));
    const given: unknown[] = await this.connection.workspace.getConfiguration(items);
    // Asked again since: the answer to that is the newer one.
    if (question !== this.questions) return false;
    places.forEach((folder, i) => this.set(folder, given[i]));
    this.on.changed();
    return true;
  }

  private set(folder: Folder | undefined, given: unknown): void {
    this.folders.setStage(folder, readSettings(given).stage ?? this.folders.defaultStage);
  }
}
