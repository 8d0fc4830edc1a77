#!/usr/bin/env node
// Times the language server as an editor feels it: from sending an edit to its diagnostics, completion, hover, all the other
// features while a report is edited, start, memory;
// on a generated report (70 lines of front matter, 2,000 words) and on one of 100,000 words.
//
//   npm run bench:lsp -- [--edits 200] [--peers FOLDER]    --peers: also yaml-language-server from FOLDER/node_modules,
//                                                          with and without its fixed timer, on the same front matter
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureFeatures } from './lspFeatures.mjs';

const { values: option } = parseArgs({ options: { edits: { type: 'string', default: '200' }, peers: { type: 'string' } } });
const root = resolve(import.meta.dirname, '../..');
const shared = process.env.SCRUTINY_BENCH ?? resolve(root, '../shared/bench');
if (!existsSync(shared)) {
  console.error(`The generator of reports and the measuring client are not at ${shared}. Name their folder in SCRUTINY_BENCH.`);
  process.exit(2);
}
const OURS = `node ${join(root, 'dist/cli.js')} server --stdio`;
const WORDS = 100_000;

const work = mkdtempSync(join(tmpdir(), 'scrutiny-bench-lsp-'));
try {
  const [reports, yaml] = [join(work, 'reports'), join(work, 'yaml')];
  run([join(shared, 'gen.mjs'), '--out', reports, '--extract', yaml, '--n', '10']);
  const report = join(reports, 'report-00003.md');
  const usual = measure('a usual report', OURS, report, ['--edits', option.edits, '--requests', option.edits]);
  const large = join(reports, 'large.md');
  writeFileSync(large, enlarge(readFileSync(report, 'utf8')));
  const few = ['--edits', '20', '--requests', '20', '--starts', '1', '--warmup', '4', '--pause', '200'];
  const huge = measure(`a report of ${WORDS} words`, OURS, large, few);
  const features = await measureFeatures(OURS.split(' '), report, Number(option.edits));
  console.table(features);
  if (option.peers) comparePeer(resolve(option.peers), join(yaml, 'report-00003.yaml'));
  judge('start to initialize, p50', usual.start.p50, 250);
  judge('edit to diagnostics, p95', Math.max(usual.toggle.p95, usual.prose.p95), 10);
  judge('completion, p95', usual.completion.p95, 5);
  judge('hover, p95', usual.hover.p95, 5);
  for (const [name, { p95 }] of Object.entries(features)) judge(`${name}, p95`, p95, 5);
  judge(`edit to diagnostics in ${WORDS} words, p50`, Math.max(huge.toggle.p50, huge.prose.p50), 150);
  judge('memory at the end, usual report', usual.memory.atEnd.rssMiB, 90, 'MiB');
} finally {
  rmSync(work, { recursive: true });
}

/** Drives one server on one file and prints what was measured. */
function measure(name, server, file, options) {
  const out = join(work, 'result.json');
  const args = ['--name', name, '--server', server, '--file', file, '--schema', join(shared, 'report.schema.json'), '--out', out];
  console.log(run([join(shared, 'lsp-latency.mjs'), ...args, ...options]));
  return JSON.parse(readFileSync(out, 'utf8'));
}

function comparePeer(peers, file) {
  const server = `${join(peers, 'node_modules/yaml-language-server/bin/yaml-language-server')} --stdio`;
  const options = ['--settings', join(shared, 'lsp/yaml-ls.settings.json'), '--edits', option.edits, '--requests', option.edits];
  measure('yaml-language-server', `node ${server}`, file, [...options, '--debounce', '200']);
  measure('yaml-language-server without its timer', `node -r ${join(shared, 'lsp/no-debounce.cjs')} ${server}`, file, options);
}

/** The report with its body over and over, the sections and paragraphs numbered on. */
function enlarge(text) {
  const end = text.indexOf('\n---\n', 4) + 5;
  const body = text.slice(end);
  const sections = (body.match(/^## \d+/gm) ?? []).length;
  const words = body.split(/\s+/).length;
  let whole = text.slice(0, end);
  for (let i = 0; i * words < WORDS; i++) {
    const on = (number) => Number(number) + i * sections;
    whole += body
      .replace(/^## (\d+)/gm, (_, number) => `## ${on(number)}`)
      .replace(/^(\d+)(\.\d+ )/gm, (_, number, rest) => `${on(number)}${rest}`);
  }
  return whole;
}

function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${args[0]} failed: ${stderr}`);
  return stdout;
}

function judge(what, value, most, unit = 'ms') {
  console.log(`${value <= most ? 'met   ' : 'MISSED'}  ${what}: ${value} ${unit} (target: at most ${most})`);
}
