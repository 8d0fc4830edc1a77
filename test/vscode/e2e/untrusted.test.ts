import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVSCode, type Host } from '../host.ts';
import { eventually } from './eventually.ts';
import { Workbench } from './workbench.ts';

const TEMPLATE = {
  $ref: 'scrutiny:report',
  title: 'Note',
  'x-layout': 'paper',
  properties: { template: true, title: true },
  required: ['template', 'title'],
  unevaluatedProperties: false,
};

describe('a folder that nobody has said can be trusted', () => {
  let host: Host;
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scrutiny-untrusted-'));
    mkdirSync(join(folder, 'templates'));
    const check = '{ name: no-ward, field: title, must-not-match: ward, message: Name the place. }';
    writeFileSync(join(folder, 'council.yaml'), `name: Northmoor Council\ntemplates: templates/*.json\nchecks: [${check}]\n`);
    writeFileSync(join(folder, 'templates/note.schema.json'), JSON.stringify(TEMPLATE));
    writeFileSync(join(folder, 'note.md'), '---\ntemplate: note\ntitle: Seats in the east ward\n---\n');
    host = await openVSCode({ kind: 'node', folder, asksForTrust: true });
    workbench = new Workbench(host);
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  });
  after(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(function () {
    return workbench.takePicture(this.currentTest?.title ?? '');
  });

  it('has its reports checked, by the built-in templates and without its own patterns', async () => {
    const { page } = workbench;
    await workbench.open('note.md');
    await page.locator('.statusbar-item', { hasText: 'No template · Northmoor Council · 1 problem' }).waitFor();
    await eventually(async () => assert.deepEqual(await rules(), ['template-unknown']));
  });

  it('has them checked by its own once it is trusted', async () => {
    const { page } = workbench;
    await workbench.command('Workspaces: Manage Workspace Trust');
    await page.getByRole('button', { name: 'Trust', exact: true }).click();
    // What is asked stands before all else, but in VS Code 1.100 in an editor.
    const close = page.locator('.monaco-modal-editor-block').getByRole('button', { name: /^Close/ });
    if ((await close.count()) > 0) await close.click();
    await page.locator('.markers-panel', { hasText: 'no-ward' }).waitFor();
    await eventually(async () => assert.deepEqual(await rules(), ['no-ward']));
  });

  async function rules(): Promise<string[]> {
    await workbench.command('Problems: Focus on Problems View');
    return (await workbench.problems()).map((row) => /scrutiny(?:\()?([a-z-]+)/.exec(row)?.[1] ?? row);
  }
});
