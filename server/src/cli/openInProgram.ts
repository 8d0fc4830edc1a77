import { spawn } from 'node:child_process';

/** Opens a file or an address in the program that this computer has for it. */
export function openInProgram(target: string): void {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [target]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', target]]
        : ['xdg-open', [target]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // Nothing is lost where there is no such program: the file is written, and its name was printed.
  child.on('error', () => undefined);
  child.unref();
}
