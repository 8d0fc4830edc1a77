import { readFileSync } from 'node:fs';
import type { JsonEntry } from './tempRepository.ts';

/** A mistake as a clerk labels it. */
interface Label {
  /** Text that stands once in the report, where the mistake is. */
  readonly at: string;
  /** The rule that is there for it; null where there is none. */
  readonly rule: string | null;
  readonly why: string;
  /** Another clerk might not call it a mistake: it need not be found, and may be. */
  readonly arguable?: true;
}

/** How well findings agree with labels. */
export interface Agreement {
  /** How many mistakes are labelled, but for those that are arguable. */
  readonly labelled: number;
  /** Those of them that were not found: the file, the line, and why it is a mistake. */
  readonly missed: readonly string[];
  /** How many findings there are. */
  readonly findings: number;
  /** Those of them that no label speaks of: the file, the line and the rule. */
  readonly wrong: readonly string[];
}

/**
 * Compares findings with `labels.json`. A finding agrees with a label when both name the same rule on the same line.
 * @param folder that of the reports and of `labels.json`
 * @throws where a label's text does not stand exactly once in its report, or a report was not checked
 */
export function compare(folder: URL, entries: readonly JsonEntry[]): Agreement {
  const labels = JSON.parse(readFileSync(new URL('labels.json', folder), 'utf8')) as Record<string, Label[]>;
  const [missed, wrong]: [string[], string[]] = [[], []];
  let [labelled, findings] = [0, 0];
  for (const [name, labelsOfFile] of Object.entries(labels)) {
    const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
    const found = entries.find(({ file }) => file.endsWith(name))?.findings;
    if (!found) throw new Error(`${name} was not checked`);
    const placed = labelsOfFile.map((label) => ({ ...label, line: lineOf(label.at, lines) }));
    const certain = placed.filter(({ arguable }) => !arguable);
    labelled += certain.length;
    findings += found.length;
    for (const { line, rule, why } of certain)
      if (!found.some((finding) => finding.line === line && finding.rule === rule)) missed.push(`${name}:${line} ${why}`);
    for (const { line, rule } of found)
      if (!placed.some((label) => label.line === line && label.rule === rule)) wrong.push(`${name}:${line} ${rule}`);
  }
  return { labelled, missed, findings, wrong };
}

/** The number of the one line that holds a text, counted from 1. */
function lineOf(text: string, lines: readonly string[]): number {
  const places = lines.flatMap((line, i) => (line.includes(text) ? [i + 1] : []));
  if (places.length !== 1 || !places[0]) throw new Error(`“${text}” stands on ${places.length} lines`);
  return places[0];
}
