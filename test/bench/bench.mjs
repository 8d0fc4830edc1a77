#!/usr/bin/env node
// Times the whole process of `scrutiny lint` against the floor: a program that only reads every file, parses its YAML and
// Markdown with the same libraries and validates it with one compiled schema. Both in the same run, by turns; ratios count.
//
//   npm run bench -- [--n 1000] [--runs 5] [--grow]     --grow: ten times the files as well, for the proportion
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values: option } = parseArgs({
  options: {
    n: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    grow: { type: 'boolean', default: false },
  },
});
/** Of so many reports, a second core takes its part. */
const MANY = 10_000;
const root = resolve(import.meta.dirname, '../..');
const shared = process.env.SCRUTINY_BENCH ?? resolve(root, '../shared/bench');
if (!existsSync(shared)) {
  console.error(`The generator of reports and the floor program are not at ${shared}. Name their folder in SCRUTINY_BENCH.`);
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'scrutiny-bench-'));
try {
  const sizes = option.grow ? [Number(option.n), Number(option.n) * 10] : [Number(option.n)];
  const [small, large] = sizes.map(measure);
  if (large) console.log(`ten times the files: ${(large.ours / small.ours).toFixed(1)} times the time`);
} finally {
  rmSync(work, { recursive: true });
}

/** Runs both programs on `n` generated reports and prints their medians; gives them in seconds. */
function measure(n) {
  const reports = join(work, String(n));
  run('generator', [join(shared, 'gen.mjs'), '--out', reports, '--n', String(n)]);
  const programs = {
    floor: [
      join(shared, 'baseline.mjs'),
      '--mode',
      'full-mdit',
      '--dir',
      reports,
      '--peers',
      root,
      '--schema',
      join(shared, 'report.schema.json'),
    ],
    ours: [join(root, 'dist/cli.js'), 'lint', reports, '--format', 'json'],
  };
  for (const args of Object.values(programs)) run('warm-up', args);
  const times = { floor: [], ours: [] };
  const peaks = { floor: 0, ours: 0 };
  for (let i = 0; i < Number(option.runs); i++) {
    for (const [name, args] of Object.entries(programs)) {
      const { seconds, mebibytes } = run(name, args);
      times[name].push(seconds);
      peaks[name] = Math.max(peaks[name], mebibytes);
    }
  }
  const [floor, ours] = [median(times.floor), median(times.ours)];
  for (const name of Object.keys(programs)) {
    const rate = (median(times[name]) * 1000) / n;
    console.log(
      `${n} reports  ${name.padEnd(5)}  ${median(times[name]).toFixed(2)} s  ${rate.toFixed(2)} ms each  peak ${peaks[name].toFixed(0)} MiB`,
    );
  }
  const [most, memory] = n < MANY ? [1.5, 150] : [0.9, 250];
  console.log(
    `${n} reports  ratio ${(ours / floor).toFixed(2)} (target: at most ${most}), peak memory target: under ${memory} MiB`,
  );
  return { floor, ours };
}

/** One process from start to end: wall time, and the most memory it held. */
function run(name, args) {
  const peakFile = join(work, 'peak');
  const probe = `data:text/javascript,${encodeURIComponent(
    `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(peakFile)},String(process.resourceUsage().maxRSS)))`,
  )}`;
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', probe, ...args], { cwd: root, maxBuffer: 1 << 30 });
  const seconds = (performance.now() - start) / 1000;
  if (status === null || status > 1) throw new Error(`${name} failed: ${stderr}`);
  return { seconds, mebibytes: Number(readFileSync(peakFile, 'utf8')) / 1024 };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
