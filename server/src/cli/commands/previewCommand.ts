import { InvalidArgumentError, Option, type Command } from 'commander';
import { tryFileSystem } from '../../workspace/files/fileSystem.ts';
import { openExternally } from '../terminal/openExternally.ts';
import type { Io } from '../io.ts';
import { startPreview } from '../preview/previewServer.ts';

interface PreviewOptions {
  readonly port: number;
  readonly open?: boolean;
}

/** Adds `scrutiny preview` to the program. */
export function addPreview(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('preview')
    .summary('show the reports of a folder, laid out, in a browser')
    .description(
      'Shows the reports of a folder with their findings and their layouts, on this computer only, and again whenever a file changes.\n' +
        'The address holds a secret, so that no other page can read what is shown. Ctrl+C ends it.',
    )
    .argument('[folder]', 'the folder', '.')
    .addOption(new Option('--port <number>', 'the port to use').argParser(readPort).default(0, 'any that is free'))
    .option('--open', 'open it in the browser')
    .action(async (folder: string, { port, open }: PreviewOptions, command: Command) => {
      const path = io.fileSystem.resolve(io.cwd, folder);
      const kind = tryFileSystem(() => io.fileSystem.kindOf(path));
      if (!('value' in kind) || kind.value !== 'folder') return command.error(`${folder}: there is no such folder`);
      const server = await startPreview(io, path, port).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
        return command.error(`--port ${port}: another program is using it`);
      });
      io.stdout.write(`${server.url}\n`);
      if (open) openExternally(server.url, io.cwd, io.env);
      process.once('SIGINT', () => void server.close());
      process.once('SIGTERM', () => void server.close());
      await server.closed;
      finish(0);
    });
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Give a number from 0 to 65535.');
  return Number(text);
}
