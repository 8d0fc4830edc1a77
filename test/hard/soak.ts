/**
 * Works one server on a workspace of 2,000 reports for a given time: `npm run soak -- [--minutes 30] [--reports 2000] [--seed N]`. Reports are
 * opened, edited, asked about, saved by others and closed, and now and then `council.yaml` changes. Prints latency and memory of each
 * tenth of the time. Exit 1 where an answer fails, or where the last tenth needs more than half as much again of either as the third.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { examples } from '../samples.ts';
import { randomOf } from './randomEdits.ts';
import { ServerProcess } from './serverProcess.ts';

const { values: option } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    reports: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const TENTHS = 10;
const random = randomOf(Number(option.seed));
const below = (limit: number): number => Math.floor(random() * limit);
const count = Number(option.reports);

/** A report of its own: an example with other names, figures and words, some of them wrong. */
function variant(i: number): string {
  const { text } = examples[i % examples.length] ?? { text: '' };
  const end = text.indexOf('\n---\n') + 5;
  const paragraphs = text.slice(end).split('\n\n');
  const more = Array.from({ length: below(20) }, () => paragraphs[below(paragraphs.length)] ?? '');
  return `${text.slice(0, end)}${[...paragraphs, ...more].join('\n\n')}\n\nThis is report ${i}${i % 7 === 0 ? ' and and more' : ''}.\n`;
}

const folder = mkdtempSync(join(tmpdir(), 'scrutiny-soak-'));
const council = readFileSync(new URL('../../examples/northmoor/council.yaml', import.meta.url), 'utf8');
const pathOf = (i: number): string => join(folder, 'reports', `report-${i}.md`);
mkdirSync(join(folder, '.git'));
mkdirSync(join(folder, 'reports'));
writeFileSync(join(folder, 'council.yaml'), council);
for (let i = 0; i < count; i++) writeFileSync(pathOf(i), variant(i));
const server = await ServerProcess.start(`file://${folder}`);
const open: number[] = [];
const uriOf = (i: number): string => `file://${pathOf(i)}`;
const times: number[] = [];

async function timed<T>(work: Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work;
  times.push(performance.now() - start);
  return result;
}

function told(path: string): Promise<void> {
  return server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${path}`, type: 2 }] });
}

/** One thing that an editor does. */
async function act(): Promise<void> {
  const what = random();
  const i = open[below(open.length)];
  if (i === undefined || (what < 0.02 && open.length < 30)) {
    const next = below(count);
    if (open.includes(next)) return;
    open.push(next);
    await server.open(uriOf(next), readFileSync(pathOf(next), 'utf8'));
  } else if (what < 0.035) {
    open.splice(open.indexOf(i), 1);
    await server.close(uriOf(i));
  } else if (what < 0.75) {
    const { length } = server.text(uriOf(i));
    const start = below(length);
    if (length > 60_000) await server.replaceAll(uriOf(i), variant(i));
    else
      await server.edit(uriOf(i), [{ start, end: Math.min(length, start + below(3)), text: random() < 0.5 ? 'a' : 'the the ' }]);
    await timed(server.findings(uriOf(i)));
  } else if (what < 0.97) {
    const method = random() < 0.5 ? 'textDocument/hover' : 'textDocument/completion';
    await timed(
      server.connection.sendRequest(method, {
        textDocument: { uri: uriOf(i) },
        position: { line: below(60), character: below(20) },
      }),
    );
  } else if (what < 0.9995) {
    const other = below(count);
    writeFileSync(pathOf(other), variant(other));
    await told(pathOf(other));
  } else {
    writeFileSync(join(folder, 'council.yaml'), `${council}# ${random()}\n`);
    await told(join(folder, 'council.yaml'));
    await server.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  }
}

const quantile = (share: number): number => [...times].sort((a, b) => a - b)[Math.floor(share * times.length)] ?? 0;

const figures: { median: number; memory: number }[] = [];
const start = Date.now();
const all = Number(option.minutes) * 60_000;
try {
  for (let tenth = 1; tenth <= TENTHS; tenth++) {
    times.length = 0;
    while (Date.now() - start < (tenth / TENTHS) * all) await act();
    figures.push({ median: quantile(0.5), memory: server.memory() ?? 0 });
    console.log(
      `${tenth}/${TENTHS}: ${times.length} answers, ${quantile(0.5).toFixed(1)} ms at the median, ${quantile(0.95).toFixed(0)} at 95 %, ` +
        `${quantile(1 - 1 / times.length).toFixed(0)} at most; ${Math.round(server.memory() ?? 0)} MiB`,
    );
  }
  if ((await server.stop()) !== 0) process.exitCode = 1;
} finally {
  server.child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
}
const [early, late] = [figures[2], figures.at(-1)];
if (early && late && (late.memory > 1.5 * early.memory || late.median > 1.5 * early.median)) process.exitCode = 1;
