// Mocha's own build for browsers, which defines two globals.
import 'mocha/mocha.js';
import { finish, print } from './report.ts';

declare const mocha: BrowserMocha;
declare const Mocha: typeof import('mocha');

/** VS Code calls this in the web extension host. Rejects if a test fails. */
export async function run(): Promise<void> {
  Object.assign(Mocha.reporters.Base, { consoleLog: (...args: unknown[]) => print(format(args)) });
  mocha.setup({ ui: 'bdd', color: false, timeout: 900_000, reporter: Mocha.reporters.Spec });
  await import('./suites.ts');
  await finish((done) => mocha.run(done));
}

function format([template = '', ...rest]: unknown[]): string {
  return [String(template).replace(/%[sdo]/g, (mark) => (rest.length > 0 ? String(rest.shift()) : mark)), ...rest].join(' ');
}
