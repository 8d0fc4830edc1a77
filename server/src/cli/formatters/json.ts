import type { Formatter } from './formatter.ts';
import type { FileResult, FormatterNeeds } from '../lint/fileResult.ts';

/** One entry for each file, one line for each entry: for programs. */
export class JsonFormatter implements Formatter {
  readonly wants: FormatterNeeds = {};
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
