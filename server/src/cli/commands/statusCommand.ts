import { Argument, Option, type Command } from 'commander';
import { dayInLondon } from '../../workspace/reports/londonDate.ts';
import { coloursFor } from '../terminal/colour.ts';
import { widthOf, type Io } from '../io.ts';
import { readDate, readJobs, type LintCommandOptions } from '../lint/lintOptions.ts';
import { LintRun } from '../lint/lintRun.ts';
import { statusCalendar } from '../status/statusCalendar.ts';
import { StatusFormatter, type StatusReport } from '../status/statusFormat.ts';
import { statusHtml } from '../status/statusHtml.ts';
import { statusJson } from '../status/statusJson.ts';
import { statusText } from '../status/statusText.ts';

const FORMATS = ['text', 'json', 'html', 'ics'] as const;

interface StatusOptions extends Pick<LintCommandOptions, 'council' | 'today' | 'jobs' | 'color'> {
  readonly format: (typeof FORMATS)[number];
  readonly all: boolean;
}

/**
 * Adds `scrutiny status` to the program.
 * @param finish told the exit code
 */
export function addStatus(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('status')
    .summary('how far the reports of each meeting are')
    .description(
      'Lists the meetings that reports are for, in the order of their dates, with what is left to do and the last day to publish.\n' +
        'A meeting is ready (no errors), needs work, or is late (a report can no longer be published five clear days before).',
    )
    .addArgument(new Argument('[paths...]', 'files, folders or globs').default(['.'], 'the current folder'))
    .addOption(
      new Option('--format <form>', 'form of the output; ics is a calendar of the last days to publish')
        .choices(FORMATS)
        .default('text'),
    )
    .option('--all', 'meetings that have been held as well', false)
    .option('--council <file>', 'the council.yaml to use (default: the nearest one upwards from each report)')
    .addOption(
      new Option('--today <date>', 'the day to look from, YYYY-MM-DD')
        .argParser(readDate)
        .default(dayInLondon(new Date()), 'today in London'),
    )
    .addOption(new Option('--jobs <number>', 'how many threads check files (default: one a core)').argParser(readJobs))
    .option('--no-color', 'no colours (also: environment variable NO_COLOR)')
    .addHelpText('after', '\nExit code: 0 done, whatever is left to do; 2 something could not be checked.')
    .action(async (paths: string[], options: StatusOptions) => {
      const format = new StatusFormatter(options.today, options.all, writerFor(io, options));
      const lint: LintCommandOptions = { ...options, format: [], maxWarnings: Infinity, stage: 'publish' };
      const code = await new LintRun(io, paths, lint, [{ format }]).run();
      finish(code === 1 ? 0 : code);
    });
}

function writerFor(io: Io, { format, color }: StatusOptions): (status: StatusReport) => string {
  switch (format) {
    case 'json':
      return statusJson;
    case 'html':
      return statusHtml;
    case 'ics':
      return statusCalendar;
    case 'text':
      return (status) => statusText(status, coloursFor(io, color), widthOf(io));
  }
}
