import type { Diagnostic } from 'vscode-languageserver';
import { check, type Checked } from '../check.ts';
import { parseReport, type Report } from '../report/report.ts';
import { looksLikeReport } from '../report/split.ts';
import { COUNCIL_RULE } from '../council/council.ts';
import { LineIndex } from '../text/lines.ts';
import { COUNCIL_FILE } from '../workspace/findCouncil.ts';
import type { LoadedCouncil } from '../workspace/loadCouncil.ts';
import { diagnosticOf } from './convert.ts';

/** A report that was checked, and with what. */
export interface CheckedReport {
  readonly report: Report;
  readonly checked: Checked;
  readonly council: LoadedCouncil;
}

/** What files are to the server, by their names. */
export type FileKind = 'report' | 'council' | 'template';

/** What a file may be by its name; nothing for one that the server has nothing to do with. */
export function kindOf(path: string): FileKind | undefined {
  if (path.endsWith(`/${COUNCIL_FILE}`)) return 'council';
  if (/\.(?:md|markdown)$/i.test(path)) return 'report';
  return path.endsWith('.json') ? 'template' : undefined;
}

/** Checks a text, if it is a report. */
export function checkReport(path: string, text: string, council: LoadedCouncil): CheckedReport | undefined {
  if (!council.isReport(path) && !looksLikeReport(text)) return undefined;
  const report = parseReport(text);
  return { report, checked: check(report, council.knowledge), council };
}

export function diagnosticsOf({ report, checked }: CheckedReport): Diagnostic[] {
  return checked.findings.map((finding) => diagnosticOf(finding, report.lines));
}

/** What is wrong with a `council.yaml` and the templates it names, by the paths of the files. */
export function councilDiagnostics({ file, problems }: LoadedCouncil): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  if (!file) return found;
  const lines = new LineIndex(file.text);
  found.set(
    file.name,
    file.findings.map((finding) => diagnosticOf(finding, lines)),
  );
  for (const { file: path, message } of problems) {
    // Where the file itself cannot be read, its finding says so better, if it has one.
    if (path === file.name && file.findings.length > 0) continue;
    const whole = { rule: COUNCIL_RULE, severity: 'error', message: sentence(message), span: { start: 0, end: 0 } } as const;
    found.set(path, [...(found.get(path) ?? []), diagnosticOf(whole, new LineIndex(''))]);
  }
  return found;
}

/** A reason as it follows a file's name on the command line, standing alone. */
function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.!?]$/.test(reason) ? '' : '.'}`;
}
