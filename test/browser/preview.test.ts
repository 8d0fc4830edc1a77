import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { PREVIEW, PREVIEW_CHANGE, type PreviewContent, type PreviewChange } from '../../server/src/lsp/protocol/protocol.ts';
import { randomOf } from '../support/random.ts';
import { TestClient } from '../support/testClient.ts';
import { launch } from './browser.ts';

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const LOGO = file('examples/northmoor/brand/logo.svg');
const REPORT = 'file:///work/reports/a.md';
const SEEDS = [
  file('examples/as-received/reports/2026-10-14-library-opening-hours.md'),
  file('examples/as-received/reports/2027-02-03-supported-bus-services.md').replaceAll('\n', '\r\n'),
  file('test/fixtures/awkward.md'),
];
/** What is typed: much of it makes paragraphs, sections, findings and footnotes come and go. */
const TYPED = [
  'a',
  ' the the ',
  'TBC',
  '\n',
  '\n\n',
  '\r\n',
  '## 11. Costs\n\n',
  '\n\n10.4 Members are asked to note.\n\n',
  '- one\n- two\n',
  '| a | b |\n| --- | --- |\n| 1 | 2 |\n',
  '```\n',
  '![Plan](../brand/logo.svg)\n',
  'Text[^n].\n\n[^n]: A note.\n',
  '<!--',
  '---\n',
  '  ',
  ':',
  '# ',
];

describe('the page of the preview', function () {
  let browser: Browser;
  let page: Page;
  let script: string;
  before(async () => {
    browser = await launch();
    const built = await build({
      stdin: { contents: PAGE, resolveDir: new URL('.', import.meta.url).pathname, loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
    });
    script = built.outputFiles[0]?.text ?? '';
  });
  after(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage();
    await page.setContent('<main></main>');
    await page.evaluate(script);
  });
  afterEach(() => page.close());

  for (const [i, seed] of SEEDS.entries())
    it(`is after any edits what it would be if it were written anew: ${i}`, async () => {
      const editor = await TestClient.start({ files: { '/work/council.yaml': 'name: Northmoor\nlogo: brand/logo.svg\n', '/work/brand/logo.svg': LOGO } }); // prettier-ignore
      await editor.open(REPORT, seed);
      const random = randomOf(i + 1);
      const below = (limit: number): number => Math.floor(random() * limit);
      const undo: string[] = [];
      let since: number | undefined;
      let parts = 0;
      let isReport = true;
      for (let edit = 0; edit < 80; edit++) {
        const text = editor.text(REPORT);
        if (!isReport || edit % 30 === 29) await editor.edit(REPORT, 0, text.length, seed);
        else if (undo.length > 0 && random() < 0.25) await editor.edit(REPORT, 0, text.length, undo.pop() ?? '');
        else {
          undo.push(text);
          const start = below(text.length);
          const end = random() < 0.7 ? start : Math.min(text.length, start + below(60));
          await editor.edit(REPORT, start, end, random() < 0.85 ? (TYPED[below(TYPED.length)] ?? '') : '');
        }
        const change = await editor.connection.sendRequest<PreviewChange | null>(PREVIEW_CHANGE, { uri: REPORT, since });
        const whole = await editor.connection.sendRequest<PreviewContent | null>(PREVIEW, { uri: REPORT });
        since = change?.id;
        isReport = change !== null;
        if (!change || !whole) {
          assert.equal(change, whole);
          continue;
        }
        if (change.since !== undefined) parts++;
        const [shown, fresh] = await page.evaluate<string[]>(`take(${JSON.stringify(change)}, ${JSON.stringify(whole.html)})`);
        assert.equal(shown, fresh);
        assert.deepEqual(await page.evaluate('findings'), whole.findings);
      }
      assert.ok(parts > 40, `${parts} changes`);
      await editor.stop();
    });
});

/** The part of the page that takes changes; `take` gives the element `main`, with lines and places counted through, and a fresh one. */
const PAGE = `
import { BlockList } from '../../client/webview/blockList.ts';
import { takeFindings } from '../../server/src/lsp/protocol/protocol.ts';
const main = document.querySelector('main');
const blocks = new BlockList(main);
globalThis.findings = [];
globalThis.take = (change, html) => {
  blocks.take(change);
  findings = takeFindings(change.since === undefined ? [] : findings, change);
  const copy = main.cloneNode(true);
  const originals = main.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, i) => {
    const block = blocks.of(originals[i]);
    for (const [name, from] of [['data-line', block.line], ['data-end', block.line], ['data-finding', block.place]])
      if (element.hasAttribute(name)) element.setAttribute(name, Number(element.getAttribute(name)) + from);
  });
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
  // Between the blocks of a fresh page there are line ends.
  for (const node of [...fresh.childNodes]) if (node.nodeType === Node.TEXT_NODE && node.data.trim() === '') node.remove();
  return [written(copy), written(fresh)];
};
/** As HTML, with attributes in the order of their names. */
function written(main) {
  for (const element of [main, ...main.querySelectorAll('*')]) {
    const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name } of attributes) element.removeAttribute(name);
    for (const { name, value } of attributes) element.setAttribute(name, value);
  }
  return main.outerHTML;
}
`;
