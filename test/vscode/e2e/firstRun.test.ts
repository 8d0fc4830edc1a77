import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openVSCode, type Host } from '../host.ts';
import { root } from '../places.ts';
import { Workbench } from './workbench.ts';

const STEPS = [
  'Look round in an example',
  'Begin a report',
  'Put right what is underlined',
  'Finish it',
  'Keep all reports in view',
];

describe('a new officer, who has never seen it', () => {
  let host: Host;
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    // An empty folder.
    folder = mkdtempSync(join(tmpdir(), 'scrutiny-empty-'));
    host = await openVSCode({ kind: 'node', folder });
    workbench = new Workbench(host);
  });
  after(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(function () {
    return workbench.takePicture(`first run ${this.currentTest?.title ?? ''}`);
  });

  const step = (title: string): Locator => workbench.page.locator('.getting-started-step', { hasText: title });

  it('is told in the empty Reports view what to do', async () => {
    const { page } = workbench;
    await page.getByRole('tab', { name: 'Committee Reports' }).click();
    await page.locator('.welcome-view-content', { hasText: 'There are no committee reports in this folder yet.' }).waitFor();
    for (const name of ['New Committee Report', 'Open Example Reports'])
      await page.locator('.welcome-view-content').getByRole('button', { name }).waitFor();
    await page.locator('.welcome-view-content a', { hasText: 'Read how to begin' }).click();
    await page.locator('.gettingStartedContainer', { hasText: 'Write a committee report' }).waitFor();
  });

  it('sees a picture with each step of the walkthrough', async () => {
    const { page } = workbench;
    for (const title of STEPS) {
      await step(title).locator('.step-title').click();
      await step(title).and(page.locator('.expanded')).waitFor();
      const picture = page.locator('.getting-started-media img');
      await picture.first().waitFor();
      await page.waitForFunction(`document.querySelector('.getting-started-media img')?.naturalWidth > 0`);
      assert.notEqual(await picture.first().getAttribute('alt'), '');
      await workbench.takePicture(`first run step ${title}`);
    }
  });

  it('comes from its steps to where things are done', async () => {
    const { page } = workbench;
    const press = async (title: string, button: string): Promise<void> => {
      await workbench.command('Welcome: Open Walkthrough');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Write a committee report' }).click();
      await step(title).locator('.step-title').click();
      await step(title).getByRole('button', { name: button }).click();
    };
    await press('Begin a report', 'New Committee Report');
    await page.locator('.quick-input-widget input[placeholder="Which kind of report?"]').waitFor();
    await page.keyboard.press('Escape');
    await press('Finish it', 'Check Report for Publication');
    await workbench.command('Notifications: Show Notifications');
    await page.locator('.notification-list-item', { hasText: 'Open the report that is to be checked first.' }).waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('View: Show Explorer');
    await press('Keep all reports in view', 'Show the Reports');
    await page.locator('.welcome-view-content', { hasText: 'There are no committee reports' }).waitFor();
  });

  it('has the example reports copied where she says, and opens them', async () => {
    const { page } = workbench;
    const place = join(host.workspace, '../somewhere');
    mkdirSync(place);
    await workbench.command('Scrutiny: Open Example Reports');
    await workbench.chooseFolder(place, 'Copy Here');
    await page.waitForURL(/somewhere.*northmoor/);
    const tree = (path: string): string[] => readdirSync(path, { recursive: true }).map(String).sort();
    assert.deepEqual(tree(join(place, 'northmoor')), tree(join(root, 'examples/northmoor')));
    await page.locator('.monaco-workbench').waitFor();
    await page.getByRole('tab', { name: 'Committee Reports' }).click();
    await workbench.reportRows().first().waitFor();
  });

  it('finds its reports fit to publish', async () => {
    const { page } = workbench;
    const rows = workbench.reportRows();
    await rows.filter({ hasText: 'Homes for young people leaving care' }).click();
    await page.locator('.statusbar-item', { hasText: 'Board Paper · Northmoor Council · no problems' }).waitFor();
    assert.ok(existsSync(join(host.workspace, '../somewhere/northmoor/council.yaml')));
  });
});
