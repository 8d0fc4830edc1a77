import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeHtml } from '../../server/src/layout/html/htmlFile.ts';
import { run } from '../support/tempRepository.ts';
import { allLayouts, laidOut } from '../support/layouts.ts';
import { skipWithout } from '../support/skip.ts';
import { attackedReport } from './attacks.ts';

/** The checker is 31 MB and fetches a Java of its own when installed, so it is no part of `npm ci`: `npm pack vnu-jar` has it. */
const JAR = process.env['VNU_JAR'];
const EXAMPLES = fileURLToPath(new URL('../../examples/as-received/', import.meta.url));

interface Message {
  readonly url?: string;
  readonly type: string;
  readonly lastLine?: number;
  readonly message: string;
}

describe('the Nu HTML checker', () => {
  it('finds no error in any page that is written (needs Java, and VNU_JAR to name vnu.jar)', async function () {
    if (JAR === undefined || spawnSync('java', ['-version']).status !== 0) skipWithout(this, 'Java, and VNU_JAR to name vnu.jar');
    const folder = mkdtempSync(join(tmpdir(), 'scrutiny-nu-'));
    try {
      const pages = new Map(
        allLayouts().map(({ name, layout }, i) => [`${i}-${name.replace('/', '-')}.html`, writeHtml(layout)]),
      );
      pages.set('attacked.html', writeHtml(laidOut(attackedReport('committee-report'))));
      pages.set('lint.html', (await run(['lint', EXAMPLES, '--format', 'html'], {})).stdout);
      pages.set('status.html', (await run(['status', EXAMPLES, '--format', 'html', '--all'], {})).stdout);
      for (const [name, page] of pages) writeFileSync(join(folder, name), page);
      const { stderr } = spawnSync('java', ['-jar', JAR, '--format', 'json', folder], { encoding: 'utf8', maxBuffer: 1 << 27 });
      const { messages } = JSON.parse(stderr) as { messages: Message[] };
      const errors = messages.filter(({ type }) => type !== 'info');
      assert.deepEqual(errors.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`), []); // prettier-ignore
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
