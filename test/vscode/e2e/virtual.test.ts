import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { makeNorthmoor, type Days } from '../northmoor.ts';
import { openVSCode, type Host } from '../host.ts';
import { other } from '../places.ts';
import { eventually } from './eventually.ts';
import { Workbench } from './workbench.ts';

/** As a repository that is opened in the browser: a file system of an extension, with no disk and no search behind it. */
describe('an officer in a folder that is on no disk', () => {
  let host: Host;
  let workbench: Workbench;
  let folder: string;
  let days: Days;

  before(async () => {
    ({ folder, days } = makeNorthmoor());
    host = await openVSCode({ kind: 'web', memory: folder });
    workbench = new Workbench(host);
  });
  after(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(function () {
    return workbench.takePicture(`virtual ${this.currentTest?.title ?? ''}`);
  });

  const status = (text: string): Locator => workbench.page.locator('.statusbar-item', { hasText: text });
  const line = (text: string): Locator => workbench.page.locator('.view-line', { hasText: text }).first();
  const save = async (): Promise<void> => {
    await workbench.command('File: Save');
    await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  };

  it('has all reports in view before one is opened', async () => {
    await workbench.command('View: Show Committee Reports');
    await workbench.reportRows().nth(8).waitFor();
    await eventually(async () => {
      const labels = await workbench.reportLabels();
      const reports = labels.flatMap((label) => /^[A-Z][a-z]+ [a-z].*?, (?:Ready|Needs work)/.exec(label ?? '')?.[0] ?? []);
      assert.deepEqual(reports, [
        'Library opening hours from February 2027, Ready',
        'Homes for young people leaving care, Needs work',
        'Supported bus services from August 2027, Ready',
        'Supported bus services from August 2027, Ready',
      ]);
    });
  });

  it('has a report checked with the council’s own committees', async () => {
    await workbench.reportRows().filter({ hasText: 'Homes for young people' }).click();
    await status('Board Paper · Northmoor Council · 1 problem').waitFor();
    await workbench.command('Problems: Focus on Problems View');
    await eventually(async () => {
      const problems = await workbench.problems();
      assert.ok(
        problems.some((one) => /Corporate Parents Board.*Corporate Parenting Board/.test(one)),
        problems.join('\n'),
      );
    });
  });

  it('has what is wrong put right, and saved there', async () => {
    await workbench.goTo('3:14');
    await workbench.openActions();
    await workbench.page.keyboard.press('Enter');
    await status('Board Paper · Northmoor Council · no problems').waitFor();
    await save();
    await workbench.command('View: Close All Editors');
    await workbench.reportRows().filter({ hasText: 'Homes for young people' }).click();
    await line('committee: Corporate Parenting Board').waitFor();
    await status('Board Paper · Northmoor Council · no problems').waitFor();
  });

  it('sees at once what somebody else changes in council.yaml', async () => {
    await workbench.command('Memory: Rename the Council');
    await status('Board Paper · Southmoor Council').waitFor();
  });

  it('begins a report, which is saved among the others', async () => {
    const { page } = workbench;
    await workbench.beginBoardPaper('Beach huts');
    const name = `${days.first}-beach-huts.md`;
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await line('title: Beach huts').waitFor();
    await save();
    await workbench.command('View: Close All Editors');
    await workbench.reportRows().filter({ hasText: 'Beach huts' }).click();
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await line('title: Beach huts').waitFor();
    await status('Board Paper · Southmoor Council').waitFor();
  });
});

describe('an officer who opens one more folder, that is on no disk', () => {
  let host: Host;
  let workbench: Workbench;
  let northmoor: string;

  before(async () => {
    ({ folder: northmoor } = makeNorthmoor());
    host = await openVSCode({ kind: 'web', folder: other, memory: northmoor });
    workbench = new Workbench(host);
  });
  after(async () => {
    await host.close();
    rmSync(northmoor, { recursive: true });
  });

  it('has its reports in view and checked, as if it had been there from the start', async () => {
    const { page } = workbench;
    await workbench.command('Scrutiny: New Committee Report');
    await page.locator('.quick-input-widget input[placeholder="Which kind of report?"]').waitFor();
    await page.keyboard.press('Escape');
    await workbench.command('Memory: Add the Folder');
    await workbench.command('View: Show Committee Reports');
    await workbench.reportRows().filter({ hasText: 'Homes for young people' }).click();
    await page.locator('.statusbar-item', { hasText: 'Board Paper · Northmoor Council · 1 problem' }).waitFor();
    await workbench.takePicture('virtual added');
  });
});
