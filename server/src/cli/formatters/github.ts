import type { Severity } from '../../text/finding.ts';
import { tryFileSystem, type Problem } from '../../workspace/files/fileSystem.ts';
import type { Formatter } from './formatter.ts';
import type { Io } from '../io.ts';
import type { FileResult, ReportedFinding, FormatterNeeds } from '../lint/fileResult.ts';
import { pluralise } from '../../text/pluralise.ts';
import { formatTotals } from '../lint/summary.ts';
import type { RunTotals } from '../lint/runTotals.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
/** GitHub shows so many annotations of each kind from one step. */
const MOST_ANNOTATIONS = 10;
/** A job summary may have a mebibyte; what a page can be read with ends far before. */
const MOST_ROWS = 500;

/** Workflow commands of GitHub Actions, which show each finding on its line, and a summary of the job where there is a file for it. */
export class GithubFormatter implements Formatter {
  readonly wants: FormatterNeeds = {};
  private readonly rows: string[] = [];
  private readonly shown: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private findings = 0;

  constructor(private readonly io: Pick<Io, 'env' | 'cwd' | 'fileSystem'>) {}

  start(): string {
    return '';
  }

  file({ file, findings }: FileResult): string {
    for (const finding of findings) {
      this.shown[finding.severity]++;
      if (this.findings++ < MOST_ROWS) this.rows.push(row(file, finding));
    }
    return findings.map((finding) => annotation(file, finding)).join('');
  }

  end(tally: RunTotals): string {
    const cut = Object.values(this.shown).reduce((sum, shown) => sum + Math.max(0, shown - MOST_ANNOTATIONS), 0);
    const limit =
      cut === 0
        ? ''
        : `GitHub shows only ${MOST_ANNOTATIONS} errors, ${MOST_ANNOTATIONS} warnings and ${MOST_ANNOTATIONS} notes of a step beside their lines: ` +
          `${pluralise(cut, 'finding')} more ${cut === 1 ? 'is' : 'are'} in this log only.\n`;
    const problems = tally.problems
      .map((problem) => `::error file=${property(problem.file)}::${data(problem.message)}\n`)
      .join('');
    return `${problems}${limit}${formatTotals(tally)}\n${this.summarise(tally)}`;
  }

  /** Adds to the summary of the job; gives what is to be said where that fails. */
  private summarise(tally: RunTotals): string {
    const { env, cwd, fileSystem } = this.io;
    const path = env['GITHUB_STEP_SUMMARY'];
    if (!path) return '';
    const page = new TextEncoder().encode(this.page(tally));
    const written = tryFileSystem(() => fileSystem.appendFile(fileSystem.resolve(cwd, path), page));
    return 'failure' in written ? `The summary of the job cannot be written: ${written.failure}.\n` : '';
  }

  private page(tally: RunTotals): string {
    const lines = [`## Committee reports`, '', formatTotals(tally), ''];
    if (this.rows.length > 0) lines.push('| Report | | What to do | Rule |', '| --- | --- | --- | --- |', ...this.rows, '');
    if (this.findings > MOST_ROWS) lines.push(`${pluralise(this.findings - MOST_ROWS, 'more finding')}: see the log.`, '');
    lines.push(...tally.problems.map(problemLine));
    return `${lines.join('\n')}\n`;
  }
}

function annotation(file: string, { severity, rule, message, line, column, endLine, endColumn }: ReportedFinding): string {
  const columns = line === endLine ? `,col=${column},endColumn=${Math.max(column, endColumn - 1)}` : '';
  const place = `file=${property(file)},line=${line},endLine=${endLine}${columns}`;
  return `::${COMMANDS[severity]} ${place},title=${property(rule)}::${data(message)}\n`;
}

function row(file: string, { severity, rule, message, line }: ReportedFinding): string {
  const word = severity === 'info' ? 'note' : severity;
  return `| ${cell(file)}:${line} | ${word} | ${cell(message)} | ${cell(rule)} |`;
}

function problemLine({ file, message }: Problem): string {
  return `- **${cell(file)}**: ${cell(message)}`;
}

/** Text that Markdown takes for nothing else, on one line of a table. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|&#]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
