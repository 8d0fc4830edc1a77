/**
 * Works one server on a workspace of 2,000 reports for a given time: `npm run soak -- [--minutes 30] [--reports 2000] [--seed N]`. Reports are
 * opened, edited, asked about, saved by others and closed, and now and then `council.yaml` changes. Prints of each tenth of the time, in
 * quartiles, how long the findings of an edited report took, how long a process that only has the two parsers took for the same text
 * just afterwards, and how many times as long that is: a machine that is busy, or reports that grow, slow both. And hovers and
 * completions, the processor's time that the server took for an answer, and its memory. Exit 1 where an answer fails, or where the last
 * tenth has more than half as much again of memory, or of times the parsers, as the third.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { examples } from '../support/samples.ts';
import { randomOf } from '../support/random.ts';
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
const floor = fork(new URL('floorProcess.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
const open: number[] = [];
const uriOf = (i: number): string => `file://${pathOf(i)}`;
/** In milliseconds: answers with findings, the parsers alone on the same texts, and other answers. */
const times = { findings: [] as number[], floor: [] as number[], others: [] as number[] };

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
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
    times.findings.push(await timeOf(() => server.findings(uriOf(i))));
    const text = server.text(uriOf(i));
    times.floor.push(
      await timeOf(() => {
        floor.send(text);
        return once(floor, 'message');
      }),
    );
  } else if (what < 0.97) {
    const method = random() < 0.5 ? 'textDocument/hover' : 'textDocument/completion';
    const params = { textDocument: { uri: uriOf(i) }, position: { line: below(60), character: below(20) } };
    times.others.push(await timeOf(() => server.connection.sendRequest(method, params)));
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

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? 0;
const quartiles = (values: readonly number[]): string =>
  [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(1).padStart(5)).join(' ');

/** What the server has used since it began, in milliseconds: the kernel counts hundredths of a second. */
function processorTime(): number {
  const fields = readFileSync(`/proc/${server.child.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

const figures: { ratio: number; memory: number }[] = [];
const start = Date.now();
const all = Number(option.minutes) * 60_000;
let before = processorTime();
console.log('tenth  answers  findings, ms       parsers, ms        times the parsers  others, ms         processor, ms  memory');
try {
  for (let tenth = 1; tenth <= TENTHS; tenth++) {
    for (const list of Object.values(times)) list.length = 0;
    while (Date.now() - start < (tenth / TENTHS) * all) await act();
    const ratios = times.findings.map((time, i) => time / (times.floor[i] ?? 1));
    const memory = server.memory() ?? 0;
    const answers = times.findings.length + times.others.length;
    const used = processorTime() - before;
    before += used;
    figures.push({ ratio: quantile(ratios, 0.5), memory });
    const columns = [times.findings, times.floor, ratios, times.others].map(quartiles).join('  ');
    console.log(`${String(tenth).padStart(5)}  ${String(answers).padStart(7)}  ${columns}  ${(used / answers).toFixed(1).padStart(13)}  ${Math.round(memory)} MiB`); // prettier-ignore
  }
  if ((await server.stop()) !== 0) process.exitCode = 1;
} finally {
  server.child.kill('SIGKILL');
  floor.kill();
  rmSync(folder, { recursive: true });
}
const [early, late] = [figures[2], figures.at(-1)];
if (early && late && (late.memory > 1.5 * early.memory || late.ratio > 1.5 * early.ratio)) process.exitCode = 1;
