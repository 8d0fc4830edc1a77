import { Option, type Command } from 'commander';
import { newReport, type KnownFields } from '../../language/snippet/reportText.ts';
import { ruleById } from '../../rules/index.ts';
import { didYouMean, joinWords } from '../../text/suggest.ts';
import { Councils } from '../../workspace/council/findCouncil.ts';
import { showPath } from '../../workspace/reports/findReports.ts';
import { isAbsolute, parentOf } from '../../workspace/files/paths.ts';
import type { Io } from '../io.ts';
import { dayInLondon } from '../../workspace/reports/londonDate.ts';
import { readDate } from '../lint/lintOptions.ts';
import { writeNewFiles } from '../init/newFiles.ts';
import { printError, printProblem } from '../terminal/printProblem.ts';

/**
 * Adds `scrutiny new` to the program.
 * @param finish told the exit code
 */
export function addNew(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('new')
    .summary('begin a report')
    .description('Writes a report to fill in, with a note above each part that says what belongs there.')
    .argument('<template>', 'cover-sheet, board-paper, committee-report, partner-paper, or one of your council’s own templates')
    .argument('<file>', 'the file to write, such as reports/2026-09-08-library-service.md; nothing is overwritten')
    .option('--title <text>', 'what the report is about, if you know it already')
    .option('--committee <name>', 'the committee that it is for')
    .addOption(new Option('--date <date>', 'the day of the meeting, YYYY-MM-DD').argParser(readDate))
    .addHelpText(
      'after',
      '\nFor example: scrutiny new committee-report reports/library.md --committee Cabinet --date 2026-09-08\n' +
        'Exit code: 0 written; 2 nothing was written.',
    )
    .action(async (template: string, file: string, known: KnownFields) => finish(await writeReport(io, template, file, known)));
}

async function writeReport(io: Io, template: string, file: string, known: KnownFields): Promise<number> {
  const report = await textOfNew(io, template, file, known);
  if (report === undefined) return 2;
  const { problems } = writeNewFiles(io, [{ name: file, text: report.text }]);
  for (const problem of problems) printProblem(io, problem);
  if (problems.length > 0) return 2;
  for (const note of report.notes) printError(io, note);
  const path = /^[\w./\\:-]+$/.test(file) ? file : `"${file}"`;
  io.stdout.write(
    `${file}: a new report by the template ${template}. Fill it in, then see what is left with: scrutiny lint ${path}\n`,
  );
  return 0;
}

interface Begun {
  readonly text: string;
  /** What the rules say of the values that were given, apart from errors. */
  readonly notes: readonly string[];
}

/** A new report by a template of the file's council; nothing, after a message, where there can be none. */
async function textOfNew(io: Io, name: string, file: string, known: KnownFields): Promise<Begun | undefined> {
  const { fileSystem, cwd } = io;
  if (!/\.(?:md|markdown)$/i.test(file)) {
    printError(io, `${file}: a report is a Markdown file, so its name must end in .md`);
    return undefined;
  }
  const here = fileSystem.resolve(cwd, '.');
  const show = (path: string): string => showPath(here, path, isAbsolute(file));
  const councils = new Councils(fileSystem, { stage: 'publish', today: dayInLondon(new Date()), show });
  const { knowledge, problems } = await councils.load(parentOf(fileSystem.resolve(cwd, file)) ?? '/');
  for (const problem of problems) printProblem(io, problem);
  const template = knowledge.templates.get(name);
  if (!template) {
    const names = [...knowledge.templates.keys()];
    printError(io, `there is no template “${name}”.${didYouMean(name, names)} Choose ${joinWords(names)}.`);
    return undefined;
  }
  const { report, findings } = newReport(template, known, knowledge);
  const ofGiven = findings.filter(({ rule, path }) => !isCompleteness(rule) && path && String(path[0]) in known);
  const errors = ofGiven.filter(({ severity }) => severity === 'error');
  for (const { message } of errors) printError(io, `nothing was written. ${message}`);
  return errors.length > 0 ? undefined : { text: report.text, notes: ofGiven.map(({ message }) => message) };
}

/** Whether a rule is about what is still to be written. */
function isCompleteness(rule: string): boolean {
  return ruleById(rule)?.isCompleteness ?? false;
}
