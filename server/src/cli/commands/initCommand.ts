import { Option, type Command } from 'commander';
import { didYouMean, joinWords } from '../../text/suggest.ts';
import { CI_PROVIDERS, scaffoldFiles, FIRST_REPORT, TEMPLATES, type ScaffoldOptions } from '../init/scaffold.ts';
import type { Io } from '../io.ts';
import { dayInLondon } from '../../workspace/reports/londonDate.ts';
import { writeNewFiles } from '../init/newFiles.ts';
import { printError, printProblem } from '../terminal/printProblem.ts';

/** The options of `scrutiny init`, as commander gives them. */
interface InitOptions extends Partial<Omit<ScaffoldOptions, 'committees'>> {
  readonly committee?: readonly string[];
}

const DEFAULT_TEMPLATE = 'committee-report';

/**
 * Adds `scrutiny init` to the program.
 * @param finish told the exit code
 */
export function addInit(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('init')
    .summary('begin a folder of reports')
    .description(
      'Makes the current folder one for reports: a council.yaml that says what the checks should know, a first report, and the ' +
        'file that has them checked on GitHub or GitLab. On a terminal it asks for what no option says. Nothing is overwritten.',
    )
    .addOption(new Option('--name <name>', 'the council’s name').argParser((text) => text.trim()))
    .addOption(
      new Option('--committee <name>', 'a committee; may be given again').argParser(
        (text, before: readonly string[] | undefined) => [...(before ?? []), text.trim()],
      ),
    )
    .addOption(
      new Option('--template <name>', `the template of the first report (default: ${DEFAULT_TEMPLATE})`).choices(TEMPLATES),
    ) // prettier-ignore
    .addOption(new Option('--ci <service>', 'where changes are to be checked (default: none)').choices(CI_PROVIDERS))
    .addHelpText('after', '\nExit code: 0 written; 2 nothing was written.')
    .action(async (options: InitOptions) => finish(await init(io, options)));
}

async function init(io: Io, options: InitOptions): Promise<number> {
  const beginning = await completed(io, options);
  if (!beginning) return 2;
  const files = scaffoldFiles(beginning, dayInLondon(new Date()));
  const { names, problems } = writeNewFiles(io, files);
  for (const problem of problems) printProblem(io, problem);
  if (names.length === 0) printError(io, 'nothing was written; move what is in the way, or run scrutiny init in another folder');
  else io.stdout.write(`Written: ${joinWords(names, 'and')}.\n`);
  if (problems.length > 0) return 2;
  io.stdout.write(`Next: look through council.yaml, fill in ${FIRST_REPORT}, and see what is left to do with: scrutiny lint\n`);
  return 0;
}

/** The options, with what a person answers in place of those that are not given; nothing, after a message, where it is not enough. */
async function completed({ ask, ...io }: Io, options: InitOptions): Promise<ScaffoldOptions | undefined> {
  const { name, committee: committees, template, ci } = options;
  const mistake = [name, ...(committees ?? [])].find((text) => text !== undefined && !isName(text));
  if (mistake !== undefined) return failed(io, 'a name is one line of text, with letters in it');
  if (!ask) {
    if (name === undefined) return failed(io, 'say which council it is: scrutiny init --name "Northmoor Council"');
    return { name, committees: unique(committees ?? []), template: template ?? DEFAULT_TEMPLATE, ci: ci ?? 'none' };
  }
  try {
    return {
      name: name ?? (await askName(ask)),
      committees: unique(committees ?? (await askCommittees(ask))),
      template: template ?? (await choose(ask, 'Template of the first report', TEMPLATES, DEFAULT_TEMPLATE)),
      ci: ci ?? (await choose(ask, 'Have changes checked by', CI_PROVIDERS, 'none')),
    };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    // The question still stands at the beginning of the line.
    io.stderr.write('\n');
    return failed(io, 'stopped; nothing was written');
  }
}

type Ask = NonNullable<Io['ask']>;

/** Thrown when a person ends the program in place of an answer. */
class NoAnswer extends Error {}

async function answerTo(ask: Ask, question: string): Promise<string> {
  const answer = await ask(question);
  if (answer === undefined) throw new NoAnswer();
  return answer.trim();
}

async function askName(ask: Ask): Promise<string> {
  let name = '';
  while (!isName(name)) name = await answerTo(ask, 'Name of the council: ');
  return name;
}

async function askCommittees(ask: Ask): Promise<string[]> {
  const names: string[] = [];
  for (;;) {
    const question = names.length === 0 ? 'A committee (or Enter to leave them for later): ' : 'Another one (or Enter): ';
    const name = await answerTo(ask, question);
    if (name === '') return names;
    if (isName(name)) names.push(name);
  }
}

async function choose<T extends string>(ask: Ask, what: string, choices: readonly T[], usual: T): Promise<T> {
  let hint = '';
  for (;;) {
    const answer = await answerTo(ask, `${hint}${what} (${joinWords(choices)}; Enter for ${usual}): `);
    const chosen = answer === '' ? usual : choices.find((choice) => choice === answer.toLowerCase());
    if (chosen !== undefined) return chosen;
    hint = `There is no ${answer}.${didYouMean(answer, choices)} `;
  }
}

function failed(io: Io, message: string): undefined {
  printError(io, message);
}

function isName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/\p{Cc}/u.test(text);
}

/** Each committee once. */
function unique(names: readonly string[]): string[] {
  return names.filter((name, i) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === i);
}
