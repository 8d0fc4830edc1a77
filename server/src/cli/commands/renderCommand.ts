import type { Command } from 'commander';
import { writeHtml } from '../../layout/html/htmlFile.ts';
import { createLayout } from '../../layout/createLayout.ts';
import type { Layout } from '../../layout/model.ts';
import { writeWord } from '../../layout/docx/docxWriter.ts';
import { parsePaper } from '../../paper/paper.ts';
import { createContext } from '../../analysis/ruleContext.ts';
import { assetsOf } from '../../workspace/reports/assets.ts';
import { BROWSER_VARIABLE, findBrowser } from '../../export/findChromium.ts';
import type { FileSystemResult } from '../../workspace/files/fileSystem.ts';
import { Councils } from '../../workspace/council/findCouncil.ts';
import { showPath } from '../../workspace/reports/findReports.ts';
import type { LoadedCouncil } from '../../workspace/council/loadCouncil.ts';
import { openReport } from '../../workspace/reports/openReport.ts';
import { isAbsolute, parentOf } from '../../workspace/files/paths.ts';
import { drawForWord, printHtml } from '../../export/headlessChromium.ts';
import type { Io } from '../io.ts';
import { openExternally } from '../terminal/openExternally.ts';
import { writeOutput } from '../lint/outputFile.ts';
import { dayInLondon } from '../../workspace/reports/londonDate.ts';
import { printProblem } from '../terminal/printProblem.ts';

interface RenderOptions {
  readonly output: string;
  readonly council?: string;
  readonly open?: boolean;
}

/** Adds `scrutiny render` to the program. */
export function addRender(program: Command, io: Io, finish: (code: number) => void): void {
  program
    .command('render')
    .summary('lay a report out as HTML, Word or PDF')
    .description(
      'Lays a report out as the committee will see it: as one HTML file, a Word document, or a tagged PDF.\n' +
        `A PDF needs Chrome, Edge or Chromium on this computer; ${BROWSER_VARIABLE} names another one.`,
    )
    .argument('<report>', 'the report, a Markdown file')
    .requiredOption('-o, --output <file>', 'where to write it: FILE.html, FILE.docx or FILE.pdf')
    .option('--council <file>', 'the council.yaml to use (default: the nearest one upwards from the report)')
    .option('--open', 'open it when it is written')
    .action(async (report: string, options: RenderOptions, command: Command) => {
      const write = WRITERS[/\.(\w+)$/.exec(options.output)?.[1]?.toLowerCase() ?? ''];
      if (!write) return command.error(`-o ${options.output}: its name must end in .html, .docx or .pdf`);
      finish(await render(io, report, options, write));
    });
}

/** The bytes of a document; the failure says in plain words why there are none. */
type Write = (layout: Layout, io: Io) => Promise<FileSystemResult<Uint8Array>>;

/** How each kind of file is made. */
const WRITERS: Readonly<Record<string, Write>> = {
  html: (layout) => Promise.resolve({ value: new TextEncoder().encode(writeHtml(layout)) }),
  docx: async (layout, { env }) => ({ value: await writeWord(layout, await drawForWord(layout, env)) }),
  pdf: writePdf,
};

/** Lays out one report and writes it; gives the exit code, 0 or 2. */
async function render(io: Io, given: string, options: RenderOptions, write: Write): Promise<number> {
  const files = io.fileSystem;
  const cwd = files.resolve(io.cwd, '.');
  const path = files.resolve(cwd, given);
  const fail = (file: string, message: string): number => {
    printProblem(io, { file, message });
    return 2;
  };
  const council = options.council === undefined ? undefined : files.resolve(cwd, options.council);
  const terms = { stage: 'publish' as const, today: dayInLondon(new Date()), show: (file: string) => showPath(cwd, file, isAbsolute(given)) }; // prettier-ignore
  const loaded = await new Councils(files, terms, council).load(parentOf(path) ?? '/');
  for (const problem of loaded.problems) printProblem(io, problem);
  const { text, problem } = openReport(path, loaded, () => files.readFile(path));
  if (text === undefined) return fail(given, problem ?? 'it is no report: it has no line “template: …” between lines of ---');
  const document = await write(layOutFile(io, path, text, loaded), io);
  if ('failure' in document) return fail(options.output, document.failure);
  const written = writeOutput(io, options.output, document.value, [path, ...loaded.files]);
  if ('failure' in written) return fail(options.output, `it cannot be written: ${written.failure}`);
  io.stdout.write(`${options.output}\n`);
  if (options.open) openExternally(files.resolve(cwd, options.output), io.cwd, io.env);
  return 0;
}

/** The layout of a report that stands at a path. */
export function layOutFile(
  { fileSystem }: Pick<Io, 'fileSystem'>,
  path: string,
  text: string,
  { knowledge, ...council }: LoadedCouncil,
): Layout {
  const report = parsePaper(text);
  const { fields } = createContext(report, knowledge);
  return createLayout(report, fields, {
    council: knowledge.council,
    asset: assetsOf(fileSystem, path, { knowledge, ...council }),
  });
}

async function writePdf(layout: Layout, { env }: Io): Promise<FileSystemResult<Uint8Array>> {
  const browser = findBrowser(env);
  if (browser === undefined) {
    const failure = `a PDF needs Chrome, Edge or Chromium, and none was found. Write FILE.html instead, open it in a browser and print it as PDF; or name a browser in ${BROWSER_VARIABLE}.`;
    return { failure };
  }
  try {
    return { value: await printHtml(browser, writeHtml(layout)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: `${browser} could not print it: ${reason}. Write FILE.html instead, open it in a browser and print that.` };
  }
}
