import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { FOUND, REPORT } from './fixture.ts';
import { closeAll, expectFindings, replace, show, until } from './editor.ts';

describe('a server that was killed', () => {
  afterEach(closeAll);

  it('is started again, and the findings come back', async function () {
    if (process.platform !== 'linux') return this.skip();
    const { document } = await show(REPORT);
    await expectFindings(document, FOUND);
    const [killed, ...others] = servers();
    assert.ok(killed !== undefined && others.length === 0, `servers: ${[killed, ...others].join(' ')}`);
    process.kill(killed, 'SIGKILL');
    // Typed while there is none: the next one must know of it.
    let typed = 'TBC';
    for (const date of ['3 D', '3 De', '3 Dec', '3 Dece', '3 Decem', '3 December 2025']) {
      await replace(document, `review is ${typed}`, `review is ${date}`);
      typed = date;
    }
    const next = await until('another server', () => servers().find((pid) => pid !== killed));
    await expectFindings(document, FOUND.slice(0, 2));
    assert.deepEqual(servers(), [next]);
  });
});

/** The process ids of the servers that this extension host has started. */
function servers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter(
      (pid) =>
        read(pid, 'cmdline').includes('/dist/server.js') &&
        read(pid, 'stat').split(') ')[1]?.split(' ')[1] === String(process.pid),
    )
    .map(Number);
}

/** A file about a process; nothing if that has ended meanwhile. */
function read(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
