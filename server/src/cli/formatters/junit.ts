import type { Formatter } from './formatter.ts';
import { escapeXml } from './xml.ts';
import type { FileResult, ReportedFinding, FormatterNeeds } from '../lint/fileResult.ts';
import type { RunTotals } from '../lint/runTotals.ts';

/** JUnit's XML: a suite for each report, a failed case for each error or warning; notes are the suite's output. */
export class JunitFormatter implements Formatter {
  readonly wants: FormatterNeeds = {};

  start(): string {
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="scrutiny">\n';
  }

  file({ file, findings }: FileResult): string {
    const failures = findings.filter(({ severity }) => severity !== 'info');
    const notes = findings.filter(({ severity }) => severity === 'info');
    const cases =
      failures.length > 0
        ? failures.map((finding) => testCase(file, finding))
        : [`    <testcase name="fit to publish" classname="${escapeXml(file)}"/>\n`];
    const out = notes.map((note) => `${place(note)} ${note.message} (${note.rule})\n`).join('');
    const tail = out === '' ? '' : `    <system-out>${escapeXml(out)}</system-out>\n`;
    const counts = `tests="${cases.length}" failures="${failures.length}" errors="0"`;
    return `  <testsuite name="${escapeXml(file)}" ${counts}>\n${cases.join('')}${tail}  </testsuite>\n`;
  }

  end({ problems }: RunTotals): string {
    const suites = problems.map(({ file, message }) => {
      const name = escapeXml(file);
      const error = `<error message="${escapeXml(message)}"/>`;
      return `  <testsuite name="${name}" tests="1" failures="0" errors="1">\n    <testcase name="could be checked" classname="${name}">${error}</testcase>\n  </testsuite>\n`;
    });
    return `${suites.join('')}</testsuites>\n`;
  }
}

function testCase(file: string, finding: ReportedFinding): string {
  const { rule, severity, message } = finding;
  const name = `${rule} (${place(finding)})`;
  return (
    `    <testcase name="${escapeXml(name)}" classname="${escapeXml(file)}">` +
    `<failure type="${severity}" message="${escapeXml(message)}">${escapeXml(`${file}:${place(finding)}`)}</failure></testcase>\n`
  );
}

function place({ line, column }: ReportedFinding): string {
  return `${line}:${column}`;
}
