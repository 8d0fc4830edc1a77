import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Host } from '../host.ts';
import { results } from '../places.ts';

/** VS Code's window, as a person uses it. */
export class Workbench {
  readonly page: Page;

  constructor(private readonly host: Host) {
    this.page = host.page;
  }

  /** Opens a file by its place in the explorer. */
  async open(...names: readonly string[]): Promise<void> {
    for (const name of names.slice(0, -1)) await this.page.getByRole('treeitem', { name }).click();
    await this.page.getByRole('treeitem', { name: names.at(-1) ?? '' }).dblclick();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** Runs the first command of the palette whose title holds a text. */
  async command(title: string): Promise<void> {
    await this.ask(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  }

  /** Types into the palette: once more where something that was just closed has taken the key, or the focus from the palette. */
  private async ask(text: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      await this.page.keyboard.press('F1');
      const isAsked = await this.page
        .locator('.quick-input-widget input')
        .fill(text, { timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
      if (isAsked || tries === 5) return;
    }
  }

  /** Puts the cursor at `LINE:COLUMN` of the active editor. */
  async goTo(place: string): Promise<void> {
    await this.command('View: Focus Active Editor Group');
    await this.page.keyboard.press('Control+g');
    await this.page.locator('.quick-input-widget input').fill(`:${place}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Opens the list of what can be done at the cursor. */
  async openActions(): Promise<Locator> {
    const actions = this.page.locator('.action-widget .monaco-list-row');
    // Pressed while the editor is not ready, the keys do nothing.
    for (let tries = 1; tries < 5; tries++) {
      await this.page.keyboard.press('Control+.');
      const isOpen = await actions
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
      if (isOpen) return actions;
    }
    await this.page.keyboard.press('Control+.');
    await actions.first().waitFor();
    return actions;
  }

  /** The rows of the list of problems, without those of the files. */
  async problems(): Promise<string[]> {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.nth(1).waitFor();
    const texts = await rows.allTextContents();
    return texts.filter((text) => text.includes('[Ln '));
  }

  /** Saves the active editor and gives the lines of a file of the workspace. */
  async savedLines(path: string): Promise<string[]> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    return readFileSync(join(this.host.workspace, path), 'utf8').split('\n');
  }

  /** Leaves a picture of the window in test-results/. */
  async takePicture(title: string): Promise<void> {
    const folder = join(results, 'pictures');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${title.replace(/[^a-z]+/gi, '-').slice(0, 60)}.png`) });
  }

  /**
   * Leaves a part of the window in test-results/walkthrough/. With PICTURES=1 it is twice as fine, and fit to be shipped:
   * client/media/walkthrough/ holds copies.
   * @param clip in CSS pixels, of a window of 1440 by 900
   */
  async takeWalkthroughPicture(name: string, clip: { x: number; y: number; width: number; height: number }): Promise<void> {
    const folder = join(results, 'walkthrough');
    mkdirSync(folder, { recursive: true });
    const session = await this.page.context().newCDPSession(this.page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 60, clip: { ...clip, scale: 1 } });
    writeFileSync(join(folder, `${name}.webp`), data, 'base64');
    await session.detach();
  }
}
