import { spawn } from 'node:child_process';
import { posix, win32 } from 'node:path';
import { findProgram, type Env } from '../../workspace/files/programs.ts';

/** A program by its absolute path, and how it is started. */
export interface Opener {
  readonly program: string;
  readonly args: readonly string[];
  /** Where it starts: systems look for programs and libraries there before all other places. */
  readonly cwd: string;
}

/**
 * What opens a file or an address on a system.
 * @param find gives the absolute path of a program; `undefined` where there is none
 * @returns `undefined` where nothing does
 */
export function openerOf(
  target: string,
  platform: NodeJS.Platform,
  env: Env,
  find: (name: string) => string | undefined,
): Opener | undefined {
  switch (platform) {
    case 'win32': {
      const cwd = win32.join(env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32');
      const args = [`${win32.join(cwd, 'url.dll')},FileProtocolHandler`, target];
      return { program: win32.join(cwd, 'rundll32.exe'), args, cwd };
    }
    case 'darwin':
      return { program: '/usr/bin/open', args: [target], cwd: '/' };
    default: {
      const program = find('xdg-open');
      return program === undefined ? undefined : { program, args: [target], cwd: posix.dirname(program) };
    }
  }
}

/**
 * Opens a file or an address in the program that this computer has for it.
 * @param folder the absolute path of the folder that is worked in: none of its programs is started
 */
export function openExternally(target: string, folder: string, env: Env): void {
  const opener = openerOf(target, process.platform, env, (name) => findProgram(name, folder, env));
  // Nothing is lost where there is no such program: the file is written, and its name was printed.
  if (!opener) return;
  const child = spawn(opener.program, opener.args, { cwd: opener.cwd, stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
