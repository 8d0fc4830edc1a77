import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { makeNorthmoor, sayShort, type Days } from '../northmoor.ts';
import { openVSCode, type Host } from '../host.ts';
import { root } from '../places.ts';
import { eventually } from './eventually.ts';
import { Workbench } from './workbench.ts';

/** Report management in a VS Code that runs entirely in a browser: a web extension, its server in a worker. */
describe('managing reports, in a browser', () => {
  let host: Host;
  let workbench: Workbench;
  let folder: string;
  let days: Days;

  before(async () => {
    ({ folder, days } = makeNorthmoor());
    host = await openVSCode({ kind: 'web', folder });
    workbench = new Workbench(host);
  });
  after(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(function () {
    return workbench.takePicture(`browser reports ${this.currentTest?.title ?? ''}`);
  });

  const line = (text: string): Locator => workbench.page.locator('.view-line', { hasText: text }).first();

  it('has all reports in view', async () => {
    await workbench.command('View: Show Committee Reports');
    await workbench.reportRows().nth(8).waitFor();
    await eventually(async () => {
      const labels = await workbench.reportLabels();
      assert.deepEqual(
        labels.map((label) => label?.split(',').slice(0, 2).join(',')),
        [
          `${sayShort(days.first)}, Communities Overview Committee`,
          'Library opening hours from February 2027, Ready',
          `${sayShort(days.first)}, Corporate Parents Board`,
          'Homes for young people leaving care, Needs work',
          `${sayShort(days.second)}, Place and Environment Overview Committee`,
          'Supported bus services from August 2027, Ready',
          `${sayShort(days.third)}, Cabinet`,
          'Supported bus services from August 2027, Ready',
          'Earlier meetings 1',
        ],
      );
    });
  });

  it('finishes a report with the checklist', async () => {
    const { page } = workbench;
    const row = workbench.reportRows().filter({ hasText: 'Homes for young people' });
    await row.hover();
    await row.getByRole('button', { name: 'Check for Publication' }).click();
    await workbench.webview().locator('li button').click();
    await page.locator('.statusbar-item', { hasText: /Ln 3, .*selected/ }).waitFor();
    await workbench.openActions();
    await page.keyboard.press('Enter');
    await workbench.webview().locator('li.done').waitFor();
    assert.equal(await workbench.webview().locator('#status').textContent(), 'All 1 done. This report is fit to publish.');
    await workbench.command('File: Save');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await workbench.command('View: Close All Editors');
  });

  it('begins a report and saves it among the others', async () => {
    const { page } = workbench;
    await workbench.beginBoardPaper('Beach huts');
    await page.locator('.tab.active', { hasText: `${days.first}-beach-huts.md` }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Board Paper · Northmoor Council' }).waitFor();
    const lines = await workbench.savedLines(`reports/${days.first}-beach-huts.md`);
    for (const one of ['committee: Cabinet', 'title: Beach huts', '  name: Grace Oyelaran']) assert.ok(lines.includes(one), one);
    await workbench.reportRows().filter({ hasText: 'Beach huts' }).waitFor();
  });

  it('drops a file from her computer on the appendices', async () => {
    const { page } = workbench;
    const path = `reports/${days.first}-beach-huts.md`;
    await workbench.command('View: Close Editors in Other Groups');
    const at = (await workbench.savedLines(path)).findIndex((one) => one.startsWith('appendices:'));
    await workbench.goTo(`${at + 1}:1`);
    const box = await line('appendices:').boundingBox();
    const data = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['a plan'], 'site-plan.pdf'));
      return data;
    })()`);
    const place = { clientX: (box?.x ?? 0) + 60, clientY: (box?.y ?? 0) + 8, shiftKey: true, bubbles: true };
    for (const event of ['dragenter', 'dragover', 'drop'])
      await line('appendices:').dispatchEvent(event, { dataTransfer: data, ...place });
    await line('file: site-plan.pdf').waitFor();
    const lines = await workbench.savedLines(path);
    assert.deepEqual(lines.slice(at, at + 3), ['appendices:', '  - title: Site plan', '    file: site-plan.pdf']);
    assert.equal(await workbench.written('reports/site-plan.pdf'), 'a plan');
  });

  it('pastes a table', async () => {
    const { page } = workbench;
    await workbench.command('View: Focus Active Editor Group');
    await page.keyboard.press('Control+End');
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<table><tr><td>Site</td></tr><tr><td>Mill Street</td></tr></table>');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await line('| Mill Street |').waitFor();
  });

  it('has the example reports copied where she says, and opens them', async () => {
    const { page } = workbench;
    const place = join(host.workspace, '../somewhere');
    mkdirSync(place);
    await workbench.command('View: Revert and Close Editor');
    await workbench.command('Scrutiny: Open Example Reports');
    await workbench.chooseFolder(place, 'Copy Here');
    await page.waitForURL(/somewhere.*northmoor/);
    const example = join(root, 'examples/northmoor');
    assert.deepEqual(filesOf(join(place, 'northmoor')), filesOf(example));
    await page.locator('.monaco-workbench').waitFor();
    await workbench.command('View: Show Committee Reports');
    await workbench.reportRows().first().waitFor();
  });
});

/** All files of a folder, and what they hold. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`)
    .sort();
}
