import type { Command } from 'commander';

/** Adds `scrutiny server` to the program. */
export function addServer(program: Command): void {
  program
    .command('server')
    .summary('start the language server')
    .description('Starts the language server, for editors: it speaks the Language Server Protocol until the editor goes away.')
    .requiredOption('--stdio', 'speak on standard input and output')
    .action(async () => {
      // Loaded here, so that no other command waits for it.
      const { serveProcess } = await import('../../lsp/server/nodeServer.ts');
      serveProcess();
    });
}
