import { Argument, Option, type Command } from 'commander';
import { tryFileSystem } from '../../workspace/files/fileSystem.ts';
import { dayInLondon } from '../../workspace/reports/londonDate.ts';
import { outputTargets } from '../formatters/index.ts';
import type { Io } from '../io.ts';
import { FORMATS, readCount, readFormat, readDate, readJobs, type LintCommandOptions } from '../lint/lintOptions.ts';
import { LintRun } from '../lint/lintRun.ts';
import { STDIN, STDIN_NAME } from '../lint/source.ts';

/**
 * Adds `scrutiny lint` to the program.
 * @param finish told the exit code
 */
export function addLint(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('lint')
    .summary('check reports')
    .description(
      'Checks committee reports: the Markdown files with a “template:” in their front matter, and those that council.yaml lists.\n' +
        'Folders are searched; what .gitignore names is left out.',
    )
    .addArgument(
      new Argument(
        '[paths...]',
        'files, folders or globs such as "reports/**/*.md"; - reads one report from standard input',
      ).default(['.'], 'the current folder'),
    )
    .addOption(
      new Option(
        '--format <form>',
        `form of the output: ${FORMATS.join(', ')} (default: text); may be given again with a file, as in sarif=scrutiny.sarif`,
      ).argParser(readFormat),
    )
    .option('--fix', 'make the safe corrections in the files (with -, print the corrected report) and show what is left')
    .addOption(new Option('--fix-dry-run', 'show the safe corrections as a diff, write nothing').conflicts('fix'))
    .addOption(
      new Option('--max-warnings <number>', 'how many warnings are accepted')
        .argParser(readCount)
        .default(Infinity, 'any number'),
    )
    .option('--quiet', 'show errors only (warnings still count for --max-warnings)')
    .option('--council <file>', 'the council.yaml to use (default: the nearest one upwards from each report)')
    .addOption(
      new Option('--today <date>', 'the day to check for, YYYY-MM-DD')
        .argParser(readDate)
        .default(dayInLondon(new Date()), 'today in London'),
    )
    .addOption(
      new Option('--stage <stage>', 'draft: what is still missing is a note').choices(['draft', 'publish']).default('publish'),
    )
    .option('--changed', 'only reports changed since the last commit')
    .option('--since <commit>', 'only reports changed since the branch left this commit or branch, as in --since main')
    .addOption(
      new Option('--staged', 'only reports staged for the next commit, as they are staged').conflicts([
        'changed',
        'since',
        'fix',
      ]),
    )
    .addOption(
      new Option('--jobs <number>', 'how many threads check files (default: one a core, for many files)').argParser(readJobs),
    )
    .addOption(
      new Option(
        '--suppress-all',
        'accept all findings there are now: list them beside council.yaml and report only new ones',
      ).conflicts(['fix', 'fixDryRun', 'pruneSuppressions']),
    )
    .addOption(new Option('--prune-suppressions', 'drop from that list what no longer occurs').conflicts(['fixDryRun']))
    .option('--stdin-filename <path>', `where the report from standard input belongs (default: ${STDIN_NAME})`)
    .option('--no-color', 'no colours (also: environment variable NO_COLOR)')
    .addHelpText(
      'after',
      '\nExit code: 0 fit to publish; 1 errors or too many warnings; 2 something could not be checked.\n' +
        'To read about a rule: scrutiny explain RULE',
    )
    .action(async (paths: string[], options: LintCommandOptions, command: Command) => {
      const wrong = mistakeIn(io, paths, options);
      if (wrong !== undefined) command.error(wrong);
      finish(await new LintRun(io, paths, options, outputTargets(io, options)).run());
    });
}

/** What is wrong with arguments that are right one by one. */
function mistakeIn(
  { fileSystem, cwd }: Io,
  paths: readonly string[],
  { council, stdinFilename, suppressAll, pruneSuppressions, changed, since, staged }: LintCommandOptions,
): string | undefined {
  const readsStdin = paths.includes(STDIN);
  if (readsStdin && paths.length > 1) return 'give either - or files, not both';
  if (!readsStdin && stdinFilename !== undefined)
    return '--stdin-filename goes with -, as in: scrutiny lint - --stdin-filename report.md';
  if (readsStdin && (changed ?? since ?? staged)) return 'which reports have changed is asked of files, not of -';
  if (readsStdin && (suppressAll ?? pruneSuppressions)) return 'the list of suppressions is made from files, not from -';
  if (council === undefined) return undefined;
  const kind = tryFileSystem(() => fileSystem.kindOf(fileSystem.resolve(cwd, council)));
  if ('failure' in kind) return `--council ${council}: it cannot be read: ${kind.failure}`;
  return kind.value === 'file' ? undefined : `--council ${council}: there is no such file`;
}
