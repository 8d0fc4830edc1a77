/**
 * Measures whole processes of `scrutiny lint` and of the floor (floor.mjs) on generated reports, by turns in one run, and prints their
 * wall time, user processor time and peak memory, and how many times the floor's each is. Ratios count: seconds depend on the machine
 * and on what else it does.
 *
 *   npm run bench -- [--n 1000] [--many 10000] [--runs 7] [--seed 1]     --many 0: only the first of the two sizes
 *
 * SCRUTINY_BENCH names another folder with a generator (gen.mjs), a floor (baseline.mjs) and its schema (report.schema.json).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeReports } from '../support/reportFiles.ts';

const { values: option } = parseArgs({
  options: {
    n: { type: 'string', default: '1000' },
    many: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '7' },
    seed: { type: 'string', default: '1' },
  },
});
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OTHER = process.env['SCRUTINY_BENCH'];
const RUNS = Number(option.runs);
/** Before all meetings, so that no report is late. */
const TODAY = '2026-01-05';
const WORKERS = '2';

/** What one process used: seconds, and MiB. */
interface Use {
  readonly wall: number;
  readonly user: number;
  readonly peak: number;
}

const work = mkdtempSync(join(tmpdir(), 'scrutiny-bench-'));
try {
  const few = measure(Number(option.n), ['floor', 'one thread']);
  judge('one thread, times the floor (wall)', ratio(few, 'one thread', 'floor', 'wall'), 2.2);
  judge('one thread, times the floor (user)', ratio(few, 'one thread', 'floor', 'user'), 2.2);
  judge('one thread, peak MiB', peakOf(few, 'one thread'), 150);
  if (Number(option.many) > 0) {
    const many = measure(Number(option.many), ['floor', 'floor, 2 workers', 'one thread', '2 threads']);
    console.log(
      `        2 threads, times the floor with 2 workers (wall): ${ratio(many, '2 threads', 'floor, 2 workers', 'wall').toFixed(2)}`,
    );
    judge('2 threads, times the floor in one thread (wall)', ratio(many, '2 threads', 'floor', 'wall'), 1.4);
    judge('2 threads, peak MiB', peakOf(many, '2 threads'), 300);
    const times = Number(option.many) / Number(option.n);
    const growth = medianOf(many, 'one thread', 'user') / medianOf(few, 'one thread', 'user');
    judge(`${times} times the reports, times the user time`, growth, 1.05 * times);
  }
} finally {
  rmSync(work, { recursive: true });
}

type Uses = ReadonlyMap<string, readonly Use[]>;

/** Runs programs by turns on `n` reports, and prints their medians. The first round, which fills the caches, does not count. */
function measure(n: number, names: readonly string[]): Uses {
  const reports = join(work, String(n));
  if (OTHER === undefined) writeReports(reports, n, Number(option.seed));
  else run([join(OTHER, 'gen.mjs'), '--out', reports, '--n', String(n), '--seed', option.seed]);
  const uses = new Map<string, Use[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= RUNS; round++) {
    for (const [name, list] of uses) {
      const use = run(commandOf(name, reports));
      if (round > 0) list.push(use);
    }
  }
  for (const name of names) {
    const [wall, user] = [medianOf(uses, name, 'wall'), medianOf(uses, name, 'user')];
    console.log(
      `${n} reports  ${name.padEnd(16)}  wall ${wall.toFixed(2)} s (${ratio(uses, name, 'floor', 'wall').toFixed(2)} times the floor)  ` +
        `user ${user.toFixed(2)} s (${ratio(uses, name, 'floor', 'user').toFixed(2)})  peak ${peakOf(uses, name).toFixed()} MiB`,
    );
  }
  return uses;
}

function commandOf(name: string, reports: string): string[] {
  if (name.startsWith('floor')) {
    const workers = name === 'floor' ? [] : ['--workers', WORKERS];
    if (OTHER === undefined) return [join(ROOT, 'test/bench/floor.mjs'), reports, ...workers];
    const schema = ['--schema', join(OTHER, 'report.schema.json')];
    return [join(OTHER, 'baseline.mjs'), '--mode', 'full-mdit', '--dir', reports, '--peers', ROOT, ...schema, ...workers];
  }
  const jobs = name === 'one thread' ? '1' : WORKERS;
  return [join(ROOT, 'dist/cli.js'), 'lint', reports, '--format', 'json', '--today', TODAY, '--jobs', jobs];
}

/** Runs one process from start to end. @throws where it fails; 1 says that there are findings */
function run(args: readonly string[]): Use {
  const file = join(work, 'use.json');
  const probe = `import { writeFileSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.resourceUsage())));`;
  const start = performance.now();
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...args],
    { cwd: ROOT, maxBuffer: 1 << 30, encoding: 'utf8' },
  );
  const wall = (performance.now() - start) / 1000;
  if (status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status ?? signal}: ${stderr}`);
  const { userCPUTime, maxRSS } = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ResourceUsage;
  return { wall, user: userCPUTime / 1e6, peak: maxRSS / 1024 };
}

/** The median, over all rounds, of how many times another program's use one is. */
function ratio(uses: Uses, name: string, other: string, key: keyof Use): number {
  const others = uses.get(other) ?? [];
  return median((uses.get(name) ?? []).map((use, i) => use[key] / (others[i]?.[key] ?? NaN)));
}

function medianOf(uses: Uses, name: string, key: keyof Use): number {
  return median((uses.get(name) ?? []).map((use) => use[key]));
}

function peakOf(uses: Uses, name: string): number {
  return Math.max(...(uses.get(name) ?? []).map(({ peak }) => peak));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function judge(what: string, value: number, most: number): void {
  console.log(`${value <= most ? 'met   ' : 'MISSED'}  ${what}: ${value.toFixed(2)} (at most ${most})`);
}
