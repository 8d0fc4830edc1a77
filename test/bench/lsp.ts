/**
 * Times the built language server as an editor feels it: its start, an edit and its diagnostics (also the first ten of a session),
 * completion, hover, all the other questions while a report is edited, and memory; on a generated report and on one of 100,000 words.
 *
 *   npm run bench:lsp -- [--edits 200]
 *
 * No edit is sent before the one before it has been answered. Times are wall time: run nothing else meanwhile.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ServerProcess } from '../robustness/serverProcess.ts';
import { generateReport, type GeneratedReport } from '../support/generatedReports.ts';
import { writeReports } from '../support/reportFiles.ts';
import { endOf, positionIn, questionsAbout } from './lspQuestions.ts';

const { values: option } = parseArgs({ options: { edits: { type: 'string', default: '200' } } });
const EDITS = Number(option.edits);
const STARTS = 5;
const FIRST = 10;
/** So many of each kind are not counted: by then what is used often has been compiled. */
const WARM_UP = 20;
const WORDS = 100_000;
/** Where people ask for completions and hovers: behind these. */
const ASKED_AT: readonly RegExp[] = [/^status: /m, /^template: /m, /^ {4}current: /m];

const work = mkdtempSync(join(tmpdir(), 'scrutiny-bench-lsp-'));
try {
  writeReports(work, 10);
  const folder = pathToFileURL(work).href;
  const { name, text } = usualReport();

  const starts: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const start = performance.now();
    const server = await ServerProcess.start(folder);
    starts.push(performance.now() - start);
    await server.stop();
  }
  judge('start to initialize, p50', quantile(starts, 0.5), 250);

  const server = await ServerProcess.start(folder);
  const uri = `${folder}/${name}`;
  await server.open(uri, text);
  await server.findings(uri);
  judge(`the first ${FIRST} edits, slowest`, Math.max(...(await toggle(server, uri, FIRST))), 50);
  await toggle(server, uri, WARM_UP);
  await type(server, uri, WARM_UP);
  judge('an edit that makes or fixes a mistake, p95', quantile(await toggle(server, uri, EDITS), 0.95), 10);
  judge('an edit of prose, p95', quantile(await type(server, uri, EDITS), 0.95), 10);
  for (const [what, method] of [['completion', 'textDocument/completion'], ['hover', 'textDocument/hover']] as const)
    judge(`${what}, p95`, quantile(await ask(server, uri, method, EDITS), 0.95), 5); // prettier-ignore
  for (const [what, times] of Object.entries(await askAll(server, uri, Math.ceil(EDITS / 4))))
    judge(`${what} after an edit, p95`, quantile(times, 0.95), 5);
  judge('memory at the end', server.memory() ?? NaN, 100, 'MiB');
  await server.stop();

  const large = await ServerProcess.start(folder);
  await large.open(uri, enlarge(text));
  await large.findings(uri);
  judge(`an edit in ${WORDS} words, p50`, quantile(await type(large, uri, 20), 0.5), 150);
  await large.stop();
} finally {
  rmSync(work, { recursive: true });
}

/** The first generated committee report without a mistake. */
function usualReport(): GeneratedReport {
  for (let i = 0; ; i++) {
    const report = generateReport(i);
    if (report.labels.length === 0 && report.text.includes('template: committee-report')) return report;
  }
}

/** Breaks the status and puts it right again, in turn. @returns milliseconds from each edit to its diagnostics */
async function toggle(server: ServerProcess, uri: string, edits: number): Promise<number[]> {
  const at = endOf(server.text(uri), /^status: public/m);
  const times: number[] = [];
  let before = (await server.findings(uri)).length;
  for (let i = 0; i < edits; i++) {
    const isWrong = i % 2 === 0;
    const edit = isWrong ? { start: at, end: at, text: 'x' } : { start: at, end: at + 1, text: '' };
    const start = performance.now();
    await server.edit(uri, [edit]);
    const count = (await server.findings(uri)).length;
    times.push(performance.now() - start);
    if (count !== before + (isWrong ? 1 : -1)) throw new Error(`edit ${i} is answered with ${count} findings after ${before}`);
    before = count;
  }
  return times;
}

/** Types letters behind the number of a paragraph. @returns milliseconds from each to its diagnostics */
async function type(server: ServerProcess, uri: string, edits: number): Promise<number[]> {
  const at = endOf(server.text(uri), /^\d+\.\d+ \w+/m);
  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    const start = performance.now();
    await server.edit(uri, [{ start: at + i, end: at + i, text: 'etaoin'.charAt(i % 6) }]);
    await server.findings(uri);
    times.push(performance.now() - start);
  }
  return times;
}

/** Asks at one place after the other. @returns milliseconds to each answer */
async function ask(server: ServerProcess, uri: string, method: string, count: number): Promise<number[]> {
  const text = server.text(uri);
  const positions = ASKED_AT.map((pattern) => positionIn(text, endOf(text, pattern)));
  const times: number[] = [];
  for (let i = -WARM_UP; i < count; i++) {
    const start = performance.now();
    const answer = await server.connection.sendRequest(method, {
      textDocument: { uri },
      position: positions[(i + WARM_UP) % positions.length],
    });
    if (i >= 0) times.push(performance.now() - start);
    if (answer === null) throw new Error(`${method} has no answer`);
  }
  return times;
}

/**
 * Types a letter, asks for its diagnostics, then for everything else, in another order each time: the first to ask has what all of them
 * need read.
 * @returns milliseconds to the answers, by what was asked
 */
async function askAll(server: ServerProcess, uri: string, edits: number): Promise<Record<string, number[]>> {
  const names = Object.keys(questionsAbout(uri, server.text(uri)));
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let i = -WARM_UP; i < edits; i++) {
    await type(server, uri, 1);
    const questions = Object.entries(questionsAbout(uri, server.text(uri)));
    const first = (i + WARM_UP) % names.length;
    for (const [name, [method, params]] of [...questions.slice(first), ...questions.slice(0, first)]) {
      const start = performance.now();
      await server.connection.sendRequest(method, params);
      if (i >= 0) times[name]?.push(performance.now() - start);
    }
  }
  return times;
}

/** The report with its body over and over, the sections and paragraphs numbered on. */
function enlarge(text: string): string {
  const end = text.indexOf('\n---\n', 4) + 5;
  const body = text.slice(end);
  const sections = (body.match(/^## \d+/gm) ?? []).length;
  const times = Math.ceil(WORDS / body.split(/\s+/).length);
  const numberedOn = (i: number): string =>
    body
      .replace(/^## (\d+)/gm, (_, number) => `## ${Number(number) + i * sections}`)
      .replace(/^(\d+)(?=\.\d)/gm, (_, number) => `${Number(number) + i * sections}`);
  return text.slice(0, end) + Array.from({ length: times }, (_, i) => numberedOn(i)).join('\n');
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN;
}

function judge(what: string, value: number, most: number, unit = 'ms'): void {
  console.log(`${value <= most ? 'met   ' : 'MISSED'}  ${what}: ${value.toFixed(1)} ${unit} (at most ${most})`);
}
