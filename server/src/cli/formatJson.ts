import type { Format } from './format.ts';
import type { FileResult, Wants } from './result.ts';

/** One entry for each file, one line for each entry: for programs. */
export class JsonFormat implements Format {
  readonly wants: Wants = {};
  private entries = 0;

  start(): string {
    return '[';
  }

  file({ file, findings }: FileResult): string {
    const shown = findings.map(({ rule, severity, message, line, column, endLine, endColumn, path, fixable }) => {
      const place = { line, column, endLine, endColumn, ...(path === undefined ? {} : { path }) };
      return { rule, severity, message, ...place, fixable };
    });
    return `${this.entries++ === 0 ? '' : ','}\n${JSON.stringify({ file, findings: shown })}`;
  }

  end(): string {
    return this.entries === 0 ? ']\n' : '\n]\n';
  }
}
