import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../server/src/linter/lint.ts';
import { writeBody } from '../../server/src/layout/html/htmlWriter.ts';
import { writeHtml } from '../../server/src/layout/html/htmlFile.ts';
import { previewSheets } from '../../server/src/layout/html/styleSheet.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { allLayouts } from '../support/layouts.ts';
import { knowledge } from '../support/ruleExamples.ts';
import { launch } from './browser.ts';

const STYLE = readFileSync(new URL('../../dist/previewStyle.css', import.meta.url), 'utf8');
/** A sheet and the gap to the next, in millimetres. */
const [SHEET, GAP] = [297, 8];

describe('the preview on paper', function () {
  it('has the pages that are printed, but for a line at the end of one', async function () {
    const browser = await launch();
    try {
      const page = await browser.newPage({ viewport: { width: 1000, height: 1200 } });
      if (!(await page.evaluate<boolean>("CSS.supports('column-wrap', 'wrap')"))) this.skip();
      const counts: Record<string, readonly number[]> = {};
      for (const { name, text, layout } of allLayouts()) {
        await page.setContent(writeHtml(layout));
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        const { base, print } = previewSheets(layout);
        const sheets = [base, print, STYLE].map((css) => `<style>${css}</style>`).join('');
        const { findings } = lint(parsePaper(text), knowledge());
        await page.setContent(`<!doctype html>${sheets}<body class="paper">${writeBody(layout, { findings })}`);
        const height = await page.evaluate<number>("document.querySelector('main').getBoundingClientRect().height");
        counts[name] = [pdf.match(/\/Type \/Page\b/g)?.length ?? 0, (height / 96) * 25.4];
      }
      assert.ok(Object.keys(counts).length > 3);
      for (const [name, [printed = 0, height = 0]] of Object.entries(counts)) {
        const sheets = Math.round(height + GAP) / (SHEET + GAP);
        // Chromium breaks columns and pages a fraction of a pixel apart, so a line at the very end may begin a sheet more or less.
        assert.ok(Number.isInteger(sheets) && Math.abs(sheets - printed) <= 1, `${name}: ${sheets} sheets, ${printed} pages`);
      }
      const same = Object.values(counts).filter(
        ([printed = 0, height = 0]) => Math.round(height) === printed * (SHEET + GAP) - GAP,
      );
      assert.ok(same.length >= Object.keys(counts).length * 0.8, JSON.stringify(counts));
    } finally {
      await browser.close();
    }
  });
});
