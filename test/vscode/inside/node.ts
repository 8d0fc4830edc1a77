import { format } from 'node:util';
import Mocha from 'mocha';
import { finish, print } from './report.ts';

/** VS Code calls this in the desktop extension host. Rejects if a test fails. */
export async function run(): Promise<void> {
  Object.assign(Mocha.reporters.Base, { consoleLog: (...args: unknown[]) => print(format(...args)) });
  const mocha = new Mocha({ color: false, timeout: 60_000, reporter: 'spec' });
  // Defines describe, it and the others.
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await import('./suites.ts');
  await import('./killing.ts');
  await finish((done) => mocha.run(done));
}
