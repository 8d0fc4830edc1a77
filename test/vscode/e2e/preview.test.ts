import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import { browserPath } from '../../browser/browser.ts';
import { openVSCode, type Host } from '../host.ts';
import { received } from '../places.ts';
import { Workbench } from './workbench.ts';

const LIBRARIES = '2026-10-14-library-opening-hours.md';
const BUSES = '2027-02-03-supported-bus-services.md';

describe('an officer who looks at the preview', function () {
  let host: Host;
  let workbench: Workbench;
  let preview: FrameLocator;

  before(async () => {
    process.env['SCRUTINY_BROWSER'] ??= await browserPath();
    host = await openVSCode({ kind: 'node', folder: received });
    workbench = new Workbench(host);
    preview = workbench.webview();
    await workbench.open('reports', LIBRARIES);
  });
  after(() => host.close());
  afterEach(function () {
    return workbench.takePicture(`preview ${this.currentTest?.title ?? ''}`);
  });

  it('opens it with a button, beside the text', async () => {
    const { page } = workbench;
    await page.getByRole('button', { name: 'Open Report Preview to the Side' }).click();
    await preview.locator('h1', { hasText: 'Communities Overview Committee' }).waitFor();
    await until('the logo', () => preview.locator('.masthead img').evaluate((image: Seen) => image.naturalWidth > 0));
    await preview.locator('.bar .stage', { hasText: /^Stage: Draft$/ }).waitFor();
    await preview.locator('summary', { hasText: /^7 errors 4 warnings 6 notes$/ }).waitFor();
    await preview.locator('.deadline', { hasText: /^Publish by Tuesday 6 October 2026: / }).waitFor();
  });

  it('sees what is typed, and nothing else of the page is touched', async () => {
    const { page } = workbench;
    const paragraph = preview.locator('#p-1\\.4');
    await goTo('79:999');
    await paragraph.evaluate((element: Seen) => void (element.isKept = true));
    const before = await atRest(paragraph);
    await page.keyboard.type(' They are TBC.');
    await paragraph.locator('mark.unfinished', { hasText: 'TBC' }).waitFor();
    assert.equal(await paragraph.evaluate((element: Seen) => element.isKept), true);
    assert.equal(await top(paragraph), before);
    await page.keyboard.press('Control+z');
    await paragraph.locator('mark').waitFor({ state: 'detached' });
  });

  it('scrolls the text, and the preview goes with it', async () => {
    await goTo('150:1');
    await visible(preview.locator('#p-5\\.4'));
    await goTo('1:1');
    await visible(preview.locator('.masthead'));
  });

  it('scrolls the preview, and the text goes with it', async () => {
    const { page } = workbench;
    await until('the top of the text', async () => (await firstLine()) === 1);
    await hover(preview.locator('.masthead'));
    await until('the text', async () => {
      await page.mouse.wheel(0, 400);
      return (await firstLine()) > 60;
    });
    // The text does not push it back.
    const place = await top(preview.locator('h1'));
    await page.waitForTimeout(500);
    assert.ok((await top(preview.locator('h1'))) <= place);
  });

  it('reads what was found by keyboard and mouse, and goes to it', async () => {
    const { page } = workbench;
    await goTo('22:1');
    const flag = preview.locator('.flag', { hasText: 'Equalities Impact Assessment says only' });
    await visible(flag);
    assert.equal(await shown(flag), false);
    await flag.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await until('the message', () => shown(flag));
    await page.keyboard.press('Escape');
    await until('no message', async () => !(await shown(flag)));
    await flag.hover();
    await until('the message under the mouse', () => shown(flag));
    await workbench.takePicture('preview a message');
    await flag.click();
    await at('Ln 22, Col 8 (3 selected)');
    await preview.locator('summary').click();
    await preview.locator('.bar li', { hasText: 'library-opening-hours-FINAL' }).getByRole('button').click();
    await at(/^Ln 49, Col \d+ \(\d+ selected\)$/);
    await preview.locator('summary').press('Escape');
    await preview.locator('.bar ol').waitFor({ state: 'hidden' });
  });

  it('goes to the text with a double click', async () => {
    await goTo('95:1');
    const paragraph = preview.locator('#p-3\\.1');
    await visible(paragraph);
    await goTo('90:1');
    await paragraph.dblclick({ position: { x: 120, y: 8 } });
    await at('Ln 95, Col 1');
  });

  it('follows a link to an appendix', async () => {
    await goTo('140:1');
    await visible(preview.locator('#p-4\\.5'));
    await preview.locator('#p-4\\.5 a').click();
    await visible(preview.locator('#a-2'));
    assert.match((await preview.locator('#a-2').textContent()) ?? '', /^Appendix 2: /);
  });

  it('has another report shown when turning to it, unless the preview is locked', async () => {
    const { page } = workbench;
    await openReport(BUSES);
    await preview.locator('h1', { hasText: 'Supported bus services' }).waitFor();
    await workbench.command('Scrutiny: Lock Preview');
    await page.getByRole('tab', { name: `[Preview] ${BUSES}` }).waitFor();
    await openReport(LIBRARIES);
    await page.locator('.statusbar-item', { hasText: 'Cover Sheet' }).waitFor();
    assert.match((await preview.locator('h1').textContent()) ?? '', /Supported bus services/);
    await workbench.command('Scrutiny: Unlock Preview');
    await page.getByRole('tab', { name: `Preview ${BUSES}` }).waitFor();
    await openReport(BUSES);
    await openReport(LIBRARIES);
    await preview.locator('h1', { hasText: 'Communities Overview Committee' }).waitFor();
  });

  it('reads it in every theme and on paper: axe-core has nothing to complain of', async () => {
    const found: string[] = [];
    for (const [theme, name] of THEMES) {
      await setTheme(theme, name);
      found.push(...(await violations()).map((line) => `${theme}: ${line}`));
      await workbench.takePicture(`preview ${theme}`);
      await preview.locator('summary').click();
      found.push(...(await violations()).map((line) => `${theme}, list: ${line}`));
      await preview.locator('.toggle').click();
      found.push(...(await violations()).map((line) => `${theme}, paper: ${line}`));
      await workbench.takePicture(`preview ${theme} paper`);
      await preview.locator('.toggle').click();
    }
    assert.deepEqual(found, []);
  });

  it('writes it as HTML, Word and PDF, and over nothing without being asked', async () => {
    const { page } = workbench;
    const file = (ending: string): string => join(host.workspace, 'reports', LIBRARIES.replace('.md', ending));
    const write = async (kind: string, name: string): Promise<void> => {
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: kind }).first();
      // A list of notifications that goes away takes the focus, and with it the list of kinds.
      await until('the kinds of file', () =>
        workbench.command('Scrutiny: Export Report').then(() => row.click({ timeout: 5000 })).then(() => true, () => false),
      ); // prettier-ignore
      const input = page.locator('.quick-input-widget input');
      await until('the suggested name', async () => (await input.inputValue()).endsWith(name));
      await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    };
    for (const [kind, ending, start] of [
      ['HTML', '.html', '<!doctype html>'],
      ['Word', '.docx', 'PK'],
      ['PDF', '.pdf', '%PDF-'],
    ] as const) {
      // prettier-ignore
      await write(kind, LIBRARIES.replace('.md', ending));
      // VS Code under test keeps its notifications in their list.
      await workbench.command('Notifications: Show Notifications');
      await page.locator('.notification-list-item', { hasText: `${LIBRARIES.replace('.md', ending)} was written` }).getByRole('button', { name: 'Open' }).waitFor(); // prettier-ignore
      assert.equal(readFileSync(file(ending)).subarray(0, start.length).toString(), start);
    }
    writeFileSync(file('.html'), 'mine');
    await write('HTML', LIBRARIES.replace('.md', '.html'));
    await page.locator('.quick-input-widget', { hasText: 'already exists' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(readFileSync(file('.html'), 'utf8'), 'mine');
  });

  it('finds it again after the window was loaded anew', async () => {
    const { page } = workbench;
    await page.reload();
    await preview.locator('h1', { hasText: 'Communities Overview Committee' }).waitFor();
    await preview.locator('summary', { hasText: '7 errors 4 warnings 6 notes' }).waitFor();
  });

  /** Where something of the page stands once nothing scrolls any more. */
  async function atRest(element: Locator): Promise<number> {
    await visible(element);
    for (let last = NaN, same = 0; ;) {
      const now = await top(element);
      same = now === last ? same + 1 : 0;
      if (same === 10) return now;
      last = now;
      await workbench.page.waitForTimeout(100);
    }
  }

  /** The line that the editor shows first. */
  async function firstLine(): Promise<number> {
    const numbers = await workbench.page.locator('.editor-instance .margin .line-numbers').allTextContents();
    return Math.min(...numbers.map(Number).filter((number) => number > 0));
  }

  /** Puts the cursor at a place of the text. */
  async function goTo(place: string): Promise<void> {
    await workbench.command('View: Focus First Editor Group');
    await workbench.goTo(place);
  }

  /** Opens a report where the text stands, and not in the place of the preview. */
  async function openReport(name: string): Promise<void> {
    await workbench.command('View: Focus First Editor Group');
    await workbench.open(name);
  }

  const THEMES = [
    ['Default Light Modern', 'vscode-light'],
    ['Default Dark Modern', 'vscode-dark'],
    ['Default High Contrast', 'vscode-high-contrast'],
    ['Default High Contrast Light', 'vscode-high-contrast-light'],
  ] as const;

  /** The watching of files begins some seconds after the window, and tells of nothing older: hence again and again. */
  async function setTheme(theme: string, name: string): Promise<void> {
    const folder = join(host.workspace, '.vscode');
    if (!existsSync(folder)) mkdirSync(folder);
    let count = 0;
    await until(theme, async () => {
      writeFileSync(join(folder, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme, count: count++ }));
      return preview.locator(`body.${name}`).waitFor({ timeout: 1000 }).then(() => true, () => false); // prettier-ignore
    });
  }

  async function violations(): Promise<string[]> {
    const frame = await frameOf(preview.locator('body'));
    await frame.evaluate(axe.source);
    return frame.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`);
  }

  /** Waits until the cursor is there, as the status bar says. */
  async function at(place: string | RegExp): Promise<void> {
    await workbench.page.locator('.statusbar-item', { hasText: place }).waitFor();
  }
});

/** What is asked of an element in the page. */
interface Seen {
  isKept?: boolean;
  readonly naturalWidth: number;
  readonly ownerDocument: { readonly documentElement: { readonly clientHeight: number } };
  getBoundingClientRect(): { readonly top: number; readonly bottom: number; readonly height: number };
  scrollIntoView(): void;
}

async function frameOf(body: Locator): Promise<Frame> {
  const frame = await (await body.elementHandle()).ownerFrame();
  if (!frame) throw new Error('the preview has gone');
  return frame;
}

/** How far down the window an element stands, in whole pixels. */
async function top(element: Locator): Promise<number> {
  return element.evaluate((seen: Seen) => Math.round(seen.getBoundingClientRect().top));
}

/** Waits until a part of an element is in sight. */
async function visible(element: Locator): Promise<void> {
  await until('what is to be in sight', () =>
    element.evaluate((seen: Seen) => {
      const { top, bottom } = seen.getBoundingClientRect();
      return top < seen.ownerDocument.documentElement.clientHeight - 10 && bottom > 60;
    }),
  );
}

/** Puts the mouse over an element as it is, without scrolling to it. */
async function hover(element: Locator): Promise<void> {
  const box = await element.boundingBox();
  if (!box) throw new Error('it is not on the page');
  await element.page().mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** Whether the message of a flag can be seen. */
async function shown(flag: Locator): Promise<boolean> {
  return flag.locator('.said').evaluate((seen: Seen) => seen.getBoundingClientRect().height > 10);
}

async function until(what: string, probe: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 300_000; Date.now() < end;) {
    if (await probe()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}
