// Times what an officer sees: from a key to the patched preview, in a real VS Code, as its browser measures it.
//
//   npm run bench:preview [-- --keys 60] [usual|long]
//   goals: from the change event to the patched page 50 ms at the 95th percentile for a usual report;
//   200 pages do not hold up typing
//
// The change event is the editor's: the moment at which its model has the letter, before it is drawn. Each leg of the way is
// printed by itself; stamps.mjs notes when messages pass between the extension and the server.
// Code-server runs the editor and the page of the preview in one thread of the browser; VS Code on the desktop does not.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Frame, Page } from 'playwright-core';
import { openVSCode } from '../vscode/host.ts';
import { Workbench } from '../vscode/e2e/workbench.ts';

const WORDS_A_PAGE = 450;
/** The first keys are typed while all programs are still being compiled. */
const WARM_UP = 10;
/** Milliseconds from a preview to the next key: those who type fast do so some eight times a second. */
const PAUSE = 60;
const { values, positionals } = parseArgs({ options: { keys: { type: 'string', default: '60' } }, allowPositionals: true });

const report = readFileSync(
  new URL('../../examples/northmoor/reports/2027-02-03-supported-bus-services.md', import.meta.url),
  'utf8',
);
const body = report.slice(report.indexOf('## 10.'));
const pages = Math.ceil((200 * WORDS_A_PAGE) / body.split(/\s+/).length);
const texts: Record<string, string> = { usual: report, long: report + `\n${body}`.repeat(pages - 1) };

/** The legs of the way, each from one moment to another. */
const LEGS: readonly (readonly [string, string, string])[] = [
  ['change event to patched preview', 'changed', 'patched'],
  ['  browser → extension → sent to the server', 'changed', 'hostTells'],
  ['  → server', 'hostTells', 'serverHears'],
  ['  server: check, layout, HTML', 'serverHears', 'serverAnswers'],
  ['  → extension', 'serverAnswers', 'hostHears'],
  ['  extension → page', 'hostHears', 'told'],
  ['  page: patch', 'told', 'patched'],
  ['key to change event', 'pressed', 'changed'],
  ['change event to drawn text', 'changed', 'drawn'],
  ['key to patched preview', 'pressed', 'patched'],
];

const folder = mkdtempSync(join(tmpdir(), 'scrutiny-bench-'));
const stamps = join(folder, 'stamps');
process.env['NODE_OPTIONS'] = `--import ${new URL('stamps.mjs', import.meta.url).href}`;
process.env['SCRUTINY_STAMPS'] = stamps;
try {
  mkdirSync(join(folder, 'open/reports'), { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `open/reports/${name}.md`), text);
  for (const name of positionals.length > 0 ? positionals : Object.keys(texts)) await measure(name, texts[name] ?? '');
} finally {
  if (process.env['KEEP_STAMPS']) writeFileSync(process.env['KEEP_STAMPS'], readFileSync(stamps));
  rmSync(folder, { recursive: true, force: true });
}

/** When things happened on the way of one key, in milliseconds. */
type Times = Readonly<Record<string, number>>;

/** Types into a report, waiting for the preview after each key, and prints how long it took. */
async function measure(name: string, text: string): Promise<void> {
  writeFileSync(stamps, '');
  const host = await openVSCode({ kind: 'node', folder: join(folder, 'open') });
  try {
    const { page } = host;
    const workbench = new Workbench(host);
    await workbench.open('reports', `${name}.md`);
    await page.getByRole('button', { name: 'Open Report Preview to the Side' }).click({ timeout: 120_000 });
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await preview.locator('main h1').waitFor({ timeout: 120_000 });
    const line = report.split('\n').findIndex((one) => one.startsWith('10.1 ')) + 1;
    await workbench.goTo(`${line}:9999`);
    const frame = await (await preview.locator('body').elementHandle()).ownerFrame();
    if (!frame) throw new Error('there is no preview');
    await page.waitForTimeout(5000);
    await watch(page, frame);
    const seen: Times[] = [];
    for (let key = 0; key < Number(values.keys); key++) {
      await frame.evaluate('window.patched = window.told = undefined');
      // A letter each time: a blank at the end of a paragraph changes nothing that is shown.
      await page.keyboard.press('a');
      await frame.evaluate(`new Promise((resolve) => {
        const look = () => (window.patched === undefined ? setTimeout(look, 2) : resolve());
        look();
      })`);
      const [pressed, changed, drawn] = await page.evaluate<number[]>('[window.pressed, window.changed, window.drawn]');
      const [told, patched] = await frame.evaluate<number[]>('[window.told, window.patched]');
      seen.push({ pressed, changed, drawn, told, patched } as Times);
      await page.waitForTimeout(PAUSE);
    }
    await page.waitForTimeout(500);
    print(`${name} report of ${text.split(/\s+/).length} words`, withMessages(seen.slice(WARM_UP)));
  } finally {
    await host.close();
  }
}

/** Has the pages note when a key was pressed, when the editor's model and page had it, and when the preview heard of it and had it. */
async function watch(page: Page, frame: Frame): Promise<void> {
  const now = 'performance.timeOrigin + performance.now()';
  await page.evaluate(`addEventListener('keydown', () => { window.pressed = ${now}; }, true);
    const input = document.querySelector('.editor-instance .native-edit-context');
    const changed = () => { window.changed = ${now}; window.drawn = undefined; };
    if (input?.editContext) input.editContext.addEventListener('textupdate', changed);
    else addEventListener('input', changed, true);
    new MutationObserver(() => { window.drawn ??= ${now}; }).observe(document.querySelector('.editor-instance .view-lines'), { childList: true, subtree: true, characterData: true });`);
  // The page's own listener is the first: what it looks at first is the message.
  await frame.evaluate(`const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
    Object.defineProperty(MessageEvent.prototype, 'data', { get() { window.told ??= ${now}; return get.call(this); } });
    new MutationObserver(() => { window.patched ??= ${now}; })
      .observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });`);
}

/** The times with those at which the messages of each key passed. */
function withMessages(seen: readonly Times[]): Times[] {
  const notes = readFileSync(stamps, 'utf8').trim().split('\n').map((line) => line.split(' ')); // prettier-ignore
  const last = (who: string, what: string, { pressed = 0, patched = 0 }: Times): number => {
    const found = notes.filter(([at, one, of]) => one === who && of === what && Number(at) >= pressed && Number(at) <= patched);
    return Number(found.at(-1)?.[0] ?? NaN);
  };
  return seen.map((times) => ({
    ...times,
    hostTells: last('host>', 'textDocument/didChange', times),
    serverHears: last('server<', 'textDocument/didChange', times),
    serverAnswers: last('server>', 'preview', times),
    hostHears: last('host<', 'preview', times),
  }));
}

function print(name: string, seen: readonly Times[]): void {
  console.log(`${name}, ${seen.length} keys: milliseconds at the median, the 95th percentile, at most`);
  for (const [leg, from, to] of LEGS) {
    const sorted = seen.map((times) => (times[to] ?? NaN) - (times[from] ?? NaN)).filter((time) => !Number.isNaN(time)).sort((a, b) => a - b); // prettier-ignore
    const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? NaN).toFixed(1).padStart(8);
    console.log(
      `  ${leg.padEnd(46)}${at(0.5)}${at(0.95)}${at(1)}${sorted.length < seen.length ? `  (${sorted.length} seen)` : ''}`,
    );
  }
}
