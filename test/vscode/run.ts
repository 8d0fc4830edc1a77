// The extension, unpacked from its package, in a real VS Code: npm run test:vscode [-- node|web|e2e|NAME …], all unless some are named;
// NAME is a file of e2e/. VERBOSE=1 prints the whole log, KEEP=1 keeps VS Code's folder, CHROMIUM names another browser, PICTURES=1
// draws twice as finely, CODE_SERVER=4.100.3 takes the oldest VS Code that is supported.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { makeVsix, unpackVsix } from '../unpack.ts';
import { bundleTests } from './bundle.ts';
import { openVSCode, type HostKind } from './host.ts';
import { extension, here, results } from './places.ts';

/** Ends what hangs. */
const LIMIT_SECONDS = 1800;
/** The tests that use VS Code as a person would, each in a window of its own. */
const E2E = [
  'workbench',
  'otherFolder',
  'preview',
  'previewElsewhere',
  'reports',
  'reportsElsewhere',
  'virtual',
  'dropAndPaste',
  'firstRun',
  'access',
  'untrusted',
  'restricted',
  'installed',
];

const wanted = process.argv.slice(2);
mkdirSync(results, { recursive: true });
makeVsix();
await unpackVsix(extension);
let failed = false;
for (const kind of ['node', 'web'] as const) {
  if (isWanted(kind) && !(await runInside(kind))) failed = true;
}
if (E2E.some(isChosen) && (await runOutside()) > 0) failed = true;
process.exit(failed ? 1 : 0);

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

function isChosen(name: string): boolean {
  return isWanted('e2e') || wanted.includes(name);
}

/** Runs the tests inside an extension host and prints mocha's report. @returns whether all passed, and there were some */
async function runInside(kind: HostKind): Promise<boolean> {
  console.log(`\nInside the ${kind === 'node' ? 'desktop' : 'web'} extension host`);
  const log: string[] = [];
  let passed = 0;
  let failures: number | undefined;
  const host = await openVSCode({
    kind,
    tests: await bundleTests(kind),
    log(line) {
      log.push(line);
      const [, mark, rest = ''] = /^\[(mocha|mocha-stats)\] (.*)$/.exec(line) ?? [];
      if (mark === 'mocha') console.log(rest);
      else if (mark === 'mocha-stats') {
        const stats = JSON.parse(rest) as Mocha.Stats;
        passed = stats.passes;
        failures = stats.failures;
      } else if (process.env['VERBOSE'] !== undefined) console.log(line);
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no result within ${LIMIT_SECONDS} s`), LIMIT_SECONDS * 1000);
  });
  try {
    const exit = await Promise.race([host.exit, late]);
    const ok = exit === 0 && failures === 0 && passed > 0;
    if (!ok) {
      writeFileSync(join(results, `vscode-${kind}.log`), log.join('\n'));
      await host.page.screenshot({ path: join(results, `vscode-${kind}.png`) });
      if (failures === undefined) console.log('  1 failing');
      console.log(`The extension host gave ${JSON.stringify(exit)}; see test-results/vscode-${kind}.log and .png`);
    }
    return ok;
  } finally {
    clearTimeout(timer);
    await host.close();
  }
}

/** Runs the tests that use VS Code as a person would. @returns how many failed */
async function runOutside(): Promise<number> {
  console.log('\nAs a person would, with keyboard and mouse');
  const mocha = new Mocha({ timeout: 900_000 });
  for (const name of E2E.filter(isChosen)) mocha.addFile(join(here, `e2e/${name}.test.ts`));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => mocha.run(resolve));
}
