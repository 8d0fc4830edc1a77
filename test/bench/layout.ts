// Times what a preview does for one report: parse, fields, layout and HTML, in a warm process.
//
//   npx tsx test/bench/layout.ts      goals: 2,000 words in at most 6 ms at the median; 200 pages of body in under 300 ms
import { readFileSync } from 'node:fs';
import { writeHtml } from '../../server/src/layout/html/htmlFile.ts';
import { createLayout } from '../../server/src/layout/createLayout.ts';
import { parsePaper } from '../../server/src/paper/paper.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import { readFields } from '../../server/src/template/fields.ts';

const template = builtInTemplates.get('committee-report');
const file = new URL('../../examples/northmoor/reports/2027-02-03-supported-bus-services.md', import.meta.url);
const report = readFileSync(file, 'utf8');
/** A page holds about 450 words. */
const WORDS_A_PAGE = 450;
const words = report.split(/\s+/).length;
const body = report.slice(report.indexOf('## 10.'));
const pages = Math.ceil((200 * WORDS_A_PAGE) / body.split(/\s+/).length);

measure(`${words} words`, report, 300);
measure('200 pages', report + `\n${body}`.repeat(pages - 1), 15);

function measure(name: string, text: string, runs: number): void {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const parsed = parsePaper(text);
    const html = writeHtml(createLayout(parsed, readFields(parsed, template), { council: {} }));
    times.push(performance.now() - start);
    if (html.length < text.length / 2) throw new Error('the report was not laid out');
  }
  const sorted = times.slice(Math.floor(runs / 3)).sort((a, b) => a - b);
  console.log(
    `${name}: ${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} ms at the median, ${(sorted.at(-1) ?? 0).toFixed(1)} ms at most`,
  );
}
