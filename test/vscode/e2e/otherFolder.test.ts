import assert from 'node:assert/strict';
import { openVSCode, type Host } from '../host.ts';
import { other } from '../places.ts';
import { Workbench } from './workbench.ts';

describe('in a folder that has no reports', () => {
  let host: Host;
  let workbench: Workbench;

  before(async () => {
    host = await openVSCode({ kind: 'node', folder: other });
    workbench = new Workbench(host);
  });
  after(() => host.close());
  afterEach(function () {
    return workbench.takePicture(this.currentTest?.title ?? '');
  });

  it('no server is started for Markdown', async () => {
    const { page } = workbench;
    await workbench.open('README.md');
    await page.locator('.view-line', { hasText: 'somebody else' }).first().waitFor();
    await workbench.command('Developer: Show Running Extensions');
    // It has looked whether there is a report, which is all.
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'scrutiny-report' });
    await row.locator('.activation-time', { hasText: 'Activation:' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(servers(), 0);
  });

  it('one is started for a report that is written there', async () => {
    const { page } = workbench;
    await workbench.command('File: New Untitled Text File');
    await page.keyboard.type('---\n');
    await workbench.command('Change Language Mode');
    await page.keyboard.type('Markdown\n');
    await page.locator('.statusbar-item', { hasText: 'Markdown' }).waitFor();
    assert.equal(servers(), 0);
    await page.keyboard.type('template: partner-paper\n');
    await page.locator('.statusbar-item', { hasText: 'Partner Paper · no council.yaml' }).waitFor();
    assert.equal(servers(), 1);
  });

  function servers(): number {
    return host.processes().filter((line) => line.includes('/dist/server.js')).length;
  }
});
