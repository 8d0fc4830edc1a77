import { formatPath } from '../text/path.ts';
import type { CheckedFile, Format, ShownFinding } from './format.ts';
import { placeOf } from './place.ts';

/** One entry for each file, one line for each entry: for programs. */
export class JsonFormat implements Format {
  private entries = 0;

  start(): string {
    return '[';
  }

  file(file: CheckedFile): string {
    const entry = { file: file.name, findings: file.findings.map((finding) => describe(file, finding)) };
    return `${this.entries++ === 0 ? '' : ','}\n${JSON.stringify(entry)}`;
  }

  end(): string {
    return this.entries === 0 ? ']\n' : '\n]\n';
  }
}

function describe({ text, lines }: CheckedFile, { rule, severity, message, span, path, fixable }: ShownFinding): object {
  const { line, column } = placeOf(text, lines, span.start);
  const { line: endLine, column: endColumn } = placeOf(text, lines, span.end);
  return { rule, severity, message, line, column, endLine, endColumn, ...(path ? { path: formatPath(path) } : {}), fixable };
}
