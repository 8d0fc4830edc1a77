import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { makeNorthmoor, sayShort, type Days } from '../northmoor.ts';
import { openVSCode, type Host } from '../host.ts';
import { Workbench } from './workbench.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What VS Code itself draws that way, for every extension: nothing that ours says or shows. */
const NOT_OURS = [
  // It writes label and description with no space between, so that even a label of its own (“Earlier meetings 1”) is another text.
  'label-content-name-mismatch',
];

describe('the Reports view and the checklist, without a mouse', () => {
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
    return workbench.takePicture(`access ${this.currentTest?.title ?? ''}`);
  });

  it('goes from meeting to report with the arrow keys', async () => {
    const { page } = workbench;
    await workbench.command('View: Show Committee Reports');
    await workbench.reportRows().nth(7).waitFor();
    await focusReports();
    await page.keyboard.press('Home');
    await focusedRow(`${sayShort(days.first)}, Communities Overview Committee, Ready`);
    await page.keyboard.press('ArrowLeft');
    await workbench.reportRows().and(page.locator('[aria-expanded=false]')).nth(1).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await focusedRow('Homes for young people leaving care, Needs work, 1 error');
  });

  it('opens one with Enter', async () => {
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'homes-for-care-leavers.md' }).waitFor();
  });

  it('says of each row what it shows, in every theme', async () => {
    for (const [theme, kind] of [
      ['Light Modern', '.vs'],
      ['Dark Modern', '.vs-dark'],
      ['Dark High Contrast', '.hc-black'],
      ['Light High Contrast', '.hc-light'],
    ] as const) {
      await workbench.command('Preferences: Color Theme');
      await workbench.page.locator('.quick-input-widget input').fill(theme);
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: theme }).first().click();
      await workbench.page.locator(`.monaco-workbench${kind}`).waitFor();
      await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      assert.deepEqual(await violations(), [], theme);
      for (const row of await workbench.reportRows().all()) {
        const [label, seen] = [await row.getAttribute('aria-label'), await row.locator('.label-name').textContent()];
        assert.ok(label !== null && seen !== null && label.startsWith(seen), `${label} is read out, ${seen} is seen`);
      }
      await workbench.takePicture(`access reports in ${theme}`);
    }
  });

  it('checks one from its menu, and goes to what is to be put right', async () => {
    const { page } = workbench;
    await focusReports();
    await focusedRow('Homes for young people leaving care');
    await page.keyboard.press('Shift+F10');
    const menu = page.locator('.context-view .action-label');
    await menu.filter({ hasText: 'Check for Publication' }).waitFor();
    assert.deepEqual(await menu.filter({ hasText: /\S/ }).allTextContents(), [
      'Check for Publication',
      'Open Preview',
      'Export…',
    ]);
    await workbench.takePicture('access the menu of a report');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const item = workbench.webview().locator('li button');
    await item.waitFor();
    await page.keyboard.press('Tab');
    await item.and(workbench.webview().locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: /Ln 3, .*selected/ }).waitFor();
    await workbench.openActions();
    await page.keyboard.press('Enter');
    await workbench.webview().locator('li.done').waitFor();
    await workbench.command('File: Save');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  });

  it('has the checklist again, with what was ticked off, when the window is opened again', async () => {
    const { page } = workbench;
    // Not by the browser, which may leave before VS Code has kept what is open.
    await Promise.all([page.waitForEvent('load'), workbench.command('Developer: Reload Window')]);
    await workbench.webview().locator('li.done').waitFor();
    await workbench.takePicture('access the checklist again');
    assert.equal(await workbench.webview().locator('#status').textContent(), 'All 1 done. This report is fit to publish.');
    // It is one that works.
    await workbench.goTo('3:12');
    await page.keyboard.type('X');
    await workbench.webview().locator('li:not(.done)').waitFor();
  });

  async function focusReports(): Promise<void> {
    await workbench.command('Committee Reports: Focus on Committee Reports View');
    await workbench.page.locator('#workbench\\.view\\.extension\\.scrutiny .monaco-list:focus').waitFor();
  }

  /** Waits until the row in focus is read out as beginning so. */
  async function focusedRow(label: string): Promise<void> {
    await workbench
      .reportRows()
      .and(workbench.page.locator(`.focused[aria-label^="${label}"]`))
      .waitFor();
  }

  /** What axe-core finds wrong in the view. */
  async function violations(): Promise<string[]> {
    const { page } = workbench;
    await page.evaluate(AXE);
    const found = await page.evaluate<AxeResults>('axe.run(\'[id="workbench.view.extension.scrutiny"]\')');
    const ours = found.violations.filter(({ id }) => !NOT_OURS.includes(id));
    return ours.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
  }
});
