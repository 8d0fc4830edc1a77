import { Command, CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { addExplain } from './commands/explainCommand.ts';
import { addInit } from './commands/initCommand.ts';
import type { Io } from './io.ts';
import { widthOf } from './io.ts';
import { addLint } from './commands/lintCommand.ts';
import { addNew } from './commands/newCommand.ts';
import { addPreview } from './commands/previewCommand.ts';
import { printError } from './terminal/printProblem.ts';
import { addRender } from './commands/renderCommand.ts';
import { addRules } from './commands/rulesCommand.ts';
import { addServer } from './commands/serverCommand.ts';
import { addStatus } from './commands/statusCommand.ts';

/** How a run ends that could not do what was asked. */
const FAILED = 2;

/**
 * Runs the command line.
 * @param argv the arguments behind the program's name
 * @returns the exit code: 0, 1 or 2; whatever goes wrong is told in one line on standard error, never thrown
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const finish = (result: number): void => void (code = result);
  const program = new Command('scrutiny')
    .description('Checks council committee reports written in Markdown.')
    .version(packageJson.version, '--version', 'print the version')
    .addHelpText(
      'after',
      '\nTo begin: scrutiny init (a folder of reports), scrutiny new (one report). To check the reports here: scrutiny lint',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text) => printError(io, `${text.trim().replace(/^error: /, '')}; see scrutiny --help`),
      getOutHelpWidth: () => widthOf(io),
      getErrHelpWidth: () => widthOf(io),
    });
  addLint(program, io, finish);
  addStatus(program, io, finish);
  addRender(program, io, finish);
  addPreview(program, io, finish);
  addNew(program, io, finish);
  addInit(program, io, finish);
  addRules(program, io);
  addExplain(program, io, finish);
  addServer(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : FAILED;
    printUnexpected(io, error);
    return FAILED;
  }
}

function printUnexpected(io: Io, error: unknown): void {
  printError(
    io,
    `something went wrong that should not: ${error instanceof Error ? error.message : String(error)} (please report it)`,
  );
  if (io.env['SCRUTINY_DEBUG'] && error instanceof Error) io.stderr.write(`${error.stack}\n`);
}
