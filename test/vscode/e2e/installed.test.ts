import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { VSIX } from '../../unpack.ts';
import { openVSCode, type Host } from '../host.ts';
import { Workbench } from './workbench.ts';

describe('the package, installed', () => {
  let host: Host;
  let workbench: Workbench;

  before(async () => {
    host = await openVSCode({ kind: 'node', vsix: VSIX });
    workbench = new Workbench(host);
  });
  after(() => host.close());
  afterEach(function () {
    return workbench.takePicture(this.currentTest?.title ?? '');
  });

  it('checks a report', async () => {
    await workbench.open('reports', 'market.md');
    await workbench.page.locator('.statusbar-item', { hasText: 'Partner Paper · Northmoor Council · 2 problems' }).waitFor();
  });

  it('brings what it needs, and nothing else', () => {
    const server = host.processes().find((line) => line.includes('/dist/server.js')) ?? '';
    const folder = /\S*\/extensions\/scrutiny\.scrutiny-report-[^/]+(?=\/dist\/server\.js)/.exec(server)?.[0] ?? '';
    const top = ['CHANGELOG.md', 'LICENSE.txt', 'README.md', 'client', 'dist', 'examples', 'package.json', 'snippets'];
    assert.deepEqual(readdirSync(folder).map((name) => name.replace('changelog', 'CHANGELOG').replace('readme', 'README')).filter((name) => !name.startsWith('.')).sort(), top); // prettier-ignore
    assert.deepEqual(readdirSync(join(folder, 'client')), ['media']);
    assert.ok(!readdirSync(join(folder, 'dist')).includes('cli.js'));
  });
});
