import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Locator } from 'playwright-core';
import { makeNorthmoor, say, sayShort, type Days } from '../northmoor.ts';
import { openVSCode, type Host } from '../host.ts';
import { eventually } from './eventually.ts';
import { Workbench } from './workbench.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('managing reports', () => {
  let host: Host;
  let workbench: Workbench;
  let folder: string;
  let days: Days;

  before(async () => {
    ({ folder, days } = makeNorthmoor());
    host = await openVSCode({ kind: 'node', folder });
    workbench = new Workbench(host);
  });
  after(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(function () {
    return workbench.takePicture(`reports ${this.currentTest?.title ?? ''}`);
  });

  const labels = (): Promise<(string | null)[]> => workbench.reportLabels();

  it('has all reports in view, by meeting', async () => {
    await workbench.page.getByRole('tab', { name: 'Committee Reports' }).click();
    await workbench.reportRows().nth(7).waitFor();
    const [first, second, third] = [sayShort(days.first), sayShort(days.second), sayShort(days.third)];
    await eventually(async () => {
      const told = await labels();
      const found = told.map((label) => label?.replace(/, publish by .*? left/, ', in time') ?? '');
      assert.deepEqual(found.slice(0, 8), [
        `${first}, Communities Overview Committee, Ready, in time`,
        'Library opening hours from February 2027, Ready, fit to publish',
        `${first}, Corporate Parents Board, Needs work, in time`,
        'Homes for young people leaving care, Needs work, 1 error, 0 warnings',
        `${second}, Place and Environment Overview Committee, Ready, in time`,
        'Supported bus services from August 2027, Ready, fit to publish',
        `${third}, Cabinet, Ready, in time`,
        'Supported bus services from August 2027, Ready, fit to publish',
      ]);
      assert.match(found[8] ?? '', /^Earlier meetings/);
    });
  });

  it('can have only her own', async () => {
    const { page } = workbench;
    await workbench.command('Scrutiny: Show Only My Reports');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Grace Oyelaran' }).click();
    await workbench.reportRows().nth(2).waitFor({ state: 'detached' });
    await eventually(async () => {
      const names = (await labels()).map((label) => label?.replace(/,.*/, ''));
      assert.deepEqual(names, [sayShort(days.first), 'Homes for young people leaving care']);
    });
    await workbench.command('Scrutiny: Show All Reports');
    await workbench.reportRows().nth(7).waitFor();
  });

  it('finishes a report with the checklist, which ticks itself off', async () => {
    const { page } = workbench;
    const row = workbench.reportRows().filter({ hasText: 'Homes for young people' });
    await row.hover();
    await row.getByRole('button', { name: 'Check for Publication' }).click();
    const items = workbench.webview().locator('li');
    await items.first().waitFor();
    assert.equal(await items.count(), 1);
    assert.equal(await workbench.webview().locator('#status').textContent(), '0 of 1 done. 1 error, 0 warnings.');
    // By keyboard alone: to the item, and from there to the place.
    await items.first().locator('button').focus();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Corporate Parents Board' }).first().waitFor();
    await page.locator('.statusbar-item', { hasText: /Ln 3, .*selected/ }).waitFor();
    await workbench.openActions();
    await workbench.takeWalkthroughPicture('fix', { x: 352, y: 84, width: 566, height: 210 });
    await page.keyboard.press('Enter');
    await workbench.webview().locator('li.done').waitFor();
    assert.equal(await workbench.webview().locator('#status').textContent(), 'All 1 done. This report is fit to publish.');
    assert.equal(await items.first().locator('button').getAttribute('aria-disabled'), 'true');
    // The view follows what is typed, saved or not.
    await workbench.reportRows().filter({ hasText: 'Corporate Parenting Board' }).waitFor();
  });

  it('begins a report, with the meetings that are still to come', async () => {
    const { page } = workbench;
    await workbench.command('File: Save All');
    await workbench.command('View: Close All Editors');
    await workbench.command('Create: New File');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Committee Report' }).first().click();
    const input = page.locator('.quick-input-widget input');
    const ask = async (question: string): Promise<void> => {
      await page.locator(`.quick-input-widget input[placeholder="${question}"]`).waitFor();
    };
    const chooseRow = async (text: string): Promise<void> => {
      // Typed, since what the mouse rests on opens a tooltip over the others.
      await input.fill(text);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor();
      await page.keyboard.press('Enter');
    };
    await ask('Which kind of report?');
    await workbench.takePicture('reports which template');
    await chooseRow('Cover Sheet');
    await ask('For which committee?');
    await workbench.takePicture('reports which committee');
    await chooseRow('Full Council');
    await ask('For which meeting?');
    // Another committee after all.
    await page.getByRole('button', { name: 'Back' }).click();
    await ask('For which committee?');
    await chooseRow('Cabinet');
    await ask('For which meeting?');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'publish by' }).nth(2).waitFor();
    await workbench.takeWalkthroughPicture('new', { x: 410, y: 20, width: 620, height: 190 });
    await chooseRow(say(days.first));
    await ask('Library opening hours');
    await input.fill('A new home for the archive: options');
    await page.keyboard.press('Enter');
    await ask('Who is the officer contact?');
    await workbench.takePicture('reports which contact');
    await chooseRow('Grace Oyelaran');
    await page.locator('.tab.active', { hasText: `${days.first}-a-new-home-for-the-archive-options.md` }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Cover Sheet · Northmoor Council' }).waitFor();
  });

  it('fills it in from stop to stop, and saves it among the others', async () => {
    const { page } = workbench;
    const path = `reports/${days.first}-a-new-home-for-the-archive-options.md`;
    await workbench.command('View: Focus Active Editor Group');
    await page.keyboard.type('Joanna');
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Joanna Whitlock' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Executive Director of Communities' }).waitFor();
    const lines = await workbench.savedLines(path);
    for (const line of [
      'committee: Cabinet',
      `date: ${days.first}`,
      "title: 'A new home for the archive: options'",
      '  name: Joanna Whitlock',
      '  title: Executive Director of Communities',
      '  email: grace.oyelaran@northmoor.gov.uk',
    ])
      assert.ok(lines.includes(line), lines.join('\n'));
    await workbench.reportRows().filter({ hasText: 'A new home for the archive' }).waitFor();
    await workbench.takePicture('reports with a report and its preview');
    await workbench.takeWalkthroughPicture('report', { x: 352, y: 60, width: 542, height: 330 });
    await workbench.takeWalkthroughPicture('reports', { x: 46, y: 30, width: 304, height: 280 });
  });

  it('reads the checklist without a mouse, in light, dark and high contrast', async () => {
    const { page } = workbench;
    await workbench.command('Scrutiny: Check Report for Publication');
    const buttons = workbench.webview().locator('button');
    await buttons.nth(2).waitFor();
    await page.keyboard.press('Tab');
    await focused(buttons.first());
    await page.keyboard.press('ArrowDown');
    await focused(buttons.nth(1));
    await page.keyboard.press('End');
    await focused(buttons.last());
    await page.keyboard.press('Home');
    await focused(buttons.first());
    assert.match((await buttons.first().textContent()) ?? '', /^To do: Executive Summary/);
    for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast']) {
      await chooseTheme(theme);
      assert.deepEqual(await violations(), [], theme);
      await workbench.takePicture(`reports checklist in ${theme}`);
    }
    await chooseTheme('Light Modern');
    await buttons.first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: /selected/ }).waitFor();
    await page.keyboard.type('The archive has outgrown its building.');
    await workbench.webview().locator('li.done').waitFor();
    await workbench.takePicture('reports checklist with an item done');
    await workbench.takeWalkthroughPicture('checklist', { x: 894, y: 60, width: 546, height: 320 });
  });

  it('pastes a table from Excel as a table', async () => {
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const html = '<table><tr><td>Site</td><td>Cost</td></tr><tr><td>Mill Street</td><td>£4,500</td></tr></table>';
    await page.evaluate(`navigator.clipboard.write([new ClipboardItem({
      'text/html': new Blob(['${html}'], { type: 'text/html' }),
      'text/plain': new Blob(['Site\\tCost'], { type: 'text/plain' }),
    })])`);
    await workbench.command('View: Focus First Editor Group');
    await workbench.goTo('1:1');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+v');
    await page.locator('.view-line', { hasText: '| Mill Street | £4,500 |' }).waitFor();
  });

  it('drops a file on the appendices, and it is listed there', async () => {
    const { page } = workbench;
    await workbench.command('View: Close Editors in Other Groups');
    const line = page.locator('.view-line', { hasText: /^appendices:/ });
    await workbench.command('View: Focus Active Editor Group');
    const text = await workbench.savedLines(`reports/${days.first}-a-new-home-for-the-archive-options.md`);
    await workbench.goTo(`${text.findIndex((one) => one.startsWith('appendices:')) + 1}:1`);
    await line.waitFor();
    const box = await line.boundingBox();
    const data = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.setData('text/uri-list', 'vscode-remote://${new URL(page.url()).host}${host.workspace}/appendices/bus-network.md');
      return data;
    })()`);
    const place = { clientX: (box?.x ?? 0) + 60, clientY: (box?.y ?? 0) + 8, shiftKey: true, bubbles: true };
    for (const event of ['dragenter', 'dragover', 'drop']) await line.dispatchEvent(event, { dataTransfer: data, ...place });
    await page.locator('.view-line', { hasText: 'file: ../appendices/bus-network.md' }).waitFor();
    const lines = await workbench.savedLines(`reports/${days.first}-a-new-home-for-the-archive-options.md`);
    const at = lines.indexOf('appendices:');
    assert.deepEqual(lines.slice(at, at + 3), [
      'appendices:',
      '  - title: Bus network',
      '    file: ../appendices/bus-network.md',
    ]);
  });

  it('exports it as a Word file', async () => {
    const { page } = workbench;
    const name = `${days.first}-a-new-home-for-the-archive-options.docx`;
    await workbench.command('Scrutiny: Export Report');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Word' }).click();
    // The dialog comes after the list of forms, in the same place.
    await page.waitForFunction(`document.querySelector('.quick-input-widget input')?.value.endsWith('${name}')`);
    await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    // VS Code under test keeps its notifications in their list.
    await workbench.command('Notifications: Show Notifications');
    await page.locator('.notification-list-item', { hasText: `${name} was written` }).waitFor();
    const file = join(host.workspace, 'reports', name);
    assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK');
  });

  async function focused(button: Locator): Promise<void> {
    await button.and(workbench.webview().locator(':focus')).waitFor();
  }

  async function chooseTheme(name: string): Promise<void> {
    await workbench.command('Preferences: Color Theme');
    await workbench.page.locator('.quick-input-widget input').fill(name);
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    const kind = name.includes('High') ? 'vscode-high-contrast' : name.includes('Dark') ? 'vscode-dark' : 'vscode-light';
    await workbench.webview().locator(`body.${kind}`).waitFor();
  }

  /** What axe-core finds wrong in the checklist. */
  async function violations(): Promise<string[]> {
    const body = await workbench.webview().locator('body').elementHandle();
    const frame = await body.ownerFrame();
    if (!frame) throw new Error('there is no checklist');
    await frame.evaluate(AXE);
    const found = await frame.evaluate<AxeResults>('axe.run(document)');
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
  }
});
