import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Host } from '../host.ts';
import { results } from '../places.ts';

/** VS Code's window, as a person uses it. */
export class Workbench {
  readonly page: Page;

  constructor(private readonly host: Host) {
    this.page = host.page;
  }

  /** The meetings and reports of the Reports view. */
  reportRows(): Locator {
    return this.page.locator('#workbench\\.view\\.extension\\.scrutiny .monaco-list-row');
  }

  /** What a screen reader says of them. */
  async reportLabels(): Promise<(string | null)[]> {
    return Promise.all((await this.reportRows().all()).map((row) => row.getAttribute('aria-label')));
  }

  /** Begins a board paper for the first meeting of Northmoor's Cabinet. */
  async beginBoardPaper(title: string): Promise<void> {
    await this.command('Scrutiny: New Committee Report');
    const answers = {
      'Which kind of report?': 'Board Paper',
      'For which committee?': 'Cabinet',
      'For which meeting?': 'publish by',
      'Library opening hours': undefined,
      'Who is the officer contact?': 'Grace Oyelaran',
    };
    await this.answer(answers, title);
  }

  /** What stands in the preview, the checklist or a page on a rule, whichever is open. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Opens a file by its place in the explorer. */
  async open(...names: readonly string[]): Promise<void> {
    for (const name of names.slice(0, -1)) await this.page.getByRole('treeitem', { name }).click();
    await this.page.getByRole('treeitem', { name: names.at(-1) ?? '' }).dblclick();
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /**
   * Runs the first command of the palette whose title holds a text: tried again where something that ends just then, such as a
   * paste, has taken the focus from the palette, which closes it.
   */
  async command(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    for (let tries = 1; ; tries++) {
      try {
        await this.page.keyboard.press('F1');
        await this.page.locator('.quick-input-widget input').fill(`>${title}`, { timeout: 5000 });
        return await row.click({ timeout: 10_000 });
      } catch (error) {
        if (tries === 20) throw error;
        // An open palette does not show commands that are registered later.
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Answers the questions of a new report: types each answer, and the title at `undefined`, which nothing is chosen from. */
  async answer(questions: Readonly<Record<string, string | undefined>>, title: string): Promise<void> {
    for (const [question, answer] of Object.entries(questions)) {
      const input = this.page.locator(`.quick-input-widget input[placeholder="${question}"]`);
      await input.waitFor();
      await input.fill(answer ?? title);
      if (answer !== undefined)
        await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: answer }).waitFor();
      await this.page.keyboard.press('Enter');
    }
  }

  /**
   * Chooses a folder in VS Code's own dialog, which begins with the one that is open, in its own time: a path that is typed before is
   * put back, and a button that is pressed before does nothing.
   */
  async chooseFolder(path: string, button: string): Promise<void> {
    const dialog = this.page.locator('.quick-input-widget');
    const input = dialog.locator('input');
    await dialog.getByRole('button', { name: button }).waitFor();
    await this.page.waitForFunction(`document.querySelector('.quick-input-widget input').value.startsWith('/')`);
    for (let tries = 1; tries < 40; tries++) {
      await input.fill(`${path}/`);
      await this.page.waitForTimeout(500);
      if ((await input.inputValue()) !== `${path}/`) continue;
      await dialog.getByRole('button', { name: button }).click();
      const isGone = await dialog.waitFor({ state: 'hidden', timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (isGone) return;
    }
    throw new Error(`the dialog does not take ${path}`);
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
    for (let tries = 1; tries < 40; tries++) {
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
    // What is saved twice in a row is written again, by when nothing is dirty any more.
    return (await this.written(path)).split('\n');
  }

  /** What a file of the workspace holds once it is written: VS Code empties it first, and has one that is copied listed before. */
  async written(path: string): Promise<string> {
    const file = join(this.host.workspace, path);
    const isWritten = (): boolean => existsSync(file) && readFileSync(file, 'utf8') !== '';
    for (let tries = 0; tries < 50 && !isWritten(); tries++) await this.page.waitForTimeout(100);
    return readFileSync(file, 'utf8');
  }

  /** Leaves a picture of the window in test-results/. */
  async takePicture(title: string): Promise<void> {
    const folder = join(results, 'pictures');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${title.replace(/[^a-z]+/gi, '-').slice(0, 60)}.png`) });
  }

  /**
   * With PICTURES=1, leaves a part of the window in test-results/walkthrough/, twice as fine as on the screen and small:
   * client/media/walkthrough/ holds copies.
   * @param clip in CSS pixels, of a window of 1440 by 900
   */
  async takeWalkthroughPicture(name: string, clip: { x: number; y: number; width: number; height: number }): Promise<void> {
    if (process.env['PICTURES'] === undefined) return;
    const folder = join(results, 'walkthrough');
    mkdirSync(folder, { recursive: true });
    const png = (await this.page.screenshot({ clip, animations: 'disabled' })).toString('base64');
    // Chromium makes WebPs, but closes the menus of the page that it makes one of: hence another page.
    const context = this.page.context();
    const sheet = await context.newPage();
    await sheet.setContent(
      `<body style="margin: 0"><img style="display: block" width="${clip.width}" src="data:image/png;base64,${png}">`,
    );
    const session = await context.newCDPSession(sheet);
    const picture = { format: 'webp', quality: 30, clip: { ...clip, x: 0, y: 0, scale: 1 } } as const;
    const { data } = await session.send('Page.captureScreenshot', picture);
    writeFileSync(join(folder, `${name}.webp`), data, 'base64');
    await sheet.close();
  }
}
