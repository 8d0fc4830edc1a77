/**
 * The long runs, one after the other, each as CONTRIBUTING.md has it: `npm run test:long [-- NAME …]`. All are run even where one fails;
 * exit 1 where one did. About an hour and a half on an idle machine with two cores.
 */
import { spawnSync } from 'node:child_process';

const MINUTE = 60_000;
/** Scripts of package.json, and what they are told. Seven parts are fuzzed, for three minutes each. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  recheck: ['--all'],
  bounds: [],
  'bench:growth': [],
  fuzz: ['--minutes', '3'],
  'fuzz:edits': [],
  soak: ['--minutes', '30'],
  compat: [],
};

const wanted = process.argv.slice(2);
for (const name of wanted) if (!RUNS[name]) throw new Error(`there is no long run “${name}”: ${Object.keys(RUNS).join(', ')}`);
const outcomes: string[] = [];
for (const [name, options] of Object.entries(RUNS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name} ${options.join(' ')}`);
  const start = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', name, '--', ...options], { stdio: 'inherit' });
  outcomes.push(`${status === 0 ? 'passed' : 'FAILED'}  ${name}, in ${Math.round((Date.now() - start) / MINUTE)} min`);
  if (status !== 0) process.exitCode = 1;
}
console.log(`\n${outcomes.join('\n')}`);
