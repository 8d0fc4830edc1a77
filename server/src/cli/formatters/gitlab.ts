import type { Severity } from '../../text/finding.ts';
import type { Formatter } from './formatter.ts';
import { fingerprint } from './sarif.ts';
import type { FileResult, FormatterNeeds } from '../lint/fileResult.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's code quality report: a JSON list, an entry on each line. */
export class GitlabFormatter implements Formatter {
  readonly wants: FormatterNeeds = { traces: true };
  private entries = 0;

  start(): string {
    return '[';
  }

  file({ file, findings }: FileResult): string {
    return findings
      .map(({ rule, severity, message, line, endLine, trace = '' }) => {
        const entry = {
          description: message,
          check_name: rule,
          fingerprint: fingerprint(file, trace),
          severity: SEVERITIES[severity],
          location: { path: file, lines: { begin: line, end: endLine } },
        };
        return `${this.entries++ === 0 ? '' : ','}\n${JSON.stringify(entry)}`;
      })
      .join('');
  }

  end(): string {
    return this.entries === 0 ? ']\n' : '\n]\n';
  }
}
