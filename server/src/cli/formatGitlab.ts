import type { Severity } from '../text/finding.ts';
import type { Format } from './format.ts';
import { fingerprint } from './formatSarif.ts';
import type { FileResult, Wants } from './result.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's code quality report: a JSON list, an entry on each line. */
export class GitlabFormat implements Format {
  readonly wants: Wants = { traces: true };
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
