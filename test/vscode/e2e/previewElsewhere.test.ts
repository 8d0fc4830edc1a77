import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { openVSCode, type Host } from '../host.ts';
import { received } from '../places.ts';
import { eventually } from './eventually.ts';
import { Workbench } from './workbench.ts';

const BUSES = '2027-02-03-supported-bus-services.md';

describe('the preview', function () {
  let host: Host;
  let workbench: Workbench;
  let preview: FrameLocator;

  afterEach(async function () {
    await workbench.takePicture(`preview ${this.currentTest?.title ?? ''}`);
    await host.close();
  });

  function open(): void {
    workbench = new Workbench(host);
    preview = workbench.webview();
  }

  async function look(): Promise<void> {
    await workbench.open('reports', BUSES);
    await workbench.page.getByRole('button', { name: 'Open Report Preview to the Side' }).click();
    await preview.locator('h1', { hasText: 'Supported bus services' }).waitFor();
    // A picture of the workspace is loaded.
    const logo = preview.locator('.masthead img');
    await eventually(async () => {
      assert.ok((await logo.evaluate((image: { naturalWidth: number }) => image.naturalWidth)) > 0);
    });
    await workbench.goTo('8:8');
    await workbench.page.keyboard.type('All ');
    await preview.locator('h1', { hasText: 'All Supported bus services' }).waitFor();
  }

  it('works in a VS Code that is nothing but a browser, where a PDF cannot be made', async () => {
    host = await openVSCode({ kind: 'web', folder: received });
    open();
    await look();
    const { page } = workbench;
    await workbench.command('Scrutiny: Export Report');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'PDF' }).first().click();
    await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await workbench.command('Notifications: Show Notifications');
    await page.locator('.notification-list-item', { hasText: 'A PDF cannot be made in a browser. Export the report as HTML instead' }).waitFor(); // prettier-ignore
  });

  it('loads a picture again that was changed', async () => {
    host = await openVSCode({ kind: 'node', folder: received });
    open();
    await look();
    const logo = preview.locator('.masthead img');
    const path = join(host.workspace, 'brand/logo.svg');
    // The watching of files begins some seconds after the window, and tells of nothing older: hence again and again.
    for (let count = 0, width = 0; width !== 321; count++) {
      assert.ok(count < 60, 'it is still the old one');
      const size = `width="321" height="60" data-count="${count}"`;
      writeFileSync(path, `<svg xmlns="http://www.w3.org/2000/svg" ${size}><circle cx="30" cy="30" r="29"/></svg>`);
      await workbench.page.waitForTimeout(1000);
      width = await logo.evaluate((image: { naturalWidth: number }) => image.naturalWidth);
    }
  });

  it('works in a folder that nobody trusts', async () => {
    host = await openVSCode({ kind: 'node', folder: received, asksForTrust: true });
    open();
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await look();
  });
});
