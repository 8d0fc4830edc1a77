import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { makeNorthmoor } from '../northmoor.ts';
import { openVSCode, type Host } from '../host.ts';
import { Workbench } from './workbench.ts';

const REPORT = '2026-10-14-library-opening-hours.md';

describe('an officer who brings files to a report', () => {
  let host: Host;
  let workbench: Workbench;
  let folder: string;
  /** Beside the workspace. */
  let outside: string;

  before(async () => {
    ({ folder } = makeNorthmoor());
    host = await openVSCode({ kind: 'node', folder });
    workbench = new Workbench(host);
    outside = join(host.workspace, '../elsewhere');
    mkdirSync(join(outside, 'a folder'), { recursive: true });
    writeFileSync(join(outside, 'site-plan.pdf'), 'a plan');
    await workbench.open('reports', REPORT);
    await workbench.page.locator('.statusbar-item', { hasText: 'Cover Sheet' }).waitFor();
    await workbench.goTo('48:1');
  });
  after(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(function () {
    return workbench.takePicture(`bring in ${this.currentTest?.title ?? ''}`);
  });

  it('lists one of the folder that is copied in the explorer and pasted', async () => {
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('treeitem', { name: 'appendices' }).click();
    await page.getByRole('treeitem', { name: 'bus-network.md' }).click();
    await page.keyboard.press('Control+c');
    await page.locator('.tab', { hasText: REPORT }).click();
    await workbench.goTo('48:1');
    await page.keyboard.press('Control+v');
    await seen('file: ../appendices/bus-network.md');
    assert.deepEqual((await appendices()).slice(-2), ['  - title: Bus network', '    file: ../appendices/bus-network.md']);
  });

  it('has one from elsewhere copied beside the report and listed', async () => {
    await paste(`data.setData('text/uri-list', '${uriOf(join(outside, 'site-plan.pdf'))}')`);
    await seen('file: site-plan.pdf');
    assert.deepEqual((await appendices()).slice(-2), ['  - title: Site plan', '    file: site-plan.pdf']);
    await isBeside('site-plan.pdf', 'a plan');
  });

  it('never has another of the same name replaced', async () => {
    writeFileSync(join(outside, 'site-plan.pdf'), 'another plan');
    await paste(`data.setData('text/uri-list', '${uriOf(join(outside, 'site-plan.pdf'))}')`);
    await seen('file: site-plan-2.pdf');
    assert.equal((await appendices()).at(-1), '    file: site-plan-2.pdf');
    await isBeside('site-plan-2.pdf', 'another plan');
    await isBeside('site-plan.pdf', 'a plan');
  });

  it('drops two from her computer at once', async () => {
    const box = await line('appendices:').boundingBox();
    const make = `data.items.add(new File(['one'], 'Letter from the trust.docx'));
      data.items.add(new File(['a third plan'], 'site-plan.pdf'));`;
    const data = await workbench.page.evaluateHandle(`(() => { const data = new DataTransfer(); ${make}; return data; })()`);
    const place = { clientX: (box?.x ?? 0) + 60, clientY: (box?.y ?? 0) + 8, shiftKey: true, bubbles: true };
    for (const event of ['dragenter', 'dragover', 'drop'])
      await line('appendices:').dispatchEvent(event, { dataTransfer: data, ...place });
    await seen('file: site-plan-3.pdf');
    assert.deepEqual((await appendices()).slice(-4), [
      '  - title: Letter from the trust',
      '    file: Letter from the trust.docx',
      '  - title: Site plan 3',
      '    file: site-plan-3.pdf',
    ]);
    await isBeside('Letter from the trust.docx', 'one');
    await isBeside('site-plan-3.pdf', 'a third plan');
  });

  it('can have all of it undone', async () => {
    await workbench.page.keyboard.press('Control+z');
    await line('file: site-plan-3.pdf').waitFor({ state: 'detached' });
    assert.equal((await appendices()).at(-1), '    file: site-plan-2.pdf');
  });

  it('lists nothing that is pasted elsewhere', async () => {
    const before = readdirSync(join(host.workspace, 'reports'));
    await workbench.goTo('6:1');
    await paste(`data.setData('text/uri-list', '${uriOf(join(outside, 'site-plan.pdf'))}')`, false);
    // VS Code inserts what it inserts in any Markdown.
    await line('elsewhere/site-plan.pdf').waitFor();
    assert.ok(!(await appendices()).some((one) => /site-plan-[34]/.test(one)));
    assert.deepEqual(readdirSync(join(host.workspace, 'reports')), before);
    assert.ok(!existsSync(join(host.workspace, 'site-plan.pdf')));
  });

  it('pastes a table under a paragraph as one, with the blank lines that it needs', async () => {
    const { page } = workbench;
    const before = await workbench.savedLines(`reports/${REPORT}`);
    const at = before.findIndex((one) => one.startsWith('1.1 '));
    await workbench.goTo(`${at + 1}:9999`);
    await page.keyboard.press('Enter');
    await paste(`data.setData('text/html', '<table><tr><td>Site<td>Cost<tr><td>Mill Street<td>£20</table>')`, false);
    await seen('| Mill Street | £20 |');
    // The line below was blank already.
    const table = ['| Site | Cost |', '| --- | ---: |', '| Mill Street | £20 |'];
    const under = [...before.slice(0, at + 1), '', ...table, ...before.slice(at + 1)];
    assert.deepEqual(await workbench.savedLines(`reports/${REPORT}`), under);
  });

  it('pastes one into a paragraph, or into a line that is further in, on lines of its own', async () => {
    const { page } = workbench;
    const before = await workbench.savedLines(`reports/${REPORT}`);
    const at = before.findIndex((one) => one.startsWith('1.2 '));
    await workbench.goTo(`${at + 1}:5`);
    await paste(`data.setData('text/html', '<table><tr><td>Harbour</table>')`, false);
    await seen('| Harbour |');
    const [text = ''] = before.slice(at);
    const within = [text.slice(0, 4), '', '| Harbour |', '| --- |', '', text.slice(4)];
    const after = [...before.slice(0, at), ...within, ...before.slice(at + 1)];
    assert.deepEqual(await workbench.savedLines(`reports/${REPORT}`), after);
    await workbench.goTo(`${at + 2}:1`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('  ');
    await paste(`data.setData('text/html', '<table><tr><td>Quay</table>')`, false);
    await seen('| Quay |');
    const inside = [...after.slice(0, at + 2), '  | Quay |', '  | --- |', '  ', ...after.slice(at + 2)];
    assert.deepEqual(await workbench.savedLines(`reports/${REPORT}`), inside);
  });

  const line = (text: string): Locator => workbench.page.locator('.view-line', { hasText: text }).first();

  /** Waits for a line, without moving the cursor, which would call the paste off. */
  async function seen(text: string): Promise<void> {
    await line(text).waitFor();
  }

  /** Pastes what `make` puts into `data`; at the appendices, unless the cursor stands where it shall be. */
  async function paste(make: string, atAppendices = true): Promise<void> {
    if (atAppendices) await workbench.goTo('48:1');
    await workbench.page.evaluate(`(() => {
      const data = new DataTransfer();
      ${make};
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
  }

  /** The lines of the saved report from `appendices:` to the key after it. */
  async function appendices(): Promise<string[]> {
    const lines = await workbench.savedLines(`reports/${REPORT}`);
    return lines.slice(lines.indexOf('appendices:'), lines.indexOf('background-papers:'));
  }

  async function isBeside(name: string, content: string): Promise<void> {
    assert.equal(await workbench.written(`reports/${name}`), content);
  }

  function uriOf(path: string): string {
    return `vscode-remote://${new URL(workbench.page.url()).host}${path.replaceAll(' ', '%20')}`;
  }
});
