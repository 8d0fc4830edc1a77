// Times what an officer sees: from a key to the patched preview, in a real VS Code, as its browser measures it.
//
//   npm run bench:preview      goals: 50 ms at the 95th percentile for a usual report; 200 pages do not hold up typing
//
// Code-server runs the editor and the page of the preview in one thread of the browser; VS Code on the desktop does not.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { openVSCode } from '../vscode/host.ts';
import { Workbench } from '../vscode/e2e/workbench.ts';

const WORDS_A_PAGE = 450;
const KEYS = 60;

const report = readFileSync(
  new URL('../../examples/northmoor/reports/2027-02-03-supported-bus-services.md', import.meta.url),
  'utf8',
);
const body = report.slice(report.indexOf('## 10.'));
const pages = Math.ceil((200 * WORDS_A_PAGE) / body.split(/\s+/).length);

const folder = mkdtempSync(join(tmpdir(), 'scrutiny-bench-'));
try {
  mkdirSync(join(folder, 'reports'));
  writeFileSync(join(folder, 'reports/usual.md'), report);
  writeFileSync(join(folder, 'reports/long.md'), report + `\n${body}`.repeat(pages - 1));
  await measure('usual.md', `${report.split(/\s+/).length} words`);
  await measure('long.md', '200 pages');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Types into a report, waiting for the preview after each key, and prints how long it took. */
async function measure(file: string, name: string): Promise<void> {
  const host = await openVSCode({ kind: 'node', folder });
  try {
    const { page } = host;
    const workbench = new Workbench(host);
    await workbench.open('reports', file);
    await page.getByRole('button', { name: 'Open Report Preview to the Side' }).click({ timeout: 120_000 });
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await preview.locator('main h1').waitFor({ timeout: 120_000 });
    const line = report.split('\n').findIndex((text) => text.startsWith('10.1 ')) + 1;
    await workbench.goTo(`${line}:9999`);
    const frame = await (await preview.locator('body').elementHandle()).ownerFrame();
    if (!frame) throw new Error('there is no preview');
    await page.waitForTimeout(5000);
    await watch(page, frame);
    const toPreview: number[] = [];
    const toText: number[] = [];
    for (let key = 0; key < KEYS; key++) {
      await frame.evaluate('window.patched = undefined');
      await page.keyboard.press(key % 6 === 5 ? 'Space' : 'a');
      await frame.evaluate(`new Promise((resolve) => {
        const look = () => (window.patched === undefined ? setTimeout(look, 2) : resolve());
        look();
      })`);
      const [pressed, painted] = await page.evaluate<[number, number]>('[window.pressed, window.painted]');
      toPreview.push((await frame.evaluate<number>('window.patched')) - pressed);
      toText.push(painted - pressed);
    }
    print(`${name}: key to preview`, toPreview);
    print(`${name}: key to text`, toText);
  } finally {
    await host.close();
  }
}

/** Has the pages note when a key was pressed, when it stood in the editor, and when the preview was patched (milliseconds). */
async function watch(page: Page, frame: Frame): Promise<void> {
  const now = 'performance.timeOrigin + performance.now()';
  await page.evaluate(`addEventListener('keydown', () => { window.pressed = ${now}; }, true);
    new MutationObserver(() => { window.painted = ${now}; }).observe(document.querySelector('.editor-instance .view-lines'), { childList: true, subtree: true, characterData: true });`);
  await frame.evaluate(`new MutationObserver(() => { window.patched ??= ${now}; })
    .observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });`);
}

function print(name: string, times: readonly number[]): void {
  const sorted = times.slice(10).sort((a, b) => a - b);
  const at = (part: number): string => `${(sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(0)} ms`;
  console.log(`${name}: ${at(0.5)} at the median, ${at(0.95)} at the 95th percentile, ${at(1)} at most`);
}
