import { format } from 'node:util';
import { finish, print } from './report.ts';

/** VS Code calls this in the desktop extension host. Rejects if a test fails. */
export async function run(): Promise<void> {
  // An import of this kind gives the same in every Node, that of VS Code 1.100 too.
  const { default: Mocha } = await import('mocha');
  Object.assign(Mocha.reporters.Base, { consoleLog: (...args: unknown[]) => print(format(...args)) });
  const mocha = new Mocha({ color: false, timeout: 900_000, reporter: 'spec' });
  // Defines describe, it and the others.
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await import('./suites.ts');
  await import('./killing.ts');
  await finish((done) => mocha.run(done));
}
