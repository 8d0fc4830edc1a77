import { posix } from 'node:path';
import { readCouncil } from '../../server/src/council/council.ts';
import { parsePaper, type Paper } from '../../server/src/paper/paper.ts';
import type { FileLookup, LintOptions } from '../../server/src/analysis/ruleContext.ts';
import { builtInTemplates } from '../../server/src/template/builtInTemplates.ts';
import type { Span } from '../../server/src/text/span.ts';
import { FileIndex } from '../../server/src/workspace/reports/fileIndex.ts';
import { MemoryFiles } from './memoryFiles.ts';

const FRONT_MATTER = '---\ntemplate: committee-report\n---\n';

/** A documented example as a report: a body gets the front matter of a committee report. */
export function wholeReport(example: string): string {
  return example.startsWith('---') || example.startsWith('⟦---') ? example : FRONT_MATTER + example;
}

/** Takes the marks ⟦ ⟧ out of an example and gives the spans that they marked. */
export function readMarks(example: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of wholeReport(example)) {
    if (character === '⟦') open.push(text.length);
    else if (character === '⟧') spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/**
 * What examples are checked with: the built-in templates, and the council and files they are documented with.
 * @param files by their paths from the report, which stands in a folder of its own
 */
export function knowledge(council = '', files?: Readonly<Record<string, string>>): LintOptions {
  const known = { templates: builtInTemplates, council: readCouncil(council, []).council, today: '2026-11-22' };
  return { ...known, stage: 'publish', ...(files ? { files: filesAround(files) } : {}) };
}

/** Files in memory round a report in the folder `reports` of a repository. */
export function filesAround(files: Readonly<Record<string, string>>): FileLookup {
  const paths = Object.entries(files).map(([path, text]) => [posix.resolve('/council/reports', path), text] as const);
  const memory = new MemoryFiles({ '/council/.git/HEAD': '', ...Object.fromEntries<string>(paths) });
  return new FileIndex(memory).lookupFor('/council/reports/report.md');
}

export function report(text: string): Paper {
  return parsePaper(text);
}
