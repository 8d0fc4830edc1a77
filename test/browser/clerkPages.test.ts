import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { TempRepository } from '../support/tempRepository.ts';
import { guard, launch, THEMES, violations } from './browser.ts';

const COUNCIL = readFileSync(new URL('../../examples/as-received/council.yaml', import.meta.url), 'utf8');
const RECEIVED = ['2026-09-24-minor-injuries-units', '2026-10-14-library-opening-hours', '2027-02-03-supported-bus-services'];
const WIDE = 'an-address-without-a-break-'.repeat(12);

describe("the clerk's pages in a browser", function () {
  let browser: Browser;
  let page: Page;
  const pages: Record<string, string> = {};
  before(async () => {
    browser = await launch();
    const files = RECEIVED.map((name): [string, string] => [
      `reports/${name}.md`,
      readFileSync(new URL(`../../examples/as-received/reports/${name}.md`, import.meta.url), 'utf8'),
    ]);
    const world = new TempRepository(Object.fromEntries(files));
    world.write('council.yaml', `${COUNCIL}\ncolor: x\n`);
    world.write(
      `reports/${WIDE.slice(0, 200)}.md`,
      `---\ntemplate: partner-paper\ntitle: ${WIDE}\n---\n\n## 1. ${WIDE}\n\nxxx\n`,
    );
    world.write('reports/fit.md', '---\ntemplate: partner-paper\ncommittee: Cabinet\ndate: 2026-12-15\ntitle: Fit\nofficer-contact:\n  organisation: x\n---\n'); // prettier-ignore
    world.write('reports/latin.md', Buffer.from('---\ntemplate: partner-paper\ntitle: Caf\xe9\n---\n', 'latin1'));
    const today = ['--today', '2026-09-20'];
    pages['lint'] = (await world.run(['lint', '--format', 'html', ...today])).stdout;
    pages['status'] = (await world.run(['status', '--all', '--format', 'html', ...today])).stdout;
    const empty = new TempRepository({ 'a.md': '# No report\n' });
    pages['lint of nothing'] = (await empty.run(['lint', '--format', 'html', ...today])).stdout;
    pages['status of nothing'] = (await empty.run(['status', '--format', 'html', ...today])).stdout;
  });
  after(async () => {
    TempRepository.removeAll();
    await browser.close();
  });
  beforeEach(async () => void (page = await browser.newPage()));
  afterEach(() => page.close());

  it('give axe-core nothing to complain of: light, dark and forced colours, wide and narrow', async () => {
    const found: string[] = [];
    for (const [name, html] of Object.entries(pages)) {
      await page.setContent(html);
      for (const [theme, media] of Object.entries(THEMES)) {
        await page.emulateMedia(media);
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await violations(page)).map((line) => `${name}, ${theme}, ${width}: ${line}`));
        }
      }
    }
    assert.deepEqual(found, []);
  });

  it('need no sideways scrolling at 320 pixels (WCAG 1.4.10), and ask for nothing', async () => {
    const asked = await guard(page);
    await page.setViewportSize({ width: 320, height: 800 });
    for (const [name, html] of Object.entries(pages)) {
      await page.setContent(html);
      assert.equal(await page.evaluate<number>('document.documentElement.scrollWidth'), 320, name);
    }
    assert.deepEqual(asked, []);
  });

  it('both say what could not be checked', () => {
    for (const name of ['lint', 'status'])
      assert.match(pages[name] ?? '', /<h2 id="problems">Not everything could be checked<\/h2>[^]*latin\.md/);
  });

  it('hide by keyboard what is not wanted', async () => {
    await page.setContent(pages['lint'] ?? '');
    const shown = (): Promise<number> => page.locator('tr.error:visible').count();
    const before = await shown();
    assert.ok(before > 5);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate<string>('document.activeElement.id'), 'show-error');
    await page.keyboard.press('Space');
    assert.equal(await shown(), 0);
    await page.keyboard.press('Space');
    assert.equal(await shown(), before);
  });

  it('have targets of at least 24 by 24 pixels, or links in a line of text (WCAG 2.5.8)', async () => {
    await page.setContent(pages['lint'] ?? '');
    const heights = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.filters label')].map((label) => label.getBoundingClientRect().height)`,
    );
    assert.equal(heights.length, 4);
    assert.ok(heights.every((height) => height >= 24), heights.join()); // prettier-ignore
  });
});
