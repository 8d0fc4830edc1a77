import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { browserPath } from '../browser/browser.ts';
import { assertEnded, type Command } from './command.ts';
import { copyExample, EXAMPLES, reportsOf } from './installed.ts';
import { assertHtml, RENDER_FORMS } from './readBack.ts';

/** The browser that prints PDF: elsewhere than on Linux only one that SCRUTINY_BROWSER names. */
const HAS_BROWSER = process.platform === 'linux' || process.env['SCRUTINY_BROWSER'] !== undefined;

/** Declares the tests of `scrutiny render`. */
export function renderTests(render: Command): void {
  for (const example of EXAMPLES) {
    for (const [form, read] of Object.entries(RENDER_FORMS)) {
      it(`writes each report of ${example} as ${form}`, async function () {
        if (form === 'pdf' && !HAS_BROWSER) {
          console.log('      Set SCRUTINY_BROWSER to a Chrome, Edge or Chromium to run this.');
          this.skip();
        }
        const cwd = copyExample(example);
        const browser = form === 'pdf' ? { browser: await browserPath() } : {};
        for (const report of reportsOf(cwd)) {
          const { stdout } = await render.run([report, '-o', `out.${form}`], { cwd, ...browser });
          assert.equal(stdout, `out.${form}\n`);
          await read(join(cwd, `out.${form}`));
        }
      });
    }
  }

  it('draws pictures for Word by a browser', async function () {
    if (!HAS_BROWSER) this.skip();
    const cwd = copyExample('northmoor');
    const report = reportsOf(cwd).find((name) => name.includes('bus')) ?? '';
    await render.run([report, '--output', 'out.docx', '--council', 'council.yaml'], { cwd, browser: await browserPath() });
    await RENDER_FORMS['docx']?.(join(cwd, 'out.docx'));
  });

  it('says in one line that a PDF needs a browser', async () => {
    const cwd = copyExample('northmoor');
    const [report = ''] = reportsOf(cwd);
    await render.run([report, '-o', 'out.pdf'], { cwd, code: 2, stderr: /^scrutiny: out\.pdf: a PDF needs [^\n]+\n$/ });
  });
}

/** Declares the tests of `scrutiny preview`. */
export function previewTests(preview: Command): void {
  for (const example of EXAMPLES) {
    it(`shows every page of ${example} until Ctrl+C`, async () => {
      const cwd = copyExample(example);
      const { child, ended } = preview.start(['--port', '0', '.'], { cwd });
      const [line] = (await Promise.race([once(child.stdout, 'data'), ended.then(() => [''])])) as [string];
      try {
        assert.match(line, /^http:\/\/127\.0\.0\.1:\d+\/[\w-]+\/\n$/);
        const list = await open(line.trim());
        const links = [...list.matchAll(/href="([^"#]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
        assert.equal(links.length, reportsOf(cwd).length);
        for (const href of links) await open(new URL(href, line.trim()).href);
      } finally {
        // A server that died while a page was opened has ended by a signal: that is what is said then.
        child.kill('SIGINT');
        const result = await ended;
        // Windows has no signals: there the process is ended from outside.
        if (process.platform !== 'win32') assertEnded(result, 0, 'preview');
        assert.equal(result.stderr, '');
      }
    });
  }
}

/** Opens a page, which must be there and be HTML. @returns it */
async function open(url: string): Promise<string> {
  const response = await fetch(url);
  const page = await response.text();
  assert.equal(response.status, 200, url);
  assertHtml(page);
  return page;
}
