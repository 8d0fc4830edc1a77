import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { writeHtml } from '../../server/src/layout/html/htmlFile.ts';
import { allLayouts, laidOut } from '../support/layouts.ts';
import { launch, THEMES, violations, guard } from './browser.ts';
import { ATTACKS, attackedReport, LINKS, SVG } from './attacks.ts';

interface Looked {
  readonly ran: string;
  /** Elements and attributes that can run or fetch something. */
  readonly active: readonly string[];
  /** The protocols of all links. */
  readonly links: readonly string[];
  readonly text: string;
}

const LOOK = `(() => ({
  ran: document.documentElement.dataset.attacked ?? 'no',
  active: [...document.querySelectorAll('*')].flatMap((element) => [
    ...(/^(?:script|iframe|object|embed|form|input|svg|link|base|video|audio|style)$/i.test(element.tagName) &&
    element.parentElement !== document.head ? [element.tagName] : []),
    ...[...element.attributes].map(({ name }) => name).filter((name) => name.startsWith('on') || name === 'style'),
  ]),
  links: [...document.querySelectorAll('a')].map((link) => link.protocol),
  text: document.body.textContent,
}))()`;

describe('a laid-out report in a browser', function () {
  let browser: Browser;
  let page: Page;
  before(async () => void (browser = await launch()));
  after(() => browser.close());
  beforeEach(async () => void (page = await browser.newPage()));
  afterEach(() => page.close());

  it('gives axe-core nothing to complain of: all examples and real reports, light, dark and forced colours', async () => {
    const found: string[] = [];
    for (const { name, layout } of allLayouts()) {
      await page.setContent(writeHtml(layout));
      for (const [theme, media] of Object.entries(THEMES)) {
        await page.emulateMedia(media);
        found.push(...(await violations(page)).map((line) => `${name}, ${theme}: ${line}`));
      }
    }
    assert.deepEqual(found, []);
  });

  it('shows every attack as text: nothing runs, nothing is fetched', async () => {
    const asked = await guard(page);
    for (const template of ['cover-sheet', 'board-paper', 'committee-report', 'partner-paper', 'no-such-template']) {
      const layout = laidOut(attackedReport(template), { 'attack.svg': new TextEncoder().encode(SVG) });
      await page.setContent(writeHtml(layout));
      await page.mouse.move(200, 200);
      const { ran, active, links, text } = await page.evaluate<Looked>(LOOK);
      assert.deepEqual([ran, active], ['no', []]);
      assert.deepEqual(links.filter((protocol) => !['http:', 'https:', 'mailto:', 'tel:', 'about:'].includes(protocol)), []); // prettier-ignore
      for (const attack of ATTACKS) assert.ok(text.includes(attack), `${template}: ${attack}`);
      for (const { words } of LINKS) assert.ok(text.includes(words), `${template}: ${words}`);
    }
    assert.deepEqual(asked, []);
  });

  it('shows a table of 20,000 rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `| Row ${i} | ${i} |`).join('\n');
    const layout = laidOut(`---\ntemplate: partner-paper\ntitle: Long\n---\n\n| Name | Number |\n|---|---:|\n${rows}\n`);
    await page.setContent(writeHtml(layout));
    assert.equal(await page.locator('tbody tr').count(), 20_000);
  });
});
